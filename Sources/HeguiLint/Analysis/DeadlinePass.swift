import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiYAML

/// Deadlines that are always or never kept (R0701, R0702).
struct DeadlinePass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules {
            guard case .deadline(let deadline) = rule.requirement else { continue }
            checkOrder(rule, deadline, constants: constants)
            checkActs(rule, deadline)
        }
    }

    /// A first day that comes after the last one.
    private func checkOrder(
        _ rule: Rule, _ deadline: DeadlineRequirement, constants: ConstantReader
    ) {
        guard case .by(let due) = deadline.due, let notBefore = deadline.notBefore,
            let last = constants.value(due), let first = constants.value(notBefore), first > last
        else { return }
        let done = deadline.done.source.text
        context.report(
            .neverMet(
                .whole(rule), at: notBefore.span ?? rule.span,
                notes: [.tooEarlyOrLate(done, first: first, last: last)]))
    }

    /// An act that is its own trigger.
    private func checkActs(_ rule: Rule, _ deadline: DeadlineRequirement) {
        let done = deadline.done.source
        guard case .within(let from, _) = deadline.due, from.source.text == done.text,
            deadline.notBefore == nil
        else { return }
        context.report(
            .neverViolated(.whole(rule), at: done.span, notes: [.runsFromItself(done.text)]))
    }
}

/// A deadline whose length or day is stated.
struct DeadlineBound {
    private enum Due {
        case within(from: String, PeriodLength)
        case by(Day)
    }

    private let due: Due
    private let done: String
    private let notBefore: String?
    private let counting: CountingRule

    /// Returns nil where the length or day depends on the subject or the as-of day, or `not_before`
    /// is a stated day.
    init?(_ deadline: DeadlineRequirement, _ constants: ConstantReader) {
        switch deadline.due {
        case .within(let from, let length):
            guard let length = constants.value(length)?.leastUnits else { return nil }
            due = .within(from: from.source.text, length)
        case .by(let day):
            guard let day = constants.value(day) else { return nil }
            due = .by(day)
        }
        if let first = deadline.notBefore, first.expression == nil { return nil }
        done = deadline.done.source.text
        notBefore = deadline.notBefore?.expression?.source.text
        counting = deadline.counting
    }

    /// Whether what is late for this one is late for `other`.
    func isNoEarlier(than other: DeadlineBound) -> Bool {
        guard done == other.done, notBefore == other.notBefore else { return false }
        switch (due, other.due) {
        case (.by(let day), .by(let earlier)): return day >= earlier
        case (.within(let from, let length), .within(let otherFrom, let shorter)):
            return from == otherFrom && length.unit == shorter.unit
                && length.amount >= shorter.amount && counting == other.counting
        default: return false
        }
    }

    /// A row that is certainly late, even if days off are added.
    var lateRow: Message? {
        let margin = 31
        switch due {
        case .by(let day): return Self.row([(done, day.adding(days: margin))])
        case .within(let from, let length):
            guard let start = Day("2013-01-10") else { return nil }
            let end =
                switch length.unit {
                case .months: start.adding(months: length.amount)
                case .workingDays: start.adding(days: length.amount * 2)
                default: start.adding(days: length.amount)
                }
            return Self.row([(from, start), (done, end.adding(days: margin))])
        }
    }

    private static func row(_ days: [(String, Day)]) -> Message {
        let text = days.map { "\($0) = \($1)" }.joined(separator: ", ")
        return Message(zh: "例如：\(text)", en: "for example: \(text)")
    }
}

extension PeriodLength {
    /// The same in months for years, and in days for weeks.
    fileprivate var leastUnits: PeriodLength? {
        switch unit {
        case .years: PeriodLength(amount * 12, .months)
        case .weeks: PeriodLength(amount * 7, .days)
        default: self
        }
    }
}
