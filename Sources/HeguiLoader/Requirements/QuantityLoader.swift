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
        let quantity = quantity(form, &fields, over: time)
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
                present, among: Self.forms, in: Message(zh: "`measure` ", en: "`measure`"),
                at: node.span)
            return nil
        }
        let time =
            form == "streak"
            ? nil
            : WindowLoader(reader: reader, form: form, asksBounds: false)
                .load(fields.optional("during"), each: nil, grace: nil)
        let quantity = quantity(form, &fields, over: time)
        let giveNode = fields.optional("give")
        let output = context.choice(giveNode, reader.what, of: Measure.Output.self) ?? .value
        fields.finish()
        if output == .start, form != "streak" {
            context.report(.measureWithoutStart(at: giveNode?.span ?? node.span))
        } else {
            checkType(type, of: form, giving: output, at: node.span)
        }
        return quantity.map { Measure(quantity: $0, output: output) }
    }

    private func checkType(
        _ type: ColumnType, of form: String, giving output: Measure.Output, at span: Span
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
        _ form: String, _ fields: inout Fields, over time: WindowLoader.Time?
    ) -> Quantity? {
        switch form {
        case "count", "sum":
            TallyLoader(reader: reader).tally(form, &fields, over: time).map { .tally($0) }
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
        let unconfirmed = TemplateParser(compiler: reader.compiler, scope: scope)
            .parse(fields.optional("unconfirmed"))
        let window = time?.window(of: rows)
        guard let numerator else { return nil }
        return RateQuantity(
            relation: rows.relation, variable: rows.variable, numerator: numerator,
            denominator: denominator, confirmed: confirmed, unconfirmed: unconfirmed,
            window: window)
    }
}

extension LoadContext {
    /// Reports that `what` names none of `forms`, or several of them.
    func reportForms(
        _ present: [String], among forms: [String], in what: Message, at span: Span,
        help: Message = Message(zh: "只留一种", en: "keep one of them")
    ) {
        report(
            present.isEmpty
                ? .formMissing(in: what, among: forms, at: span)
                : .formsSeveral(present, in: what, at: span, help: help))
    }
}

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
        for (_, operand) in bounds.all { checkFit(operand, form) }
        if isEmpty(bounds), let span = (nodes[2] ?? nodes[3])?.span {
            let lower = (nodes[0] ?? nodes[1])?.span
            reader.context.report(.boundsUnmeetable(at: span, lower: lower))
        }
        return bounds
    }

    /// A number of things is no share of them, and a share is at most 1.
    private func checkFit(_ operand: Operand<Ratio>, _ form: String) {
        guard let span = operand.span else { return }
        let isNumber = form == "count" || form == "streak"
        switch operand {
        case .literal(let bound, _):
            if isNumber, bound.whole == nil {
                reader.context.report(.boundNotWhole(bound, of: form, at: span))
            }
            if form == "rate", bound > .one {
                reader.context.report(.boundAboveOne(bound, at: span))
            }
        case .expression(let expression):
            guard isNumber, let name = reader.compiler.ratio(read: expression.checked) else {
                return
            }
            reader.context.report(.boundIsShare(name, of: form, at: span))
        }
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
