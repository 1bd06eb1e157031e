import HeguiDiagnostics
import HeguiEngine
import HeguiReports
import HeguiRules

/// What a pack says of a drop on a day.
public struct DropReview: Sendable {
    private let review: Review
    private let selection: Selection

    init(_ review: Review) {
        self.review = review
        selection = Selection([])
    }

    private init(_ review: Review, selection: Selection) {
        self.review = review
        self.selection = selection
    }

    /// Whether there was anything to check, every file could be opened and every rule could run.
    public var isComplete: Bool {
        review.hasData && !review.diagnostics.contains { $0.severity == .error }
            && !review.outcomes.those(of: [.failed]).contains { _ in true }
    }

    /// Returns how many violations and data findings of `level` or a weightier one are open.
    ///
    /// Explained and waived ones are not.
    ///
    /// - Complexity: linear in the number of outcomes.
    public func openFindings(atOrAbove level: FindingLevel) -> Int {
        Tally(review).openFindings(atOrAbove: level.level)
    }

    /// Returns the review with only what the words name; all of it for no words.
    ///
    /// A word is a rule, clause or award, or a subject or unit by its id or name.
    ///
    /// - Throws: `ReviewFailure` for a word that names none of them.
    public func limited(to words: [String]) throws(ReviewFailure) -> DropReview {
        let selection = Selection(words)
        do {
            return DropReview(try selection.applied(to: review), selection: selection)
        } catch {
            let near = NearestName.suggestion(for: error.word, among: error.candidates)
            throw ReviewFailure(
                Message(
                    zh: "`\(error.word)` 不是规则、条款、评优项目，也不是对象",
                    en: "`\(error.word)` is no rule, clause, award or subject"),
                help: near.map { Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?") })
        }
    }

    /// Returns the review as text for people.
    public func text(
        _ scope: ReportScope, in language: ReportLanguage, isColoured: Bool = false
    ) -> ReportFile {
        let report = TextReport(
            review, scope: scope.scope, language: language.language, isColoured: isColoured,
            selection: selection)
        return ReportFile(name: "review.txt") { report.write(to: &$0) }
    }

    /// Returns the review as JSON, described by `docs/schema/review.schema.json`.
    public func json() -> ReportFile {
        let report = JSONReport(review, engineVersion: engineVersion, selection: selection)
        return ReportFile(name: "review.json") { report.write(to: &$0) }
    }

    /// Returns `outcomes.csv` and `standings.csv`, whose messages are in `language`.
    public func csv(in language: ReportLanguage) -> [ReportFile] {
        let report = CSVReport(review, language: language.language)
        return [
            ReportFile(name: "outcomes.csv") { report.writeOutcomes(to: &$0) },
            ReportFile(name: "standings.csv") { report.writeStandings(to: &$0) },
        ]
    }

    /// Returns what kept files from being read, for a terminal; empty where all were read.
    public func problems(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(review.diagnostics)
    }
}
