/// What an outcome says that it rests on: figures, days and cells.
///
/// Rows may move, so that of a cell only file, sheet and column count.
struct Evidence: Hashable {
    private struct Place: Hashable {
        let file: String
        let sheet: String?
        let column: Int?
    }

    private let observed: String?
    private let done: [String?]
    private let rate: SavedOutcome.Rate?
    private let parts: [String: String?]
    private let places: [Place: Int]
    private let missingCount: Int

    init(_ outcome: SavedOutcome) {
        observed = outcome.observed
        done = [outcome.doneFrom, outcome.doneTo]
        rate = outcome.rate
        parts = Dictionary(outcome.parts.map { ($0.id, $0.observed) }) { first, _ in first }
        places = outcome.sources.reduce(into: [:]) { counts, cell in
            counts[Place(file: cell.file, sheet: cell.sheet, column: cell.column), default: 0] += 1
        }
        missingCount = outcome.missing.count
    }
}
