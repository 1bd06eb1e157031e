import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Says in one line what a pending outcome still lacks.
struct StillMissing {
    let index: ReviewIndex
    let say: Speaker

    /// Returns such as `还差 2（已有 0，要求 2）`, or that the act is not on record.
    func text(of outcome: Outcome) -> DataText {
        let parts = outcome.parts.filter { $0.verdict == .pending }.map { text($0) }
        let separator = say("；", "; ")
        let lack = parts.isEmpty ? amount(of: outcome) : parts.joined(separator: separator)
        let cells = MissingList(index: index, say: say).text(outcome.missing)
        return [lack, cells].filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func text(_ part: OutcomePart) -> DataText {
        var words = say(part.title) ?? DataText(part.id)
        if let observed = part.observed {
            let figures = figures(observed, of: part.required, lacking: part.gap)
            words += say("：\(figures)", ": \(figures)")
        }
        if let due = part.due { words += say("（\(due) 前）", " (by \(due))") }
        return words
    }

    private func amount(of outcome: Outcome) -> DataText {
        if let rate = outcome.rate {
            return figures(
                "\(rate.numerator)/\(rate.denominator)", of: outcome.required,
                lacking: outcome.gap)
        }
        guard let observed = outcome.observed else {
            return say("尚无完成记录", "not on record yet")
        }
        return figures(observed, of: outcome.required, lacking: outcome.gap)
    }

    private func figures(
        _ observed: String, of required: String?, lacking gap: Ratio?
    ) -> DataText {
        let asked = required.map { say("，要求 \($0)", ", asked \($0)") } ?? ""
        let found = say("已有 \(observed)\(asked)", "\(observed) so far\(asked)")
        guard let gap, gap != .zero else { return found }
        return say("还差 \(gap.text)（\(found)）", "\(gap.text) lacking (\(found))")
    }
}
