internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Finds the files that cannot be read, or not all of which is, and whose name or folder says that they are an annex.
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
            guard isUnread(file, codes[file.name] ?? []) else { return nil }
            return arrival(of: file.name)
        }
    }

    /// The annex that a name or a folder tells of; nil where none does.
    private func arrival(of name: String) -> AnnexArrival? {
        let file = FileName(name)
        let kind = UnreadFile(file.ending)
        guard kind != .other else { return nil }
        let named = annex(in: [file.base])
        guard let annex = named ?? annex(in: file.folders) else { return nil }
        var arrival = AnnexArrival(
            annex: annex, address: CellAddress(file: name, row: 1), state: .unread,
            evidence: .name, clues: AnnexArrival.clues(file: name, sheet: nil))
        if kind == .picture, named == nil {
            // A folder of the annex may hold photographs of what was done.
            arrival.needsOwner = true
            arrival.clues = [file.base]
        }
        return arrival
    }

    /// A copy, a lock file or a file of the system is no material.
    private func isUnread(_ file: DropFile, _ codes: Set<String>) -> Bool {
        switch file.outcome {
        case .read: codes.contains(IntakeCode.documentEmbedded.rawValue)
        case .rejected: true
        case .ignored:
            codes.contains(IntakeCode.formatUnknown.rawValue)
                || codes.contains(IntakeCode.fileEmpty.rawValue)
        }
    }

    private func annex(in texts: [String]) -> Annex? {
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
        case "pdf", "doc", "docx", "wps", "rtf", "ofd", "ceb", "zip", "rar", "7z", "tar", "gz",
            "tgz", "bz2", "xz", "cab", "txt", "odt", "caj":
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
