internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Finds the files that cannot be read and whose name or folder says that they are an annex.
struct UnreadFiles {
    let pack: Pack
    let names: FormNames

    /// Returns a receipt for each of them.
    func receipts(of drop: Drop) -> [AnnexArrival] {
        var codes: [String: Set<String>] = [:]
        for diagnostic in drop.diagnostics {
            guard case .file(let file)? = diagnostic.location else { continue }
            codes[file, default: []].insert(diagnostic.code)
        }
        return drop.files.compactMap { file in
            guard isUnread(file, codes[file.name] ?? []), let annex = annex(of: file.name) else {
                return nil
            }
            return AnnexArrival(
                annex: annex, address: CellAddress(file: file.name, row: 1), state: .unread,
                evidence: .name, clues: AnnexArrival.clues(file: file.name, sheet: nil))
        }
    }

    /// A copy, a lock file or a file of the system is no material.
    private func isUnread(_ file: DropFile, _ codes: Set<String>) -> Bool {
        switch file.outcome {
        case .read: false
        case .rejected: true
        case .ignored:
            codes.contains(IntakeCode.formatUnknown.rawValue)
                || codes.contains(IntakeCode.fileEmpty.rawValue)
        }
    }

    private func annex(of name: String) -> Annex? {
        let file = FileName(name)
        let texts: [String]
        switch UnreadFile(file.ending) {
        case .table, .document: texts = [file.base] + file.folders
        // A folder of the annex may hold photographs of what was done.
        case .picture: texts = [file.base]
        case .other: return nil
        }
        let id = texts.lazy.compactMap { names.annex(in: $0) }.first
        return pack.annexes.first { $0.id == id }
    }
}

/// What a file is that cannot be read, by the ending of its name.
enum UnreadFile {
    /// A table in a format that is not read.
    case table
    /// A document or an archive, in which a table may stand.
    case document
    /// A picture, perhaps of a table.
    case picture
    /// Neither: a film, a short cut.
    case other

    init(_ ending: String) {
        switch ending {
        case "pdf", "doc", "docx", "wps", "rtf", "ofd", "ceb", "zip", "rar", "7z", "txt", "odt",
            "caj":
            self = .document
        case "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic": self = .picture
        case "lnk", "url", "mp3", "mp4", "avi", "mov", "wmv", "wav", "exe", "dll", "yaml", "yml",
            "ppt",
            "pptx", "log":
            self = .other
        default: self = .table
        }
    }
}
