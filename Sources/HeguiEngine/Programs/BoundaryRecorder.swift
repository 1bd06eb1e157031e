import HeguiDiagnostics
package import HeguiPack
import Synchronization

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
    private let marks = Mutex<[Scope: Set<BoundaryMark>]>([:])

    package init(_ survey: BoundarySurvey) {
        scales = Dictionary(survey.sites.map { ($0.id, $0.scale) }) { first, _ in first }
        comparisons = survey.comparisons
        let points = survey.sites.map(\.id).filter { $0.point != nil }
        edges = Dictionary(grouping: points, by: \.span)
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
