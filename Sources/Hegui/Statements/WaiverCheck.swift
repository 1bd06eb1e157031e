public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiReports
import HeguiReview
import HeguiTables

/// What is wrong with waivers and explanations: malformed, unknown, expired, unused or repeated.
public struct WaiverCheck: Sendable {
    private let waiverCount: Int
    private let explanationCount: Int
    private let diagnostics: [Diagnostic]

    /// Whether nothing is wrong with them.
    public var isSound: Bool { diagnostics.isEmpty }

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
        self.diagnostics = diagnostics
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
    public func checkWaivers(of files: [String], drop: [String], asOf: Day?) -> WaiverCheck {
        let tables = Intake(pack).read(files + drop)
        var diagnostics = tables.diagnostics
        if drop.isEmpty {
            diagnostics += tables.files.compactMap { .withoutStatements($0) }
            diagnostics += StatementCheck.diagnostics(
                waivers: tables.waivers, explanations: tables.explanations, pack: pack, asOf: asOf)
        } else if let asOf {
            // The review tells again what was wrong with the files.
            diagnostics = Plan(pack).run(tables: tables, asOf: asOf).diagnostics
        }
        return WaiverCheck(
            waiverCount: tables.waivers.count, explanationCount: tables.explanations.count,
            diagnostics: diagnostics.filter { drop.isEmpty || $0.isAboutStatements })
    }
}

extension Diagnostic {
    /// What to say of a file that should hold records and holds none.
    fileprivate static func withoutStatements(_ file: FileAccount) -> Diagnostic? {
        let isRead = file.sheets.contains { ["waivers", "explanations"].contains($0.readAs) }
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
