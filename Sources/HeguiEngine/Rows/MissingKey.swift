import CEL

/// What the key of an unknown names: a cell, a column that the source lacks, or a whole dataset.
///
/// Written as `members/12/mobile`, `members//mobile` and `members`.
enum MissingKey: Hashable, Sendable {
    case cell(dataset: String, row: Int, column: String)
    case column(dataset: String, column: String)
    case dataset(String)

    var cause: UnknownCause {
        switch self {
        case .cell(let dataset, let row, let column):
            UnknownCause(key: "\(dataset)/\(row)/\(column)")
        case .column(let dataset, let column): UnknownCause(key: "\(dataset)//\(column)")
        case .dataset(let name): UnknownCause(key: name)
        }
    }

    init?(_ cause: UnknownCause) {
        let parts = cause.key.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1 where !parts[0].isEmpty: self = .dataset(String(parts[0]))
        case 3 where parts[1].isEmpty:
            self = .column(dataset: String(parts[0]), column: String(parts[2]))
        case 3:
            guard let row = Int(parts[1]) else { return nil }
            self = .cell(dataset: String(parts[0]), row: row, column: String(parts[2]))
        default: return nil
        }
    }
}
