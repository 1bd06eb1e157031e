import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the bounds of a quantity.
struct BoundsLoader {
    let reader: SubjectReader

    func load(_ fields: inout Fields, _ form: String) -> Bounds? {
        let keys = ["at_least", "more_than", "at_most", "less_than"]
        let nodes = keys.map { fields.optional($0) }
        guard nodes.contains(where: { $0 != nil }) else {
            reader.context.report(.boundsMissing(of: form, at: fields.span))
            return nil
        }
        checkSide((keys[0], nodes[0]), (keys[1], nodes[1]))
        checkSide((keys[2], nodes[2]), (keys[3], nodes[3]))
        let operands = nodes.map { reader.number($0) }
        let bounds = Bounds(
            atLeast: operands[0], moreThan: operands[1], atMost: operands[2],
            lessThan: operands[3])
        if isEmpty(bounds), let span = (nodes[2] ?? nodes[3])?.span {
            let lower = (nodes[0] ?? nodes[1])?.span
            reader.context.report(.boundsUnmeetable(at: span, lower: lower))
        }
        return bounds
    }

    private func checkSide(
        _ first: (key: String, node: Node?), _ second: (key: String, node: Node?)
    ) {
        guard let one = first.node, let other = second.node else { return }
        reader.context.report(
            .boundsOnOneSide((first.key, one.span), (second.key, other.span)))
    }

    private func isEmpty(_ bounds: Bounds) -> Bool {
        guard let lower = bounds.atLeast?.literal ?? bounds.moreThan?.literal,
            let upper = bounds.atMost?.literal ?? bounds.lessThan?.literal
        else { return false }
        let isOpen = bounds.atLeast == nil || bounds.atMost == nil
        return isOpen ? lower >= upper : lower > upper
    }
}
