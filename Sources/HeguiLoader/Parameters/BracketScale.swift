import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// The rows of a table along the scale of its input.
struct BracketScale {
    private struct Bracket {
        var row: BracketTable.Row
        /// Counted from 1, as written.
        var number: Int
        /// On a scale of whole steps both edges are included.
        var lower: BracketTable.Edge?
        var upper: BracketTable.Edge?
    }

    private let brackets: [Bracket]
    private let isDiscrete: Bool

    /// `isDiscrete`: the input has whole steps, ints or days, so that 3 and 4 adjoin.
    init(_ rows: [BracketTable.Row], isDiscrete: Bool) {
        self.isDiscrete = isDiscrete
        brackets = rows.enumerated().map { index, row in
            Bracket(
                row: row, number: index + 1,
                lower: isDiscrete ? row.lower.map { $0.included(step: 1) } : row.lower,
                upper: isDiscrete ? row.upper.map { $0.included(step: -1) } : row.upper)
        }.sorted(by: Self.isBefore)
    }

    /// The rows in order of their lower edge.
    var sorted: [BracketTable.Row] { brackets.map(\.row) }

    func check(_ context: LoadContext) {
        guard var last = brackets.first else { return }
        for next in brackets.dropFirst() {
            if let witness = overlap(last, next) {
                context.report(
                    .rowsOverlap(
                        (last.row.span, last.number), (next.row.span, next.number),
                        witness: witness.text))
            } else if let witness = gap(last, next) {
                context.report(
                    .tableGap(
                        witness: witness.text, at: next.row.span,
                        after: (last.row.span, last.number)))
            }
            if reaches(next, beyond: last) { last = next }
        }
    }

    /// A point in both, where `second` begins no earlier.
    private func overlap(_ first: Bracket, _ second: Bracket) -> BracketTable.Point? {
        guard let lower = second.lower else {
            // Both are open below.
            let edges = [first.upper, second.upper].compactMap { $0 }
            guard let least = edges.map(\.point).min() else { return .number(.zero) }
            return edges.allSatisfy { $0.point > least || $0.isIncluded }
                ? least : least.moved(by: -1)
        }
        guard let upper = first.upper else {
            return lower.isIncluded ? lower.point : within(lower.point, second.upper)
        }
        if upper.point == lower.point {
            return upper.isIncluded && lower.isIncluded ? lower.point : nil
        }
        guard lower.point < upper.point else { return nil }
        if lower.isIncluded { return lower.point }
        let nearer = second.upper.map { $0.point < upper.point ? $0 : upper } ?? upper
        return lower.point.middle(to: nearer.point)
    }

    private func within(
        _ point: BracketTable.Point, _ upper: BracketTable.Edge?
    ) -> BracketTable.Point {
        upper.map { point.middle(to: $0.point) } ?? point.moved(by: 1)
    }

    /// A point between them, where they do not overlap.
    private func gap(_ first: Bracket, _ second: Bracket) -> BracketTable.Point? {
        guard let upper = first.upper, let lower = second.lower else { return nil }
        if isDiscrete {
            let next = upper.point.moved(by: 1)
            return next < lower.point ? next : nil
        }
        if upper.point == lower.point {
            return upper.isIncluded || lower.isIncluded ? nil : lower.point
        }
        return upper.point.middle(to: lower.point)
    }

    private func reaches(_ next: Bracket, beyond last: Bracket) -> Bool {
        guard let upper = last.upper else { return false }
        guard let other = next.upper else { return true }
        return other.point != upper.point ? other.point > upper.point : other.isIncluded
    }

    private static func isBefore(_ left: Bracket, _ right: Bracket) -> Bool {
        guard let other = right.lower else { return false }
        guard let edge = left.lower else { return true }
        return edge.point != other.point
            ? edge.point < other.point : edge.isIncluded && !other.isIncluded
    }
}

extension BracketTable.Edge {
    /// The same edge on a scale of whole steps, as an included point.
    fileprivate func included(step: Int64) -> BracketTable.Edge {
        isIncluded ? self : Self(point: point.moved(by: step), isIncluded: true)
    }
}

extension BracketTable.Point {
    /// The point so many steps further on.
    fileprivate func moved(by steps: Int64) -> Self {
        switch self {
        case .number(let number): .number(number.adding(Ratio(steps)) ?? number)
        case .day(let day): .day(day.adding(days: Int(steps)))
        }
    }

    /// A point between this and a later one.
    fileprivate func middle(to other: Self) -> Self {
        switch (self, other) {
        case (.number(let low), .number(let high)):
            let sum = low.adding(high)
            return .number(Ratio(1, 2).flatMap { sum?.multiplied(by: $0) } ?? low)
        case (.day(let low), .day(let high)):
            return .day(low.adding(days: low.days(until: high) / 2))
        default: return self
        }
    }

    fileprivate var text: String {
        switch self {
        case .number(let number): number.decimal
        case .day(let day): day.description
        }
    }
}

/// Checks that each value of a text or enum input is in one row.
struct TableKeyChecker {
    let context: LoadContext
    /// All values of an enum input; nil for text.
    let values: [String]?

    func check(_ rows: [BracketTable.Row], at span: Span) {
        var seen: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for key in row.keys {
                if let first = seen[key] {
                    context.report(
                        .rowsOverlap(
                            (rows[first].span, first + 1), (row.span, index + 1), witness: key))
                } else {
                    seen[key] = index
                }
            }
        }
        for value in values ?? [] where seen[value] == nil {
            context.report(.tableGap(witness: value, at: span))
        }
    }
}
