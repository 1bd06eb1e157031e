package import FoundationEssentials
package import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
import HeguiTables

/// The open findings of a saved review, so that a later one can tell which of its own are new.
package struct Baseline: Sendable {
    fileprivate let findings: [FindingMatch.Finding]
    private let levels: [Level]
    private let packID: String
    private let name: String

    /// Reads the open findings of a JSON report or of JSON Lines.
    ///
    /// - Throws: `SavedReview.Failure` for what is neither (S0001 to S0004, S0007).
    /// - Complexity: linear in the text; only fingerprints, hashes and levels are kept.
    package init(_ content: Data, name: String) throws(SavedReview.Failure) {
        var findings: [FindingMatch.Finding] = []
        var levels: [Level] = []
        packID = try BaselineFinding.forEachOpen(in: content, name: name) {
            findings.append($0.finding)
            levels.append($0.level)
        }
        self.name = name
        self.findings = findings
        self.levels = levels
    }

    /// - Throws: `SavedReview.Failure` where the baseline is of another pack, in which no finding
    ///   can be known (S0005).
    package func check(isOfPack pack: String) throws(SavedReview.Failure) {
        guard packID == pack else {
            throw SavedReview.Failure(
                diagnostic: .baselineOfOtherPack(name, packID, wanted: pack))
        }
    }

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
        let known = KnownFindings(of: whole, in: self)
        for outcome in review.outcomes.those(of: [.violated])
        where outcome.isOpen && outcome.level >= level {
            if known.contains(outcome) {
                result.knownCount += 1
            } else {
                result.newOutcomes.append(outcome)
            }
        }
        for finding in review.dataFindings where finding.level >= level {
            if known.contains(finding) {
                result.knownCount += 1
            } else {
                result.newDataFindingCount += 1
            }
        }
        result.goneCount = zip(findings, levels).count { finding, own in
            own >= level && !known.match.contains(finding)
        }
        return result
    }
}

/// The open findings of a review that a baseline has as well.
package struct KnownFindings: Sendable {
    fileprivate let match: FindingMatch
    private let maker: FingerprintMaker
    private let redaction: Redaction

    /// - Complexity: linear in the open findings of the review, and in those of the baseline.
    package init(of review: Review, in baseline: Baseline) {
        let (maker, redaction) = (FingerprintMaker(review), Redaction(review.pack))
        self.maker = maker
        self.redaction = redaction
        let outcomes = review.outcomes.those(of: [.violated]).lazy.filter(\.isOpen).map {
            Self.finding($0, by: maker, redaction)
        }
        var findings = Array(outcomes)
        findings += review.dataFindings.map { Self.finding($0, by: maker, redaction) }
        match = FindingMatch(baseline.findings, findings)
    }

    func contains(_ outcome: Outcome) -> Bool {
        match.contains(Self.finding(outcome, by: maker, redaction))
    }

    func contains(_ finding: DataFinding) -> Bool {
        match.contains(Self.finding(finding, by: maker, redaction))
    }

    private static func finding(
        _ outcome: Outcome, by maker: FingerprintMaker, _ redaction: Redaction
    ) -> FindingMatch.Finding {
        FindingMatch.Finding(
            maker.fingerprint(of: outcome).description,
            saying: redaction.mask(outcome.message.zh))
    }

    private static func finding(
        _ finding: DataFinding, by maker: FingerprintMaker, _ redaction: Redaction
    ) -> FindingMatch.Finding {
        FindingMatch.Finding(
            maker.fingerprint(of: finding).description,
            saying: redaction.mask(finding.message.zh))
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
