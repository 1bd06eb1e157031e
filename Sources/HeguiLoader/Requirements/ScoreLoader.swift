import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `score`: blocks of items that add and take points.
struct ScoreLoader {
    private static let what = Message(zh: "`score`", en: "`score`")

    let reader: SubjectReader

    private var context: LoadContext { reader.context }

    func load(_ outer: inout Fields, _ time: WindowLoader.Time?) -> ScoreQuantity? {
        guard let node = outer.required("score"), var fields = Fields(node, Self.what, in: context)
        else { return nil }
        let blocks = blocks(&fields, time)
        let floor = reader.number(fields.optional("floor"))
        let ceiling = reader.number(fields.optional("ceiling"))
        let round = round(fields.optional("round"))
        fields.finish()
        checkIDs(blocks.map { ($0.block.id, $0.span) })
        checkLimits(floor, ceiling, at: node.span)
        return ScoreQuantity(
            blocks: blocks.map(\.block), floor: floor, ceiling: ceiling, round: round,
            window: time?.ofScore)
    }

    private typealias Located = (block: ScoreQuantity.Block, span: Span)

    private func blocks(_ fields: inout Fields, _ time: WindowLoader.Time?) -> [Located] {
        guard fields.has("blocks") else {
            let start = reader.number(fields.optional("start"))
            let block = ScoreQuantity.Block(
                id: "score", title: nil, start: start, items: items(&fields, time), floor: nil,
                ceiling: nil, weight: .literal(.one, at: nil))
            return [(block, fields.span)]
        }
        return context.items(fields.optional("blocks"), Self.what).compactMap { block($0, time) }
    }

    private func block(_ node: Node, _ time: WindowLoader.Time?) -> Located? {
        let what = Message(zh: "计分的板块", en: "a block of `score`")
        guard var fields = Fields(node, what, in: context) else { return nil }
        let id = context.identifier(fields.required("id"), what, dashes: true)
        let title = context.localized(fields.optional("title"), what)
        let start = reader.number(fields.optional("start"))
        let items = items(&fields, time)
        let floor = reader.number(fields.optional("floor"))
        let ceiling = reader.number(fields.optional("ceiling"))
        let weightNode = fields.optional("weight")
        let weight = reader.number(weightNode)
        fields.finish()
        checkLimits(floor, ceiling, at: node.span)
        if let weightNode, let literal = weight?.literal, literal < .zero {
            context.report(.weightNegative(at: weightNode.span))
        }
        guard let id else { return nil }
        let block = ScoreQuantity.Block(
            id: id, title: title, start: start, items: items, floor: floor, ceiling: ceiling,
            weight: weight ?? .literal(.one, at: nil))
        return (block, node.span)
    }

    private func items(
        _ fields: inout Fields, _ time: WindowLoader.Time?
    ) -> [ScoreQuantity.Item] {
        let nodes = context.items(fields.required("items"), Self.what)
        let items = nodes.compactMap { node in item(node, time).map { ($0, node.span) } }
        checkIDs(items.map { ($0.0.id, $0.1) })
        return items.map(\.0)
    }

    private func item(_ node: Node, _ time: WindowLoader.Time?) -> ScoreQuantity.Item? {
        let what = Message(zh: "计分的项目", en: "an item of `score`")
        guard var fields = Fields(node, what, in: context) else { return nil }
        let id = context.identifier(fields.required("id"), what, dashes: true)
        let title = context.localized(fields.optional("title"), what)
        let forms = ["add", "deduct", "points"]
        let present = forms.filter { fields.has($0) }
        guard present.count == 1, let form = present.first else {
            context.reportForms(present, among: forms, in: what, at: node.span)
            return nil
        }
        let kind = kind(form, &fields, over: time)
        fields.finish()
        guard let id, let kind else { return nil }
        return ScoreQuantity.Item(id: id, title: title, kind: kind)
    }

    private func kind(
        _ form: String, _ fields: inout Fields, over time: WindowLoader.Time?
    ) -> ScoreQuantity.Item.Kind? {
        if form == "points" {
            return reader.compile(
                fields.required("points"), reader.scope,
                expecting: ExpressionCompiler.numberTypes
            ).map { .points($0) }
        }
        let by = time == nil ? fields.optional("by") : fields.required("by")
        let own =
            time?.with(by: by) ?? by.map { WindowLoader.lifetime(of: reader, by: $0) }
        let tally = TallyLoader(reader: reader).item(form, &fields, over: own)
        return tally.map { form == "add" ? .add($0) : .deduct($0) }
    }

    private func round(_ node: Node?) -> ScoreQuantity.Round? {
        let what = Message(zh: "`round`", en: "`round`")
        guard let node, var fields = Fields(node, what, in: context) else { return nil }
        let step = context.parsed(
            fields.required("to"), what, as: Message(zh: "大于 0 的数", en: "a number above 0")
        ) {
            ScalarParser.number($0).flatMap { $0 > .zero ? $0 : nil }
        }
        let rounding = context.choice(fields.required("rounding"), what, of: Rounding.self)
        fields.finish()
        guard let step, let rounding else { return nil }
        return ScoreQuantity.Round(step: step, rounding: rounding, at: node.span)
    }

    private func checkIDs(_ ids: [(String, Span)]) {
        var seen: [String: Span] = [:]
        for (id, span) in ids {
            if let first = seen[id] {
                context.report(.declaredTwice(id, at: span, first: first))
            } else {
                seen[id] = span
            }
        }
    }

    private func checkLimits(
        _ floor: Operand<Ratio>?, _ ceiling: Operand<Ratio>?, at span: Span
    ) {
        guard let floor = floor?.literal, let ceiling = ceiling?.literal, ceiling < floor else {
            return
        }
        context.report(.ceilingBelowFloor(at: span))
    }
}
