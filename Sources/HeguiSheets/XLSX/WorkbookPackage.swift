internal import HeguiDiagnostics

/// The parts of a workbook and how they refer to each other.
struct WorkbookPackage {
    let archive: ZipArchive
    let limits: IntakeLimits
    /// The part that lists the sheets.
    let workbook: String

    /// Opens a workbook; fails where it is none, or is protected by a password.
    init(_ bytes: [UInt8], file: String, limits: IntakeLimits) throws(IntakeFailure) {
        archive = try ZipArchive(bytes, file: file, limits: limits)
        self.limits = limits
        guard !archive.isEncrypted else { throw IntakeFailure(.passwordProtected(file)) }
        workbook = try Self.workbookPart(of: archive, limits: limits)
    }

    /// Runs a handler over a part.
    func run(_ part: String, _ handler: any MarkupHandler) throws(IntakeFailure) {
        try MarkupParser.run(part, of: archive, limits: limits, handler: handler)
    }

    /// Returns the inflated bytes of a part, which must be UTF-8.
    func bytes(of part: String) throws(IntakeFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try archive.read(part) { block throws(IntakeFailure) in bytes += block }
        guard bytes.first != 0xFE, bytes.first != 0xFF, bytes.first != 0 else {
            throw IntakeFailure(.markupMalformed(archive.file, part: part, line: 1))
        }
        return bytes
    }

    /// Returns what a part refers to; nothing where it has no relationships.
    func relationships(of part: String) throws(IntakeFailure) -> [Relationships.Target] {
        try Self.relationships(of: part, in: archive, limits: limits)
    }

    private static func relationships(
        of part: String, in archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> [Relationships.Target] {
        let relationships = Relationships(of: part)
        let source = Relationships.part(of: part)
        try MarkupParser.run(source, of: archive, limits: limits, handler: relationships)
        return relationships.targets
    }

    /// The part that holds the workbook, found through the package's relationships.
    private static func workbookPart(
        of archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> String {
        var part = "xl/workbook.xml"
        if archive.contains(Relationships.part(of: "")) {
            let targets = try relationships(of: "", in: archive, limits: limits)
            if let target = targets.first(where: { $0.kind == "officeDocument" }) {
                part = target.part
            }
        }
        let lower = part.lowercased()
        if lower.hasSuffix(".bin") {
            let what = Message(zh: ".xlsb 二进制工作簿", en: "an .xlsb workbook")
            throw IntakeFailure(.workbookFormatUnsupported(archive.file, what: what))
        }
        if lower.hasPrefix("word/") || lower.hasPrefix("ppt/") {
            let what = Message(zh: "Word 或 PPT 文档", en: "a Word or PowerPoint document")
            throw IntakeFailure(.formatUnknown(archive.file, what: what))
        }
        guard archive.contains(part) else { throw IntakeFailure(notAWorkbook(archive)) }
        return part
    }

    private static func notAWorkbook(_ archive: ZipArchive) -> Diagnostic {
        if archive.contains("[Content_Types].xml") {
            return .partMissing(archive.file, part: "xl/workbook.xml")
        }
        if archive.contains("content.xml") {
            let what = Message(zh: ".ods 表格", en: "an .ods spreadsheet")
            return .workbookFormatUnsupported(archive.file, what: what)
        }
        if archive.contains("OFD.xml") {
            let what = Message(zh: "OFD 公文", en: "an OFD document")
            return .formatUnknown(archive.file, what: what)
        }
        let what = Message(zh: "ZIP 压缩包，请先解压", en: "a ZIP archive: unpack it first")
        return .formatUnknown(archive.file, what: what)
    }
}
