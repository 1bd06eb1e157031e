import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `streak`: runs of missed sub-periods or rows.
struct StreakLoader {
    private static let what = Message(zh: "`streak`", en: "`streak`")

    let reader: SubjectReader

    private var context: LoadContext { reader.context }

    func load(_ outer: inout Fields) -> StreakQuantity? {
        let node = outer.required("streak")
        let run =
            context.choice(outer.optional("run"), Self.what, of: StreakQuantity.Run.self)
            ?? .longest
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        let forms = ["count", "sum", "rate", "rows"]
        let present = forms.filter { fields.has($0) }
        guard present.count == 1, let form = present.first else {
            context.reportForms(
                present, among: forms, in: Message(zh: "`streak` ", en: "`streak`"),
                at: node.span)
            return nil
        }
        let elements = form == "rows" ? rows(&fields) : periods(form, &fields)
        fields.finish()
        return elements.map { StreakQuantity(elements: $0, run: run) }
    }

    private func periods(_ form: String, _ fields: inout Fields) -> StreakQuantity.Elements? {
        let time = WindowLoader(reader: reader, form: form, asksBounds: true).load(
            fields.required("during"), each: fields.required("each"),
            grace: fields.optional("grace"))
        let quantity = QuantityLoader(reader: reader).quantity(form, &fields, over: time)
        let bounds = BoundsLoader(reader: reader).load(&fields, form)
        guard let quantity, let bounds, let time else { return nil }
        return .periods(
            QuantityRequirement(
                quantity: quantity, each: time.division, due: nil, bounds: bounds))
    }

    private func rows(_ fields: inout Fields) -> StreakQuantity.Elements? {
        guard let rows = reader.rows(fields.required("rows"), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = reader.scope(of: rows)
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        let day = reader.compile(
            fields.required("by"), scope, expecting: [ExpressionCompiler.dayType])
        let miss = reader.compile(fields.required("miss"), scope, expecting: [.bool])
        let skip = reader.compile(fields.optional("skip"), scope, expecting: [.bool])
        guard let day, let miss else { return nil }
        let selection = RowSelection(
            relation: rows.relation, variable: rows.variable, condition: condition)
        return .rows(selection, day: day, miss: miss, skip: skip)
    }
}
