import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `during`, `each` and `grace`: the time over which a quantity is computed.
struct WindowLoader {
    static let what = Message(zh: "`during`", en: "`during`")

    let reader: SubjectReader
    let form: String
    /// Whether there are bounds, which may be lower for a period that is cut.
    let asksBounds: Bool

    private var context: LoadContext { reader.context }

    /// Returns nil, with a diagnostic where needed, if there is no `during`.
    func load(_ node: Node?, each eachNode: Node?, grace graceNode: Node?) -> Time? {
        guard let node else {
            if let stray = eachNode ?? graceNode {
                context.report(.divisionWithoutWindow(at: stray.span))
            }
            return nil
        }
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let unit = context.choice(
            fields.optional("period"), reader.what, of: CalendarUnit.self)
        let offset = offset(fields.optional("offset"), unit)
        let from = reader.dayExpression(fields.optional("from"), reader.scope)
        let until = reader.dayExpression(fields.optional("until"), reader.scope)
        let by = form == "score" ? nil : fields.required("by")
        let planned = context.boolean(fields.optional("planned"), Self.what) ?? false
        let excused = context.items(fields.optional("excused"), Self.what).compactMap(excusal)
        let partialNode = fields.optional("partial")
        let partial = PartialLoader(context: context).load(partialNode)
        let grace = reader.length(graceNode)
        let division = division(eachNode, unit, hasFrom: fields.has("from"))
        fields.finish()
        let window = Window(
            unit: unit, offset: offset, from: from, until: until, rowDay: nil, grace: grace,
            countsPlanned: planned, excused: excused, partial: partial)
        checkPartial(partialNode, of: window, division, at: node.span)
        return Time(loader: self, window: window, division: division, by: by)
    }

    private func offset(_ node: Node?, _ unit: CalendarUnit?) -> Int {
        let offset = context.parsed(node, Self.what, as: ScalarParser.integerName) { text in
            Int(text).flatMap { (-1000...1000).contains($0) ? $0 : nil }
        }
        if let node, unit == nil {
            context.report(.offsetWithoutPeriod(at: node.span))
        }
        return offset ?? 0
    }

    private func excusal(_ node: Node) -> Window.Excusal? {
        let what = Message(zh: "`excused`", en: "`excused`")
        guard var fields = Fields(node, what, in: context) else { return nil }
        guard let rows = reader.rows(fields.required("rows"), as: fields.optional("as")) else {
            return nil
        }
        let scope = reader.scope(of: rows)
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        let from = reader.dayExpression(fields.required("from"), scope)
        let until = reader.dayExpression(fields.required("until"), scope)
        fields.finish()
        guard let from, let until else { return nil }
        return Window.Excusal(
            rows: RowSelection(
                relation: rows.relation, variable: rows.variable, condition: condition),
            from: from, until: until)
    }

    /// A calendar unit, or a length counted from `from`.
    private func division(
        _ node: Node?, _ unit: CalendarUnit?, hasFrom: Bool
    ) -> Division? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        if let length = PeriodLength(scalar.text) {
            checkSteps(length, unit, hasFrom: hasFrom, at: scalar.span)
            return .steps(length)
        }
        guard let part = context.choice(node, Self.what, of: CalendarUnit.self) else { return nil }
        if let unit, part.months >= unit.months {
            context.report(.calendarDivisionTooLong(at: scalar.span))
        } else if unit == nil, !hasFrom {
            context.report(.divisionWithoutBeginning(at: scalar.span))
        }
        return .calendar(part)
    }

    private func checkSteps(
        _ length: PeriodLength, _ unit: CalendarUnit?, hasFrom: Bool, at span: Span
    ) {
        if length.amount == 0 {
            context.report(.divisionEmpty(at: span))
        }
        if !hasFrom {
            context.report(.divisionWithoutFrom(at: span))
        }
        guard let unit else { return }
        let isShorter =
            switch length.unit {
            case .days, .workingDays: length.amount < unit.months * 28
            case .weeks: length.amount * 7 < unit.months * 28
            case .months: length.amount < unit.months
            case .years: length.amount * 12 < unit.months
            }
        if !isShorter {
            context.report(.divisionTooLong(at: span))
        }
    }

    /// `partial` must say what a period asks for that may be cut, and only then.
    private func checkPartial(
        _ node: Node?, of window: Window, _ division: Division?, at span: Span
    ) {
        let hasEnds = window.from != nil || window.until != nil
        let isExcused = !window.excused.isEmpty
        let mayCut: Bool =
            switch division {
            case .steps:
                isExcused || window.until != nil || (window.unit != nil && window.from != nil)
            case .calendar: isExcused || hasEnds
            case nil: isExcused || (hasEnds && window.unit != nil)
            }
        if let node {
            guard !asksBounds || !(hasEnds || isExcused) else { return }
            context.report(
                asksBounds ? .partialUncut(at: node.span) : .partialUnbounded(at: node.span))
        } else if asksBounds, mayCut {
            context.report(.partialMissing(at: span))
        }
    }
}

/// Reads `partial`: what is asked of a period that counts only in part.
struct PartialLoader {
    let context: LoadContext

    private static let what = Message(zh: "`partial`", en: "`partial`")

    private enum Word: String, CaseIterable {
        case keep, skip
    }

    func load(_ node: Node?) -> Window.Partial? {
        guard let node else { return nil }
        if case .scalar = node.content {
            switch context.choice(node, Self.what, of: Word.self) {
            case .keep: return .keep
            case .skip: return .skip
            case nil: return nil
            }
        }
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        defer { fields.finish() }
        if fields.has("skip_below") {
            return share(fields.optional("skip_below")).map { .skipBelow($0) }
        }
        let unit = context.choice(
            fields.required("pro_rate"), Self.what, of: Window.ProRateUnit.self)
        let rounding =
            context.choice(fields.optional("rounding"), Self.what, of: Rounding.self) ?? .none
        return unit.map { .proRate(by: $0, rounding) }
    }

    private func share(_ node: Node?) -> Ratio? {
        context.parsed(node, Self.what, as: ScalarParser.ratioName) { text in
            ScalarParser.ratio(text).flatMap { $0 <= .one ? $0 : nil }
        }
    }
}
