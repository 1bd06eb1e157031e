/// The rows about which one of two reviews doubts whose they are, and the other does not.
struct DoubtfulRows {
    private struct Row: Hashable {
        let file: String
        let sheet: String?
        let row: Int?
    }

    private let rows: Set<Row>

    /// References that lead nowhere or to several rows, probable and contradicted matches, and
    /// persons who stand there twice.
    private static let codes: Set<String> = ["D0006", "D0007", "D0008", "D0009", "D0018", "D0023"]

    init(_ old: SavedReview, _ new: SavedReview) {
        let before = Self.doubts(of: old)
        let after = Self.doubts(of: new)
        let settled = before.filter { after[$0.key] == nil }
        let arisen = after.filter { before[$0.key] == nil }
        rows = Set((Array(settled.values) + Array(arisen.values)).joined())
    }

    /// Whether an outcome rests on such a row before or after.
    func isAffected(_ before: SavedOutcome, _ after: SavedOutcome) -> Bool {
        (before.sources + after.sources).contains { rows.contains(Self.row(of: $0)) }
    }

    private static func doubts(of review: SavedReview) -> [String: [Row]] {
        let doubts = review.dataFindings.filter { codes.contains($0.code) }
        return Dictionary(
            doubts.map { ($0.fingerprint, ([$0.cell] + $0.related).map(row)) },
            uniquingKeysWith: +)
    }

    private static func row(of cell: SavedOutcome.Cell) -> Row {
        Row(file: cell.file, sheet: cell.sheet, row: cell.row)
    }
}
