package import HeguiDiagnostics
import HeguiEngine
package import HeguiPack

/// Says how the findings of a review stand to a baseline.
package struct BaselineSummary: Sendable {
    package let result: Baseline.Result
    private let name: String
    private let index: ReviewIndex

    /// How many new findings are told one by one.
    private static let limit = 20

    package init(_ result: Baseline.Result, name: String, pack: Pack) {
        self.result = result
        self.name = name
        index = ReviewIndex(pack)
    }

    /// Returns a line with the counts and one for each of the first new findings.
    package func text(in language: Language) -> String {
        let counts = Message(
            zh:
                "基线 \(name)：新增 \(result.newCount) · 已知 \(result.knownCount) · 消失 \(result.goneCount)",
            en: "baseline \(name): new \(result.newCount), known \(result.knownCount), "
                + "gone \(result.goneCount)")
        var lines = [counts.text(in: language)]
        let names = SubjectWords(index: index, language: language)
        for outcome in result.newOutcomes.prefix(Self.limit) {
            let title = index.rule(outcome.rule)?.title.text(in: language) ?? outcome.rule
            lines.append("  + \(outcome.clause)  \(names.fullName(of: outcome.subject))  \(title)")
        }
        if result.newDataFindingCount > 0 {
            let count = result.newDataFindingCount
            lines.append(
                "  + "
                    + Message(zh: "数据问题 \(count) 项", en: "data findings: \(count)")
                    .text(in: language))
        }
        let rest = result.newOutcomes.count - Self.limit
        if rest > 0 {
            lines.append("  " + Message(zh: "另有 \(rest) 项", en: "\(rest) more").text(in: language))
        }
        let ink = Ink(isColoured: false, redaction: index.redaction)
        return lines.map { ink.clean($0) + "\n" }.joined()
    }
}
