internal import HeguiDiagnostics

/// What a compound file of the old Office family is, by the streams at its top.
enum CompoundKind: Hashable {
    /// A workbook with the stream that holds it.
    case workbook([UInt8])
    /// A copy or report of ours that was saved in the old format.
    case ownCopy
    /// Any document of Office that is protected by a password.
    case protected
    /// What holds no table of ours.
    case foreign(Message)

    /// Looks at the streams; fails where the file is damaged and was a workbook.
    init(_ bytes: [UInt8], file: String, limits: IntakeLimits) throws(IntakeFailure) {
        do throws(IntakeFailure) {
            let compound = try CompoundFile(bytes, file: file, limits: limits)
            self = try CompoundKind(compound)
        } catch {
            guard let kind = Self.kind(ofDamaged: bytes) else { throw error }
            self = kind
        }
    }

    /// What was a document is none of ours, whole or damaged; nil for what was a workbook.
    private static func kind(ofDamaged bytes: [UInt8]) -> CompoundKind? {
        if holds(bytes, "Workbook") || holds(bytes, "Book") { return nil }
        if holds(bytes, "EncryptedPackage") { return .protected }
        return .foreign(what { holds(bytes, $0) })
    }

    private init(_ compound: CompoundFile) throws(IntakeFailure) {
        if compound.contains("EncryptedPackage") {
            self = .protected
        } else if let stream = try Self.workbook(in: compound) {
            let properties = try? compound.stream(OldProperties.stream)
            let isOwn = properties.map(OldProperties.isOwn) ?? false
            self = isOwn ? .ownCopy : .workbook(stream)
        } else if let document = try? compound.stream("WordDocument"), Self.isEncrypted(document) {
            self = .protected
        } else {
            self = .foreign(Self.what(compound.contains))
        }
    }

    private static func workbook(in compound: CompoundFile) throws(IntakeFailure) -> [UInt8]? {
        if let stream = try compound.stream("Workbook") { return stream }
        return try compound.stream("Book")
    }

    /// Whether the head of an old document says that the rest needs a password.
    private static func isEncrypted(_ document: [UInt8]) -> Bool {
        (document.word(10) ?? 0) & 0x100 != 0
    }

    /// What a file is in which streams of some names are.
    private static func what(_ holds: (String) -> Bool) -> Message {
        if holds("WordDocument") {
            .document("旧版 Word 或 WPS 文字文档（.doc、.wps）", "an old Word or WPS document")
        } else if holds("PowerPoint Document") {
            Message(zh: "旧版 PPT 演示文稿", en: "an old PowerPoint presentation")
        } else if holds("__properties_version1.0") {
            Message(
                zh: "Outlook 邮件，请把附件另存出来",
                en: "an Outlook message: save what is attached to it")
        } else {
            Message(
                zh: "旧版 Office 文件，请打开后另存为 .xlsx 或 .docx",
                en: "an old Office file: open it and save it as .xlsx or .docx")
        }
    }

    /// Returns whether the directory of a file that cannot be opened names `stream`.
    private static func holds(_ bytes: [UInt8], _ stream: String) -> Bool {
        var name: [UInt8] = []
        for letter in stream.utf8 { name += [letter, 0] }
        name += [0, 0]
        // Directory entries are 128 bytes long and start on such a boundary.
        for offset in stride(from: 512, to: bytes.count, by: 128)
        where bytes[offset...].starts(with: name) { return true }
        return false
    }
}
