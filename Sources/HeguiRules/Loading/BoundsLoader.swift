import HeguiDiagnostics
import HeguiYAML

/// Reads the bounds of a quantity.
struct BoundsLoader {
    let reader: SubjectReader

    func load(_ fields: inout Fields, _ form: String) -> Bounds? {
        let keys = ["at_least", "more_than", "at_most", "less_than"]
        let nodes = keys.map { fields.optional($0) }
        guard nodes.contains(where: { $0 != nil }) else {
            reader.reportMismatch(
                "`\(form)` 要有 `at_least`、`more_than`、`at_most` 或 `less_than`",
                "`\(form)` needs `at_least`, `more_than`, `at_most` or `less_than`",
                at: fields.span)
            return nil
        }
        checkSide(nodes[0], nodes[1], keys[0], keys[1])
        checkSide(nodes[2], nodes[3], keys[2], keys[3])
        let operands = nodes.map { reader.number($0) }
        let bounds = Bounds(
            atLeast: operands[0], moreThan: operands[1], atMost: operands[2],
            lessThan: operands[3])
        if isEmpty(bounds), let span = (nodes[2] ?? nodes[3])?.span {
            reader.context.report(
                "R0403",
                Message(zh: "没有数能满足这些界限", en: "no number fulfils these bounds"), at: span,
                secondary: [nodes[0] ?? nodes[1]].compactMap { $0 }.map {
                    Diagnostic.Label(
                        location: .text($0.span),
                        text: Message(zh: "下限在这里", en: "the lower bound is here"))
                })
        }
        return bounds
    }

    private func checkSide(_ first: Node?, _ second: Node?, _ firstKey: String, _ key: String) {
        guard let first, let second else { return }
        reader.context.report(
            "R0403",
            Message(
                zh: "`\(firstKey)` 和 `\(key)` 是同一侧的界限",
                en: "`\(firstKey)` and `\(key)` bound the same side"),
            at: second.span,
            secondary: [
                Diagnostic.Label(
                    location: .text(first.span),
                    text: Message(zh: "另一个在这里", en: "the other is here"))
            ],
            help: Message(zh: "留下一个", en: "keep one of them"))
    }

    private func isEmpty(_ bounds: Bounds) -> Bool {
        guard let lower = bounds.atLeast?.literal ?? bounds.moreThan?.literal,
            let upper = bounds.atMost?.literal ?? bounds.lessThan?.literal
        else { return false }
        let isOpen = bounds.atLeast == nil || bounds.atMost == nil
        return isOpen ? lower >= upper : lower > upper
    }
}
