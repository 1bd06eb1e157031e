package import HeguiDiagnostics
import HeguiEngine
package import HeguiPack

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
