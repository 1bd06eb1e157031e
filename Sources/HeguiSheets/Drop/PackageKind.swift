internal import HeguiDiagnostics

/// What a zip file holds, by the parts in it.
enum PackageKind: Hashable {
    case workbook
    case wordDocument
    /// A spreadsheet of OpenDocument.
    case openDocument
    /// Files that somebody packed.
    case archive
    /// A table in a format that is not read.
    case unsupportedTable(Message)
    /// What holds no table of ours.
    case foreign(Message)

    /// Looks at the parts of an archive; fails where it is protected by a password or where the
    /// list of its parts is damaged.
    init(_ archive: ZipArchive, limits: IntakeLimits) throws(IntakeFailure) {
        let isPackage = archive.contains("[Content_Types].xml")
        let part = try WorkbookPackage.mainPart(of: archive, limits: limits)
        let main = (part ?? (archive.contains("xl/workbook.xml") ? "xl/workbook.xml" : ""))
            .lowercased()
        if main.hasSuffix(".bin") {
            self = .unsupportedTable(Message(zh: ".xlsb 二进制工作簿", en: "an .xlsb workbook"))
        } else if try Self.isWord(archive, main: main, limits: limits) {
            self = .wordDocument
        } else if main.hasPrefix("ppt/") {
            self = .foreign(Message(zh: "PPT 演示文稿", en: "a PowerPoint presentation"))
        } else if isPackage || archive.contains(main) {
            self = .workbook
        } else if archive.contains("content.xml") {
            self = .openDocument
        } else if archive.contains("OFD.xml") {
            self = .foreign(.printed("OFD 公文", "an OFD document"))
        } else {
            self = .archive
        }
    }

    /// Whether the main part of a package is a text document, wherever it stands.
    private static func isWord(
        _ archive: ZipArchive, main: String, limits: IntakeLimits
    ) throws(IntakeFailure) -> Bool {
        if main.hasPrefix("word/") || main.isEmpty && archive.contains("word/document.xml") {
            return true
        }
        guard !main.isEmpty, !main.hasPrefix("xl/"), !main.hasPrefix("ppt/"),
            archive.contains(main)
        else { return false }
        let root = RootName()
        try MarkupParser.run(main, of: archive, limits: limits, handler: root)
        return root.name == "document"
    }
}

/// What the outermost element of a part is called.
private final class RootName: MarkupHandler {
    private(set) var name: String?

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        if self.name == nil { self.name = name }
    }
}

extension PackageKind {
    /// What the names of the parts of a workbook or document begin with, in small letters.
    private static let beginnings = [
        "[content_types].xml", "_rels/", "docprops/", "xl/", "word/", "ppt/", "mimetype", "ofd.xml",
    ]

    /// Whether a zip file holds files that somebody packed, and is no workbook or document.
    static func isArchive(_ archive: OpenArchive) -> Bool {
        let parts = Set(
            archive.entries.map { String(decoding: $0.name, as: UTF8.self).lowercased() })
        return parts.isDisjoint(with: [
            "[content_types].xml", "xl/workbook.xml", "content.xml", "ofd.xml",
        ])
    }

    /// Whether the first part in a zip file is one that workbooks and documents begin with.
    static func isPackage(_ head: [UInt8]) -> Bool {
        guard head.count > 30 else { return false }
        let length = Int(head[26]) | Int(head[27]) << 8
        let name = String(decoding: head[30...].prefix(length), as: UTF8.self)
            .lowercased().replacing("\\", with: "/")
        return beginnings.contains(where: name.hasPrefix)
    }
}
