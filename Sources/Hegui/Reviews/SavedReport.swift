import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReports
import HeguiReview

/// A review that was saved as JSON.
public struct SavedReport: Sendable {
    let review: SavedReview
    /// The bytes of its file.
    let content: Data

    /// The id of the pack that it is by.
    public var packID: String { review.provenance.pack.id }

    /// Returns the review in the file at `path`.
    ///
    /// - Throws: `ReviewFailure` where it cannot be read or is no such review (S0001 to S0004).
    public static func read(_ path: String) throws(ReviewFailure) -> SavedReport {
        try read(try content(ofFile: path), name: path)
    }

    /// - Throws: `ReviewFailure` where `content` is no such review.
    static func read(_ content: Data, name: String) throws(ReviewFailure) -> SavedReport {
        do {
            return SavedReport(review: try SavedReview(content, name: name), content: content)
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }

    /// - Throws: `ReviewFailure` where the file cannot be read.
    static func content(ofFile path: String) throws(ReviewFailure) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw ReviewFailure(
                .unreadable(path),
                help: Message(
                    zh: "请给出 hegui review --format json 写的文件",
                    en: "give a file that `hegui review --format json` wrote"))
        }
    }
}

extension RulePack {
    /// Returns the pack with the parameters that were set, and the columns revealed, for a saved
    /// review.
    ///
    /// - Throws: `ReviewFailure` where the pack does not take one of them.
    func set(as review: SavedReview) throws(ReviewFailure) -> RulePack {
        var pack = self
        for setting in review.provenance.parameters {
            pack = try pack.setting(setting.name, to: text(of: setting))
        }
        for column in review.provenance.revealed { pack = try pack.revealing(column) }
        return pack
    }

    /// A value as `--set` takes it; for a table the name of the alternative that gives it.
    private func text(of setting: SavedReview.Setting) -> String {
        guard case .list = setting.value,
            let parameter = pack.parameters.first(where: { $0.name == setting.name })
        else { return setting.value.description }
        let alternative = parameter.alternatives.first { $0.value.json == setting.value }
        return alternative?.name ?? setting.value.description
    }
}

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
    /// - Throws: `ReviewFailure` where it cannot be read or is neither (S0001 to S0004, S0007).
    public static func read(_ path: String) throws(ReviewFailure) -> FindingBaseline {
        let content = try SavedReport.content(ofFile: path)
        do {
            return FindingBaseline(baseline: try Baseline(content, name: path), name: path)
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }

    /// - Throws: `ReviewFailure` where the baseline is of another pack (S0005).
    public func check(isOf pack: RulePack) throws(ReviewFailure) {
        do {
            try baseline.check(isOfPack: pack.id)
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
