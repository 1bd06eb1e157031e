internal import HeguiDiagnostics

/// An OpenDocument spreadsheet, in a zip file or as one XML text → its sheets, in their order.
struct OpenDocumentReader {
    let file: String
    let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    /// Reads every table, hidden ones too. Fails where the document is no spreadsheet, is one of
    /// ours, or is protected by a password.
    mutating func read(_ archive: ZipArchive) throws(IntakeFailure) -> [Sheet] {
        let manifest = OpenDocumentManifest()
        // OpenOffice wrote a document type here, and nothing else rests on this part.
        _ = try? runOptional("META-INF/manifest.xml", of: archive, manifest)
        guard !manifest.isEncrypted else { throw IntakeFailure(.passwordProtected(file)) }
        let properties = OwnProperties()
        try runOptional("meta.xml", of: archive, properties)
        guard !properties.isThere else { throw IntakeFailure(.madeByHegui(file)) }
        let common = OpenDocumentContent(file: file, limits: limits, isCommonStyles: true)
        try runOptional("styles.xml", of: archive, common)
        let content = OpenDocumentContent(
            file: file, limits: limits, styles: common.commonStyles)
        try MarkupParser.run("content.xml", of: archive, limits: limits, handler: content)
        return try sheets(of: content)
    }

    /// Reads a document that is one XML text, in UTF-8.
    mutating func read(flat utf8: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        let content = OpenDocumentContent(file: file, limits: limits)
        try MarkupParser.run(utf8, file: file, limits: limits, handler: content)
        guard !content.isOwn else { throw IntakeFailure(.madeByHegui(file)) }
        return try sheets(of: content)
    }

    private mutating func sheets(
        of content: OpenDocumentContent
    ) throws(IntakeFailure) -> [Sheet] {
        switch content.body {
        case "spreadsheet"?, nil:
            diagnostics += content.diagnostics
            return content.sheets
        case "text"?: throw IntakeFailure(.openDocumentText(file))
        default:
            let what = Message(
                zh: "OpenDocument 的图形、演示文稿或数据库", en: "a drawing, slides or a database")
            throw IntakeFailure(.formatUnknown(file, what: what))
        }
    }

    private func runOptional(
        _ part: String, of archive: ZipArchive, _ handler: any MarkupHandler
    ) throws(IntakeFailure) {
        guard archive.contains(part) else { return }
        try MarkupParser.run(part, of: archive, limits: limits, handler: handler)
    }
}

/// Finds out whether parts of a document are encrypted, which its zip file does not say.
final class OpenDocumentManifest: MarkupHandler {
    private(set) var isEncrypted = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        if name == "encryption-data" { isEncrypted = true }
    }
}
