public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

/// What is wrong with waivers and explanations: malformed, unknown, expired, unused or repeated.
public struct WaiverCheck: Sendable {
    private let waiverCount: Int
    private let explanationCount: Int
    private let diagnostics: [Diagnostic]

    /// Whether nothing is wrong with them; notes are allowed.
    public var isSound: Bool { diagnostics.allSatisfy { $0.severity == .note } }

    /// Returns the mistakes and a line that sums up, for a terminal.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> String {
        let renderer = DiagnosticRenderer(language: language.language, usesColour: isColoured)
        let mistakes = renderer.render(diagnostics.map(Redaction.full.masked))
        guard isSound else { return mistakes }
        let summary = Message(
            zh: "\(waiverCount) 条豁免、\(explanationCount) 条说明，没有问题",
            en: "waivers: \(waiverCount), explanations: \(explanationCount); nothing is wrong")
        return mistakes + summary.text(in: language.language) + "\n"
    }

    init(waiverCount: Int, explanationCount: Int, diagnostics: [Diagnostic]) {
        self.waiverCount = waiverCount
        self.explanationCount = explanationCount
        self.diagnostics = Diagnostic.first(of: diagnostics)
    }
}

extension RulePack {
    /// Checks the waivers and explanations of `files`, some of which may lie in a drop.
    ///
    /// Whether a record's subject exists and whether anything needs it can be told only with a drop.
    ///
    /// - Parameters:
    ///   - files: YAML texts or sheets of records.
    ///   - drop: the material; empty leaves out what needs it.
    ///   - asOf: the day on which the records should count; nil leaves that out.
    /// - Returns: what is wrong with them.
    public func checkWaivers(of files: [String], drop: DropPaths, asOf: Day?) -> WaiverCheck {
        let listing = DropListing(of: drop.selection)
        let named = counting(waiversOf: files).namedWaivers(of: listing)
        let tables = Intake(pack, asOf: asOf, named: named).read(listing)
        let accounts = tables.files.filter { named.names.contains($0.file) }
        var diagnostics = accounts.compactMap { Diagnostic.withoutStatements($0) }
        if drop.isEmpty {
            diagnostics = tables.diagnostics + diagnostics
            diagnostics += StatementCheck.diagnostics(
                waivers: tables.waivers, explanations: tables.explanations, pack: pack, asOf: asOf)
        } else if let asOf {
            // The review tells again what was wrong with the files.
            let review = Plan(pack).run(tables: tables, asOf: asOf)
            diagnostics += review.diagnostics.filter { $0.isAboutStatements }
        }
        return WaiverCheck(
            waiverCount: tables.waivers.count, explanationCount: tables.explanations.count,
            diagnostics: diagnostics)
    }
}

extension Diagnostic {
    /// What to say of a file that should hold records and holds none.
    static func withoutStatements(_ file: FileAccount) -> Diagnostic? {
        let isRead = file.sheets.contains { sheet in
            sheet.readAsIDs.contains { ["waivers", "explanations"].contains($0) }
        }
        guard let reason = file.notRead ?? (isRead || file.format == "YAML" ? nil : nothing) else {
            return nil
        }
        return .recordsMissing(in: file.file, reason: reason)
    }

    private static let nothing = Message(zh: "表格不是这样的登记", en: "its sheets are something else")

    /// Whether it is about a waiver, an explanation or the text that holds them.
    fileprivate var isAboutStatements: Bool {
        ["E00", "I03", "Y"].contains { code.hasPrefix($0) }
    }
}

/// A waiver added to a file of waivers, not yet written.
public struct WaiverAddition: Sendable {
    /// The material against which a waiver is held before it is written.
    public struct Material: Sendable {
        let drop: DropPaths
        let asOf: Day

        /// The files and folders of a drop, and the day that counts as today.
        public init(drop: DropPaths, asOf: Day) {
            self.drop = drop
            self.asOf = asOf
        }
    }

    /// The whole file with the waiver in it.
    public let file: ReportFile
    /// What the file held when it was read.
    private let original: [UInt8]
    /// What is worth knowing though nothing stands against the waiver.
    private let notices: [Diagnostic]

    init(path: String, original: [UInt8], content: [UInt8], notices: [Diagnostic]) {
        // The file is the user's own, with all it held before.
        file = ReportFile(name: path, redaction: .none) { $0.write(packed: content) }
        self.original = original
        self.notices = notices
    }

    /// Whether the file still holds what it held when it was read.
    public var isCurrent: Bool {
        (try? RulePack.bytes(ofFile: file.name)) == original
    }

    /// Returns the notices, for a terminal; empty where there are none.
    public func notices(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(notices.map(Redaction.full.masked))
    }
}

/// A waiver that is to be recorded.
public struct WaiverEntry: Sendable {
    /// The id of the rule whose violation it covers.
    public var rule: String
    /// The key of whom or what it covers, or the name where no two have it.
    public var subject: String
    /// Why it is given.
    public var reason: String
    /// Who has given it.
    public var approver: String
    /// The number of the document by which it was given, where there is one.
    public var document: String?
    /// The day from which it counts.
    public var day: Day
    /// The last day on which it counts.
    public var expires: Day

    /// The waiver of a rule for a subject, from `day` up to and including `expires`.
    public init(
        rule: String, subject: String, reason: String, approver: String, document: String? = nil,
        day: Day, expires: Day
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.approver = approver
        self.document = document
        self.day = day
        self.expires = expires
    }

    /// The waiver as part of the file `name`.
    func waiver(in name: String) -> Waiver {
        Waiver(
            rule: rule, subject: subject, reason: reason, approver: approver, document: document,
            day: day, expires: expires, location: .file(name))
    }
}
