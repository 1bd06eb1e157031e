import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
import Synchronization

/// What is found for one subject goes through here on its way to the recorder.
struct BoundaryProbe: Sendable {
    let recorder: BoundaryRecorder
    let scope: BoundaryRecorder.Scope

    /// Notes that `observed` was held against the figure written at `place`.
    func compare(_ place: Span?, _ observed: Ratio?, with stated: Ratio?) {
        guard let place, let observed, let stated else { return }
        compare(BoundarySite.ID(place), observed, with: stated)
    }

    func compare(_ place: Span?, _ observed: Day?, with stated: Day) {
        compare(place, observed.map { Ratio(Int64($0.number)) }, with: Ratio(Int64(stated.number)))
    }

    /// Notes a share of rows: just below means that one row more reaches the figure.
    func compare(_ place: Span?, share numerator: Int64, of denominator: Int64, _ stated: Ratio?) {
        guard let place, let stated, let share = Ratio(numerator, denominator) else { return }
        let site = BoundarySite.ID(place)
        if share == stated { return recorder.note(.at, at: site, scope) }
        let next = Ratio(share < stated ? numerator + 1 : numerator - 1, denominator)
        guard let next else { return }
        if share < stated, next >= stated { recorder.note(.below, at: site, scope) }
        if share > stated, next <= stated { recorder.note(.above, at: site, scope) }
    }

    /// Notes how many `share` of `number` were taken from: one more or fewer crosses a whole seat.
    func compare(_ place: Span?, seats share: Ratio, of number: Int64) {
        guard let place, let seats = share.multiplied(by: Ratio(number)),
            let down = seats.rounded(to: .one, .down), let up = seats.rounded(to: .one, .up)
        else { return }
        let site = BoundarySite.ID(place)
        if down == up { return recorder.note(.at, at: site, scope) }
        if let more = seats.adding(share), more >= up { recorder.note(.below, at: site, scope) }
        if let fewer = seats.subtracting(share), fewer <= down {
            recorder.note(.above, at: site, scope)
        }
    }

    private func compare(_ site: BoundarySite.ID, _ observed: Ratio, with stated: Ratio) {
        guard let mark = recorder.scale(of: site)?.mark(observed, stated) else { return }
        recorder.note(mark, at: site, scope)
    }

    /// Notes the comparisons of an evaluation of which all parts are known.
    func note(_ comparisons: [BoundaryComparison], _ trace: EvaluationTrace) {
        var values: [Int: Value] = [:]
        for record in trace.records {
            values[record.id] = record.value
            for comparison in comparisons where comparison.node == record.id {
                note(comparison, values, in: trace.expression)
            }
        }
    }

    private func note(
        _ comparison: BoundaryComparison, _ values: [Int: Value], in checked: CheckedExpression
    ) {
        func value(_ node: Int) -> Value? {
            if case .constant(let value) = checked.nodes[node].kind { return value }
            return values[node]
        }
        switch comparison.kind {
        case .operands(let observed, let stated):
            guard let observed = value(observed)?.place, let stated = value(stated)?.place else {
                return
            }
            compare(comparison.id, observed, with: stated)
        case .table(_, let observed):
            guard let observed = value(observed)?.place else { return }
            for site in recorder.edges(of: comparison.id.span) {
                if let stated = site.point?.place { compare(site, observed, with: stated) }
            }
        }
    }
}

extension Value {
    /// The number, or that of the day, where it is one.
    fileprivate var place: Ratio? {
        if case .opaque(let day as DayValue) = self {
            return day.days.day.map { Ratio(Int64($0.number)) }
        }
        return NumberValue(self)?.ratio
    }
}

extension BracketTable.Point {
    fileprivate var place: Ratio {
        switch self {
        case .number(let number): number
        case .day(let day): Ratio(Int64(day.number))
        }
    }
}

/// Keeps which boundaries of a pack were tried while its examples ran.
package final class BoundaryRecorder: Sendable {
    /// For whom a value was found.
    struct Scope: Hashable, Sendable {
        /// The rule or award; nil for computed columns, which serve all of them.
        let owner: String?
        /// The row that was judged; nil for what concerns all rows.
        let row: Int?

        static let columns = Scope(owner: nil, row: nil)
    }

    private let scales: [BoundarySite.ID: BoundarySite.Scale]
    private let edges: [Span: [BoundarySite.ID]]
    private let comparisons: [Span: [BoundaryComparison]]
    private let marks = Locked<[Scope: Set<BoundaryMark>]>([:])

    package init(_ survey: BoundarySurvey) {
        scales = Dictionary(survey.sites.map { ($0.id, $0.scale) }) { first, _ in first }
        comparisons = survey.comparisons
        let points = survey.sites.map(\.id).filter { $0.point != nil }
        edges = Dictionary(grouping: points, by: \.span)
    }

    /// Returns a recorder of the same boundaries that has noted nothing yet.
    package func blank() -> BoundaryRecorder { BoundaryRecorder(like: self) }

    private init(like other: BoundaryRecorder) {
        scales = other.scales
        edges = other.edges
        comparisons = other.comparisons
    }

    func comparisons(in expression: Span) -> [BoundaryComparison]? { comparisons[expression] }

    /// Returns the inner edges of the table that is written at `place`.
    func edges(of place: Span) -> [BoundarySite.ID] { edges[place] ?? [] }

    func scale(of site: BoundarySite.ID) -> BoundarySite.Scale? { scales[site] }

    func note(_ mark: BoundarySite.Mark, at site: BoundarySite.ID, _ scope: Scope) {
        guard scales[site] != nil else { return }
        marks.withLock { marks in
            _ = marks[scope, default: []].insert(BoundaryMark(site: site, mark: mark))
        }
    }

    /// Returns what was tried while `owner` judged `row`, with what its columns tried.
    package func marks(of owner: String, row: Int) -> Set<BoundaryMark> {
        marks.withLock { marks in
            var all: Set<BoundaryMark> = []
            for (scope, set) in marks
            where scope.owner == nil || scope.owner == owner && scope.row ?? row == row {
                all.formUnion(set)
            }
            return all
        }
    }
}
