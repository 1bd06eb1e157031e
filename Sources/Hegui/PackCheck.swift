import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiRules

/// What is wrong with a pack: mistakes in its files, and examples that do not hold.
public struct PackCheck: Sendable {
    /// The language in which the pack's messages are first written; Chinese where it cannot be read.
    public let language: ReportLanguage
    private let pack: Pack?
    private let diagnostics: [Diagnostic]
    private let texts: [String: SourceText]

    /// Whether the pack can be used and all of its examples hold.
    public var isSound: Bool {
        pack != nil && !diagnostics.contains { $0.severity == .error }
    }

    /// Checks the pack of `folder`; examples run only if the pack can be used.
    ///
    /// - Throws: `ReviewFailure` where the folder cannot be read.
    public static func run(folder: String) throws(ReviewFailure) -> PackCheck {
        let sources = try PackFolder(folder).sources()
        let result = PackLoader.load(sources)
        let failing = result.pack.map(failingExamples) ?? []
        return PackCheck(
            language: ReportLanguage(result.pack?.language ?? .chinese), pack: result.pack,
            diagnostics: result.diagnostics + failing, texts: sources.texts)
    }

    /// Returns the mistakes and a line that sums up, for a terminal.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> String {
        let renderer = DiagnosticRenderer(
            language: language.language, texts: texts, usesColour: isColoured)
        let mistakes = renderer.render(diagnostics)
        guard let pack, isSound else { return mistakes }
        let examples =
            pack.rules.reduce(0) { $0 + $1.examples.count }
            + pack.awards.reduce(0) { $0 + $1.examples.count }
        let summary = Message(
            zh: "\(pack.id) \(pack.version)：\(pack.clauses.count) 条条款，\(pack.rules.count) 条规则，"
                + "\(pack.awards.count) 个评优项目，\(examples) 个样例全部成立",
            en: "\(pack.id) \(pack.version): \(pack.clauses.count) clauses, "
                + "\(pack.rules.count) rules, \(pack.awards.count) awards; "
                + "all \(examples) examples hold")
        return mistakes + summary.text(in: language.language) + "\n"
    }

    private static func failingExamples(_ pack: Pack) -> [Diagnostic] {
        var runner = ExampleRunner(pack)
        var failing: [Diagnostic] = []
        for rule in pack.rules {
            for example in rule.examples {
                let tables = ExampleTables.make(example, pack)
                failing += runner.run(example, of: rule, tables: tables).map(diagnostic)
            }
        }
        for award in pack.awards {
            for example in award.examples {
                let tables = ExampleTables.make(example, pack)
                failing += runner.run(example, of: award, tables: tables).map(diagnostic)
            }
        }
        return failing
    }

    private static func diagnostic(_ mismatch: ExampleRunner.Mismatch) -> Diagnostic {
        Diagnostic(
            code: "E0101",
            message: Message(
                zh: "样例“\(mismatch.example)”不成立",
                en: "the example “\(mismatch.example)” does not hold"),
            at: .text(mismatch.span),
            label: Message(
                zh: "`\(mismatch.field)` 实为 `\(mismatch.actual)`",
                en: "`\(mismatch.field)` is `\(mismatch.actual)`"))
    }
}
