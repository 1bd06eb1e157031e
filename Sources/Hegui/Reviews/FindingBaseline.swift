import HeguiDiagnostics
import HeguiReports
import HeguiReview

/// The findings of a saved review, to find out which findings of a later one are new.
public struct FindingBaseline: Sendable {
    let baseline: Baseline
    private let name: String

    /// How the findings of a review stand to a baseline.
    public struct Result: Sendable {
        /// How many findings the baseline does not hold.
        public let newCount: Int
        private let summary: BaselineSummary

        fileprivate init(_ summary: BaselineSummary) {
            self.summary = summary
            newCount = summary.result.newCount
        }

        /// Returns how many are new, known and gone, and the first of the new ones, for a terminal.
        public func text(in language: ReportLanguage) -> String {
            summary.text(in: language.language).string
        }
    }

    /// Returns the findings of the JSON report or JSON Lines in the file at `path`.
    ///
    /// - Throws: `ReviewFailure` where it cannot be read or is neither (S0001 to S0004).
    public static func read(_ path: String) throws(ReviewFailure) -> FindingBaseline {
        let content = try SavedReport.content(ofFile: path)
        do {
            return FindingBaseline(baseline: try Baseline(content, name: path), name: path)
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }

    /// Returns which findings of `review` are new.
    ///
    /// - Parameters:
    ///   - review: the review, or the part of it that is looked at.
    ///   - whole: the whole review, to find out what is gone.
    ///   - level: the lightest level that counts; nil for all.
    /// - Returns: the counts, and what is new.
    /// - Complexity: linear in the outcomes.
    public func result(
        of review: DropReview, within whole: DropReview, atOrAbove level: FindingLevel?
    ) -> Result {
        let result = baseline.result(
            of: review.review, within: whole.review, level: (level ?? .hint).level)
        return Result(BaselineSummary(result, name: name, pack: review.review.pack))
    }
}
