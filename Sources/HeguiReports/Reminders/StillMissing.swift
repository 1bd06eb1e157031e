import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Says in one line what a pending outcome still lacks.
struct StillMissing {
    let index: ReviewIndex
    let language: Language

    /// Returns such as `还差 2（已有 0，要求 2）`, or that the act is not on record.
    func text(of outcome: Outcome) -> String {
        let separator = Message(zh: "；", en: "; ").text(in: language)
        let parts = outcome.parts.filter { $0.verdict == .pending }.map(text)
        let lack = parts.isEmpty ? amount(of: outcome) : parts.joined(separator: separator)
        let cells = MissingList(index: index, language: language).text(outcome.missing)
        return [lack, cells].filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func text(_ part: OutcomePart) -> String {
        var words = part.title?.text(in: language) ?? part.id
        if let observed = part.observed {
            let figures = figures(observed, of: part.required, lacking: part.gap)
            words += Message(zh: "：", en: ": ").text(in: language) + figures
        }
        if let due = part.due {
            words += Message(zh: "（\(due) 前）", en: " (by \(due))").text(in: language)
        }
        return words
    }

    private func amount(of outcome: Outcome) -> String {
        if let rate = outcome.rate {
            return figures(
                "\(rate.numerator)/\(rate.denominator)", of: outcome.required,
                lacking: outcome.gap)
        }
        guard let observed = outcome.observed else {
            return Message(zh: "尚无完成记录", en: "not on record yet").text(in: language)
        }
        return figures(observed, of: outcome.required, lacking: outcome.gap)
    }

    private func figures(_ observed: String, of required: String?, lacking gap: Ratio?) -> String {
        let asked = required.map { Message(zh: "，要求 \($0)", en: ", asked \($0)") }
        let found = Message(
            zh: "已有 \(observed)" + (asked?.zh ?? ""), en: "\(observed) so far" + (asked?.en ?? ""))
        guard let gap, gap != .zero else { return found.text(in: language) }
        return Message(
            zh: "还差 \(gap.text)（\(found.zh)）", en: "\(gap.text) lacking (\(found.en))"
        ).text(in: language)
    }
}
