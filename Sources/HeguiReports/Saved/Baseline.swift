package import FoundationEssentials
package import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
import HeguiTables

/// The findings of a saved review, by fingerprint, so that a later one can tell which are new.
package struct Baseline: Sendable {
    /// By fingerprint: the levels of the open findings that have it.
    private let levels: [String: [Level]]

    /// Reads the open findings of a JSON report or of JSON Lines.
    ///
    /// - Throws: `SavedReview.Failure` for what is neither (S0001 to S0004).
    /// - Complexity: linear in the text; only fingerprints and levels are kept.
    package init(_ content: Data, name: String) throws(SavedReview.Failure) {
        var levels: [String: [Level]] = [:]
        try BaselineFinding.forEachOpen(in: content, name: name) {
            levels[$0.fingerprint, default: []].append($0.level)
        }
        self.levels = levels
    }

    /// Tells of the findings of a review, in its order, whether the baseline has them.
    package struct Reader {
        fileprivate var rest: [String: [Level]]

        /// Returns whether the baseline has a finding of this fingerprint that was not asked for yet.
        mutating func knows(_ fingerprint: Fingerprint) -> Bool {
            Baseline.take(fingerprint.description, from: &rest)
        }
    }

    package func reader() -> Reader { Reader(rest: levels) }

    /// How the findings of a review stand to those of the baseline.
    package struct Result: Sendable {
        /// In the order of the review.
        package fileprivate(set) var newOutcomes: [Outcome] = []
        package fileprivate(set) var newDataFindingCount = 0
        package fileprivate(set) var knownCount = 0
        package fileprivate(set) var goneCount = 0

        package var newCount: Int { newOutcomes.count + newDataFindingCount }
    }

    /// Returns which open findings of `level` or a weightier one are new, known or gone.
    ///
    /// - Parameters:
    ///   - review: the review, or a part of it that was selected.
    ///   - whole: the whole review, in which a finding that is gone must not be either.
    ///   - level: the lightest level that counts.
    /// - Returns: the new ones and how many are known and gone.
    /// - Complexity: linear in the outcomes; only new findings are kept.
    package func result(of review: Review, within whole: Review, level: Level) -> Result {
        var result = Result()
        var rest = levels
        let maker = FingerprintMaker(review)
        for outcome in review.outcomes.those(of: [.violated])
        where outcome.isOpen && outcome.level >= level {
            if Self.take(maker.fingerprint(of: outcome).description, from: &rest) {
                result.knownCount += 1
            } else {
                result.newOutcomes.append(outcome)
            }
        }
        for finding in review.dataFindings where finding.level >= level {
            if Self.take(maker.fingerprint(of: finding).description, from: &rest) {
                result.knownCount += 1
            } else {
                result.newDataFindingCount += 1
            }
        }
        result.goneCount = goneCount(in: whole, level: level)
        return result
    }

    private func goneCount(in review: Review, level: Level) -> Int {
        var rest = levels
        let maker = FingerprintMaker(review)
        for outcome in review.outcomes.those(of: [.violated]) where outcome.isOpen {
            _ = Self.take(maker.fingerprint(of: outcome).description, from: &rest)
        }
        for finding in review.dataFindings {
            _ = Self.take(maker.fingerprint(of: finding).description, from: &rest)
        }
        return rest.values.joined().count { $0 >= level }
    }

    /// Takes one finding out, so that a second one of its fingerprint is new; returns whether there
    /// was one.
    private static func take(_ fingerprint: String, from levels: inout [String: [Level]]) -> Bool {
        levels[fingerprint]?.popLast() != nil
    }
}

/// Says how the findings of a review stand to a baseline.
package struct BaselineSummary: Sendable {
    package let result: Baseline.Result
    private let name: String
    private let pack: Pack

    /// How many new findings are told one by one.
    private static let limit = 20

    package init(_ result: Baseline.Result, name: String, pack: Pack) {
        self.result = result
        self.name = name
        self.pack = pack
    }

    /// Returns a line with the counts and one for each of the first new findings.
    package func text(in language: Language) -> MaskedText {
        let say = Speaker(language)
        let (known, gone) = (result.knownCount, result.goneCount)
        var lines = [
            say(
                "基线 \(name)：新增 \(result.newCount) · 已知 \(known) · 消失 \(gone)",
                "baseline \(name): new \(result.newCount), known \(known), gone \(gone)")
        ]
        let index = ReviewIndex(pack)
        let names = SubjectWords(say: say)
        for outcome in result.newOutcomes.prefix(Self.limit) {
            let subject = names.fullName(of: outcome.subject)
            lines.append("  + \(outcome.clause)  \(subject)  \(index.ruleTitle(outcome.rule, say))")
        }
        if result.newDataFindingCount > 0 {
            let count = result.newDataFindingCount
            lines.append("  + \(say("数据问题 \(count) 项", "data findings: \(count)"))")
        }
        let rest = result.newOutcomes.count - Self.limit
        if rest > 0 { lines.append("  \(say("另有 \(rest) 项", "\(rest) more"))") }
        let pen = Pen(isColoured: false, redaction: Redaction(pack))
        return lines.map { "\(pen.clean($0))\n" as MaskedText }.joined()
    }
}
