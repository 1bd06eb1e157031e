internal import HeguiDiagnostics

/// The parts of a workbook and how they refer to each other.
struct WorkbookPackage {
    let archive: ZipArchive
    let limits: IntakeLimits
    /// The part that lists the sheets.
    let workbook: String

    /// Opens a workbook; fails where it is none, or is protected by a password.
    init(_ bytes: [UInt8], file: String, limits: IntakeLimits) throws(IntakeFailure) {
        try self.init(ZipArchive(bytes, file: file, limits: limits), limits: limits)
    }

    /// Takes an archive as a workbook; fails where it is none, or is protected by a password.
    init(_ archive: ZipArchive, limits: IntakeLimits) throws(IntakeFailure) {
        self.archive = archive
        self.limits = limits
        guard !archive.isEncrypted else { throw IntakeFailure(.passwordProtected(archive.file)) }
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

    /// Returns what a part refers to; fails where the list of that is not there.
    func relationships(of part: String) throws(IntakeFailure) -> [Relationships.Target] {
        try Self.relationships(of: part, in: archive, limits: limits)
    }

    /// Returns what a part refers to; nothing where it has no list of that.
    func relationships(ofPartOrNone part: String) throws(IntakeFailure) -> [Relationships.Target] {
        guard archive.contains(Relationships.part(of: part)) else { return [] }
        return try relationships(of: part)
    }

    private static func relationships(
        of part: String, in archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> [Relationships.Target] {
        if part.isEmpty, let known = archive.rootTargets { return known }
        let relationships = Relationships(of: part)
        let source = Relationships.part(of: part)
        try MarkupParser.run(source, of: archive, limits: limits, handler: relationships)
        if part.isEmpty { archive.rootTargets = relationships.targets }
        return relationships.targets
    }

    /// The part that holds the workbook, found through the package's relationships.
    private static func workbookPart(
        of archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> String {
        let part = try mainPart(of: archive, limits: limits) ?? "xl/workbook.xml"
        guard archive.contains(part) else {
            throw IntakeFailure(.partMissing(archive.file, part: "xl/workbook.xml"))
        }
        return part
    }

    /// Returns the part that the package's relationships call its document; nil where none is named.
    static func mainPart(
        of archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> String? {
        guard archive.contains(Relationships.part(of: "")) else { return nil }
        return try relationships(of: "", in: archive, limits: limits)
            .first { $0.kind == "officeDocument" }?.part
    }

    /// Whether a workbook or text document is a marked copy or a report of ours.
    static func isOwn(
        _ archive: ZipArchive, limits: IntakeLimits
    ) throws(IntakeFailure) -> Bool {
        guard archive.contains(Relationships.part(of: "")) else { return false }
        let part = try relationships(of: "", in: archive, limits: limits)
            .first { OwnProperties.kinds.contains($0.kind) }?.part
        guard let part, archive.contains(part) else { return false }
        let properties = OwnProperties()
        try MarkupParser.run(part, of: archive, limits: limits, handler: properties)
        return properties.isThere
    }
}
