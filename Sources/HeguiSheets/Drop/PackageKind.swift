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
        } else if main.hasPrefix("word/") {
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
}
