import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads a working-day calendar.
struct CalendarLoader {
    private static let what = Message(zh: "日历", en: "a calendar")

    let context: LoadContext

    func load(_ root: Node, name: String) -> WorkingCalendar {
        guard var fields = Fields(root, Self.what, in: context) else { return .weekendsOnly }
        let idNode = fields.required("calendar")
        if let id = context.text(idNode, Self.what), let idNode {
            context.checkFileName(id, name + ".yaml", at: idNode.span)
        }
        _ = context.localized(fields.required("title"), Self.what)
        var checker = CalendarChecker(context: context)
        let years = context.items(fields.required("years"), Self.what)
            .compactMap { year($0, &checker) }
        fields.finish()
        return WorkingCalendar(years: years)
    }

    private func year(_ node: Node, _ checker: inout CalendarChecker) -> CalendarYear? {
        guard var fields = Fields(node, Message(zh: "日历的一年", en: "a year"), in: context) else {
            return nil
        }
        let yearNode = fields.required("year")
        let year = context.parsed(
            yearNode, Self.what, as: ScalarParser.integerName, by: { Int($0) })
        if let year, let yearNode { checker.begin(year, at: yearNode.span) }
        let source = source(fields.required("source"))
        let amendments = context.items(fields.optional("amendments"), Self.what)
        for amendment in amendments { _ = self.source(amendment) }
        let holidays = context.items(fields.required("holidays"), Self.what)
            .compactMap { holiday($0, &checker) }
        let workdays = days(fields.required("workdays"))
        for workday in workdays { checker.note(workday: workday.day, at: workday.span) }
        fields.finish()
        guard let year, let source else { return nil }
        return CalendarYear(
            year: year, source: source, holidays: holidays, workdays: workdays.map(\.day))
    }

    private func days(_ node: Node?) -> [(day: Day, span: Span)] {
        context.items(node, Self.what).compactMap { item in
            context.day(item, Self.what).map { ($0, item.span) }
        }
    }

    private func source(_ node: Node?) -> CalendarSource? {
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        let number = context.text(fields.optional("number"), Self.what)
        let title = context.text(fields.required("title"), Self.what)
        let issued = context.day(fields.optional("issued"), Self.what)
        fields.finish()
        return title.map { CalendarSource(number: number, title: $0, issued: issued) }
    }

    private func holiday(_ node: Node, _ checker: inout CalendarChecker) -> Holiday? {
        let what = Message(zh: "假日", en: "a holiday")
        guard var fields = Fields(node, what, in: context) else { return nil }
        let name = context.localized(fields.required("name"), what)
        let daysNode = fields.required("days")
        let range = range(daysNode)
        let statutory = days(fields.required("statutory"))
        fields.finish()
        guard let name, let range else { return nil }
        checker.note(holiday: range, statutory: statutory, at: daysNode?.span ?? node.span)
        return Holiday(
            name: Holiday.Name(zh: name.text(in: .chinese), en: name.text(in: .english)),
            days: [range], statutory: statutory.map(\.day))
    }

    private func range(_ node: Node?) -> DayRange? {
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        let first = context.day(fields.required("first"), Self.what)
        let last = context.day(fields.required("last"), Self.what)
        fields.finish()
        guard let first, let last else { return nil }
        if let range = DayRange(first: first, last: last) { return range }
        context.report(.holidayReversed(at: node.span))
        return nil
    }
}
