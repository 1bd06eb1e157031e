import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads quantities: in `require`, where they have bounds, and in a column's `measure`.
struct QuantityLoader {
    static let forms = ["count", "sum", "rate", "score", "streak"]

    let reader: SubjectReader

    var context: LoadContext { reader.context }

    /// Reads a quantity with its bounds.
    func requirement(_ form: String, _ fields: inout Fields) -> QuantityRequirement? {
        let time = form == "streak" ? nil : time(&fields, form)
        let quantity = quantity(form, &fields, time)
        let due = reader.day(fields.optional("due"))
        let bounds = BoundsLoader(reader: reader).load(&fields, form)
        guard let quantity, let bounds else { return nil }
        return QuantityRequirement(
            quantity: quantity, each: time?.division, due: due, bounds: bounds)
    }

    /// Reads the quantity of `measure:` for a column of the type `type`.
    func measure(_ node: Node, type: ColumnType) -> Measure? {
        guard var fields = Fields(node, reader.what, in: context) else { return nil }
        let present = Self.forms.filter { fields.has($0) }
        guard present.count == 1, let form = present.first else {
            context.reportForms(
                present, Self.forms, Message(zh: "`measure` ", en: "`measure`"), at: node.span)
            return nil
        }
        let time =
            form == "streak"
            ? nil
            : WindowLoader(reader: reader, form: form, asksBounds: false)
                .load(fields.optional("during"), each: nil, grace: nil)
        let quantity = quantity(form, &fields, time)
        let giveNode = fields.optional("give")
        let output = context.choice(giveNode, reader.what, of: Measure.Output.self) ?? .value
        fields.finish()
        if output == .start, form != "streak" {
            context.report(.measureWithoutStart(at: giveNode?.span ?? node.span))
        } else {
            checkType(type, form, output, at: node.span)
        }
        return quantity.map { Measure(quantity: $0, output: output) }
    }

    private func checkType(
        _ type: ColumnType, _ form: String, _ output: Measure.Output, at span: Span
    ) {
        let isWhole = form == "count" || form == "streak" || form == "sum"
        let fits =
            switch output {
            case .value: type == .number || (type == .integer && isWhole)
            case .start: type == .day
            }
        if fits { return }
        let asked =
            output == .start
            ? Message(zh: "日期列（type: day）", en: "a column of type day")
            : isWhole
                ? Message(zh: "整数或数列", en: "a column of type integer or number")
                : Message(zh: "数列（type: number）", en: "a column of type number")
        context.report(.measureMismatched(asked: asked, at: span))
    }

    private func time(_ fields: inout Fields, _ form: String) -> WindowLoader.Time? {
        WindowLoader(reader: reader, form: form, asksBounds: true).load(
            fields.optional("during"), each: fields.optional("each"),
            grace: fields.optional("grace"))
    }

    func quantity(
        _ form: String, _ fields: inout Fields, _ time: WindowLoader.Time?
    ) -> Quantity? {
        switch form {
        case "count", "sum":
            TallyLoader(reader: reader).tally(form, &fields, time).map { .tally($0) }
        case "rate": rate(&fields, time).map { .rate($0) }
        case "score": ScoreLoader(reader: reader).load(&fields, time).map { .score($0) }
        default: StreakLoader(reader: reader).load(&fields).map { .streak($0) }
        }
    }

    private func rate(_ fields: inout Fields, _ time: WindowLoader.Time?) -> RateQuantity? {
        guard let rows = reader.rows(fields.required("rate"), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = reader.scope(of: rows, period: time?.namesPeriod ?? false)
        let bool: [Type] = [.bool]
        let numerator = reader.compile(fields.required("where"), scope, expecting: bool)
        let denominator = reader.compile(fields.optional("among"), scope, expecting: bool)
        let confirmed = reader.compile(fields.optional("confirmed"), scope, expecting: bool)
        let window = time?.window(of: rows)
        guard let numerator else { return nil }
        return RateQuantity(
            relation: rows.relation, variable: rows.variable, numerator: numerator,
            denominator: denominator, confirmed: confirmed, window: window)
    }
}

extension LoadContext {
    /// Reports that `what` names none of `forms`, or several of them.
    func reportForms(
        _ present: [String], _ forms: [String], _ what: Message, at span: Span,
        help: Message = Message(zh: "只留一种", en: "keep one of them")
    ) {
        report(
            present.isEmpty
                ? .formMissing(in: what, among: forms, at: span)
                : .formsSeveral(present, in: what, at: span, help: help))
    }
}
