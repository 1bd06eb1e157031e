import HeguiRules

/// What candidates are ranked by; within one award all keys are of one kind.
enum RankKey: Comparable {
    case ratio(Ratio)
    case number(Int64)

    static func < (left: RankKey, right: RankKey) -> Bool {
        switch (left, right) {
        case (.ratio(let left), .ratio(let right)): left < right
        case (.number(let left), .number(let right)): left < right
        case (.ratio, .number): true
        case (.number, .ratio): false
        }
    }
}

/// The ranks of candidates, 1 for the first, nil for those without a key.
struct Ranks {
    let rank: [Int?]

    init(_ keys: [RankKey?], subjects: [String], ranking: Award.Ranking) {
        let ranked = keys.indices.compactMap { row in keys[row].map { (row: row, key: $0) } }
        let sorted = ranked.sorted { left, right in
            if left.key != right.key {
                return ranking.direction == .ascending
                    ? left.key < right.key : left.key > right.key
            }
            let (a, b) = (subjects[left.row], subjects[right.row])
            return a == b ? left.row < right.row : a < b
        }
        var result = [Int?](repeating: nil, count: keys.count)
        var previous: (key: RankKey, rank: Int)?
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
