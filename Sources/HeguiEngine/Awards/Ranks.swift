import HeguiPack

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
