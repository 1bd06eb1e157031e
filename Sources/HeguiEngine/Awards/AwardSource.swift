import CEL
import HeguiPack
import HeguiReview
import HeguiTables

/// What an award is decided from.
protocol AwardSource {
    var plan: Plan { get }
    /// How many rows the award's table has.
    var rowCount: Int { get }
    /// Whether standings are to say at once what explains them, or only what decides them.
    var explains: Bool { get }

    func subject(_ row: Int) -> Outcome.Subject
    /// What a rule comes to for a row; nil where it says nothing.
    func verdict(of rule: String, _ row: Int) -> Verdict?
    func rate(of rule: String, _ row: Int) -> Outcome.Rate?
    func outcome(of rule: String, _ row: Int) -> Outcome?
    /// Returns the frame in which an expression of the award `owner` sees a row.
    func frame(_ row: RowReference, owner: String) throws(EvaluationError) -> Frame
    /// Returns whether the row is a candidate by the award's own condition.
    func isCandidate(
        _ condition: PlannedExpression, _ row: RowReference, owner: String
    ) throws(EvaluationError) -> Answer<Bool>
    /// Returns the row to which a column of a row refers.
    func target(of row: RowReference, column: Int) -> Int?
    /// Returns what notes the boundaries that an award's numbers meet.
    func probe(_ award: String) -> BoundaryProbe?
}

extension AwardSource {
    func isCandidate(
        _ condition: PlannedExpression, _ row: RowReference, owner: String
    ) throws(EvaluationError) -> Answer<Bool> {
        try condition.truth(try frame(row, owner: owner))
    }
}

/// A row of an award's dataset in the making of its standing.
final class Candidate {
    let row: RowReference
    var standing: Standing
    /// What it is ranked by.
    let key: Ratio?
    /// nil where that cannot be told.
    let isCandidate: Bool?

    init(row: RowReference, standing: Standing, key: Ratio?, isCandidate: Bool?) {
        self.row = row
        self.standing = standing
        self.key = key
        self.isCandidate = isCandidate
    }
}

/// The ranks of candidates, 1 for the first, nil for those without a key.
struct Ranks {
    let rank: [Int?]

    init(_ keys: [Ratio?], subjects: [String], ranking: Award.Ranking) {
        let ranked = keys.indices.compactMap { row in keys[row].map { (row: row, key: $0) } }
        // Many candidates have the same key, and most rows stand in the order of their subjects.
        let order = Set(ranked.map(\.key)).sorted { ranking.isBetter($0, than: $1) }
        let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
        let isInOrder = zip(subjects, subjects.dropFirst()).allSatisfy { $0 <= $1 }
        let sorted = ranked.map { (row: $0.row, key: $0.key, place: places[$0.key] ?? 0) }.sorted {
            left, right in
            if left.place != right.place { return left.place < right.place }
            if isInOrder { return left.row < right.row }
            let (a, b) = (subjects[left.row], subjects[right.row])
            return a == b ? left.row < right.row : a < b
        }
        var result = [Int?](repeating: nil, count: keys.count)
        var previous: (key: Ratio, rank: Int)?
        for (place, candidate) in sorted.enumerated() {
            var rank = place + 1
            if ranking.ties == .shared, let previous, previous.key == candidate.key {
                rank = previous.rank
            }
            result[candidate.row] = rank
            previous = (candidate.key, rank)
        }
        rank = result
    }
}

extension Award.Ranking {
    func isBetter(_ left: Ratio, than right: Ratio) -> Bool {
        direction == .ascending ? left < right : left > right
    }
}
