import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// A window whose expressions are programs.
struct PlannedWindow: Sendable {
    private let unit: CalendarUnit?
    private let offset: Int
    let from: PlannedExpression?
    let until: PlannedExpression?
    let grace: PlannedOperand<PeriodLength>?
    private let countsPlanned: Bool
    private let excusals: [PlannedExcusal]
    /// Whether rows are spread over several days.
    let spreadsRows: Bool
    private let partial: Window.Partial?

    init?(_ window: Window, _ planner: Planner, subject table: Int) {
        unit = window.unit
        offset = window.offset
        from = planner.plan(window.from, subject: table)
        until = planner.plan(window.until, subject: table)
        grace = planner.plan(window.grace, subject: table)
        countsPlanned = window.countsPlanned
        excusals = window.excused.compactMap { PlannedExcusal($0, planner, subject: table) }
        partial = window.partial
        if case .spread? = window.rowDay { spreadsRows = true } else { spreadsRows = false }
        if excusals.count < window.excused.count { return nil }
    }

    /// Whether days of some subjects do not count.
    var hasExcusals: Bool { !excusals.isEmpty }

    /// Whether it is the same for every subject.
    var isForAll: Bool { from == nil && until == nil && !hasExcusals }

    /// Returns the window as a whole, of which all is asked; nil where it holds no day.
    func whole(
        due: Day?, _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> Stretch? {
        guard let bounds = try bounds(frame, &operands), bounds.outer != nil else { return nil }
        guard let piece = piece(whole: bounds, frame) else { return nil }
        return try stretch(piece, within: bounds, due: due, frame, missing: &operands)
    }

    /// Returns the stretches in each of which the bounds hold.
    func stretches(
        each: Division?, due: Day?, _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> [Stretch] {
        guard let bounds = try bounds(frame, &operands), bounds.outer != nil else { return [] }
        var excused = PlannedExcusal.Days()
        for excusal in excusals { try excusal.collect(frame, into: &excused, &operands) }
        return try stretches(
            each: each, due: due, in: bounds, without: excused, frame, &operands)
    }

    /// Returns the stretches of a window without excused days that is bound by days which are
    /// known.
    func stretches(
        each: Division?, due: Day?, from first: Day?, until last: Day?, _ frame: Frame,
        _ operands: inout MissingOperands
    ) throws(EvaluationError) -> [Stretch] {
        let edges = edges(
            first: first.map { DayRange($0) }, last: last.map { DayRange($0) }, [], frame)
        guard edges.outer != nil else { return [] }
        return try stretches(
            each: each, due: due, in: edges, without: PlannedExcusal.Days(), frame, &operands)
    }

    private func stretches(
        each: Division?, due: Day?, in bounds: Edges, without excused: PlannedExcusal.Days,
        _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> [Stretch] {
        let pieces =
            try each.map { (division) throws(EvaluationError) in
                try self.pieces(by: division, of: bounds, frame, &operands)
            } ?? [piece(whole: bounds, frame)].compactMap(\.self)
        var stretches: [Stretch] = []
        for piece in pieces {
            guard
                var stretch = try stretch(
                    piece, within: bounds, isPart: each != nil, due: due, frame, missing: &operands)
            else { continue }
            let shares = BoundDays(of: stretch, in: piece, without: excused)
            stretch.demands = try shares.demands(partial)
            stretch.causes.formUnion(excused.causes)
            stretch.note = shares.note(partial)
            if !excused.rows.isEmpty {
                let all = BoundDays(of: stretch, in: piece, without: PlannedExcusal.Days())
                if try all.demands(partial) != stretch.demands {
                    stretch.excusing = excused.cells(piece.days, frame.rowStore)
                }
            }
            stretches.append(stretch)
        }
        return stretches
    }

    /// The window's first and last days, as far as they are known.
    struct Edges {
        let period: CalendarPeriod?
        let inner: DayRange?
        let outer: DayRange?
        /// The day from which lengths are counted.
        let start: DayRange?
        let hasEnd: Bool
        let causes: [UnknownCause]
    }

    /// A sub-period before it is cut.
    struct Piece {
        let days: DayRange
        let period: CalendarPeriod?
    }

    private func bounds(
        _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> Edges? {
        var causes: [UnknownCause] = []
        func day(
            _ expression: PlannedExpression?, mayBeEmpty: Bool
        ) throws(EvaluationError) -> DayRange? {
            switch try expression?.day(frame) {
            case nil: return nil
            case .unknown(let missing): operands.note(missing)
            case .known(nil):
                if !mayBeEmpty, let expression { operands.note(expression.missingCells(frame)) }
            case .known(let day?):
                if !day.days.isOneDay, let cause = day.cause { causes.formUnion([cause]) }
                return day.days
            }
            return nil
        }
        let first = try day(from, mayBeEmpty: false)
        let last = try day(until, mayBeEmpty: true)
        if operands.isAny { return nil }
        return edges(first: first, last: last, causes, frame)
    }

    private func edges(
        first: DayRange?, last: DayRange?, _ causes: [UnknownCause], _ frame: Frame
    ) -> Edges {
        let period = unit.map {
            CalendarPeriod(containing: frame.asOf, unit: $0, offset: offset)
        }
        let all = period?.days ?? Stretch.allDays
        func cut(_ from: Day?, _ until: Day?) -> DayRange? {
            DayRange(
                first: max(all.first, from ?? .minimum), last: min(all.last, until ?? .maximum))
        }
        return Edges(
            period: period, inner: cut(first?.last, last?.first),
            outer: cut(first?.first, last?.last), start: first,
            hasEnd: unit != nil || last != nil, causes: causes)
    }

    /// A window without an end ends with the as-of day.
    private func piece(whole edges: Edges, _ frame: Frame) -> Piece? {
        if let period = edges.period { return Piece(days: period.days, period: period) }
        guard let outer = edges.outer else { return nil }
        let last = edges.hasEnd || countsPlanned ? outer.last : frame.asOf
        return DayRange(first: outer.first, last: last).map { Piece(days: $0, period: nil) }
    }

    private func pieces(
        by division: Division, of edges: Edges, _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> [Piece] {
        // A window without an end has those parts that have begun.
        let last = edges.hasEnd ? edges.outer?.last ?? frame.asOf : frame.asOf
        switch division {
        case .calendar(let part):
            if let whole = edges.period {
                return whole.subperiods(of: part).map { Piece(days: $0.days, period: $0) }
            }
            guard let first = edges.start?.first else { throw Self.endless }
            var pieces: [Piece] = []
            var next: CalendarPeriod? = CalendarPeriod(containing: first, unit: part)
            while let period = next, period.start <= last {
                pieces.append(Piece(days: period.days, period: period))
                next = period.next
            }
            return pieces
        case .steps(let length):
            guard let start = edges.start else { throw Self.endless }
            guard let first = start.day else {
                operands.note(edges.causes)
                return []
            }
            return try Steps(length: length, calendar: frame.calendar).pieces(
                from: first, through: last)
        }
    }

    private static let endless = EvaluationError(message: "`each` needs a period or `from`")

    private func stretch(
        _ piece: Piece, within edges: Edges, isPart: Bool = false, due: Day?, _ frame: Frame,
        missing operands: inout MissingOperands
    ) throws(EvaluationError) -> Stretch? {
        guard let possible = edges.outer.flatMap(piece.days.intersection) else { return nil }
        let certain = edges.inner.flatMap(piece.days.intersection)
        let grace = try operands.read(grace, frame)
        var limit = due
        if isPart || edges.hasEnd {
            let end = frame.day(possible.last, plus: grace)
            frame.probe?.compare(self.grace?.span, frame.asOf, with: end)
            limit = end
        }
        return Stretch(
            id: piece.period?.partID ?? piece.days.first.description,
            title: Self.title(piece), period: piece.period, certain: certain, possible: possible,
            horizon: countsPlanned ? .maximum : frame.asOf, limit: limit,
            isOver: limit.map { frame.asOf >= $0 } ?? true,
            causes: certain == possible ? [] : edges.causes)
    }

    private static func title(_ piece: Piece) -> Message {
        if let period = piece.period {
            return Message(zh: period.chineseDescription, en: period.description)
        }
        return Message(
            zh: "\(piece.days.first)至\(piece.days.last)",
            en: "\(piece.days.first) to \(piece.days.last)")
    }
}

extension BoundDays {
    fileprivate init(
        of stretch: Stretch, in piece: PlannedWindow.Piece, without excused: PlannedExcusal.Days
    ) {
        self.init(
            piece: piece.days, certain: stretch.certain, possible: stretch.possible,
            excused: excused)
    }
}

extension Planner {
    /// Nested optional: outer nil where a relation does not exist, inner nil without a window.
    func plan(_ window: Window?, subject: Int) -> PlannedWindow?? {
        guard let window else { return .some(nil) }
        return PlannedWindow(window, self, subject: subject).map { .some($0) }
    }
}

extension Frame {
    /// Returns the day that lies `length` after `day`, as counted and not rolled.
    func day(_ day: Day, plus length: PeriodLength?) -> Day {
        guard let length else { return day }
        return CountingRule(roll: .none).due(from: day, within: length, calendar: calendar).nominal
    }
}

extension CalendarPeriod {
    /// The period as the id of a part: `2013`, `2013-H1`, `2013-Q1`, `2013-03`.
    var partID: String {
        switch unit {
        case .year, .month: description
        case .half: "\(description.prefix(4))-H\(ordinal)"
        case .quarter: "\(description.prefix(4))-Q\(ordinal)"
        }
    }
}
