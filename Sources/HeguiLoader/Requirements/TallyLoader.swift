import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads how rows are counted or added up.
struct TallyLoader {
    let reader: SubjectReader

    private var context: LoadContext { reader.context }

    func tally(
        _ form: String, _ fields: inout Fields, over time: WindowLoader.Time?
    ) -> TallyQuantity? {
        tally(form, &fields, over: time, isSum: form == "sum", valueIsRequired: form == "sum")
    }

    /// Reads an item of a score, which may have a value and caps and has a `by` of its own.
    func item(
        _ key: String, _ fields: inout Fields, over time: WindowLoader.Time?
    ) -> TallyQuantity? {
        tally(key, &fields, over: time, isSum: true, valueIsRequired: false)
    }

    private func tally(
        _ form: String, _ fields: inout Fields, over time: WindowLoader.Time?, isSum: Bool,
        valueIsRequired: Bool
    ) -> TallyQuantity? {
        guard let rows = reader.rows(fields.required(form), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = reader.scope(of: rows, period: time?.namesPeriod ?? false)
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        let valueNode =
            !isSum ? nil : valueIsRequired ? fields.required("value") : fields.optional("value")
        let value = reader.compile(
            valueNode, scope, expecting: ExpressionCompiler.numberTypes)
        let distinctNode = fields.optional("distinct")
        let distinct = context.items(distinctNode, reader.what).compactMap {
            reader.compile($0, scope)
        }
        let window = time?.window(of: rows)
        let capsNode = isSum ? fields.optional("caps") : nil
        let caps = caps(capsNode, in: window, time?.division)
        if case .spread = window?.rowDay, let distinctNode {
            context.report(.spreadDistinct(at: distinctNode.span))
        }
        if valueIsRequired, value == nil { return nil }
        return TallyQuantity(
            selection: RowSelection(
                relation: rows.relation, variable: rows.variable, condition: condition),
            value: value, distinct: distinct, caps: caps, window: window)
    }

    private func caps(_ node: Node?, in window: Window?, _ division: Division?) -> [Cap] {
        let what = Message(zh: "封顶 `caps`", en: "`caps`")
        guard let node, var fields = Fields(node, what, in: context) else { return [] }
        var caps: [Cap] = []
        for extent in Cap.Extent.allCases {
            guard let node = fields.optional(extent.rawValue) else { continue }
            guard let most = reader.number(node) else { continue }
            if let literal = most.literal, literal < .zero {
                context.report(.capNegative(at: node.span))
            }
            check(extent, in: window, division, at: node.span)
            caps.append(Cap(per: extent, atMost: most))
        }
        fields.finish()
        return caps
    }

    private func check(
        _ extent: Cap.Extent, in window: Window?, _ division: Division?, at span: Span
    ) {
        if extent == .row || extent == .total { return }
        guard let window else {
            context.report(.capWithoutDay(extent, at: span))
            return
        }
        let longest: Int? =
            switch division {
            case .calendar(let unit): unit.months
            case .steps, nil: window.unit?.months
            }
        guard let months = extent.months, let longest, months >= longest else { return }
        context.report(.capTooLong(extent, at: span))
    }
}

extension Cap.Extent {
    /// The months of a calendar unit; nil for what is none.
    fileprivate var months: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        case .row, .day, .total: nil
        }
    }
}
