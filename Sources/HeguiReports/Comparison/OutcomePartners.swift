import HeguiEngine
import HeguiRules

/// Which outcome of an earlier review is which of a later one.
///
/// Most have a key of their own. Of several with one key, as rows have that are known only by the
/// sheet that they stand on, those that say the same belong together, and the rest in order.
struct OutcomePartners {
    /// By place in the later review: the place in the earlier one.
    private var partners: [Int: Int] = [:]
    /// The places of those in the earlier review that have no partner, in order.
    private(set) var leftOld: [Int] = []

    /// - Complexity: linear in the outcomes.
    init(_ old: [(key: OutcomeKey, outcome: SavedOutcome)], _ new: [SavedOutcome]) {
        var oldPlaces: [OutcomeKey: [Int]] = [:]
        for (place, entry) in old.enumerated() {
            oldPlaces[entry.key.withoutOrdinal, default: []].append(place)
        }
        var newPlaces: [OutcomeKey: [Int]] = [:]
        for (place, outcome) in new.enumerated() {
            newPlaces[OutcomeKey(outcome), default: []].append(place)
        }
        var isTaken = [Bool](repeating: false, count: old.count)
        for (key, later) in newPlaces {
            guard let earlier = oldPlaces[key] else { continue }
            for (place, partner) in Self.pairs(earlier, later, old, new) {
                partners[place] = partner
                isTaken[partner] = true
            }
        }
        leftOld = old.indices.filter { !isTaken[$0] }
    }

    func partner(ofNew place: Int) -> Int? { partners[place] }

    private static func pairs(
        _ earlier: [Int], _ later: [Int],
        _ old: [(key: OutcomeKey, outcome: SavedOutcome)], _ new: [SavedOutcome]
    ) -> [(Int, Int)] {
        if earlier.count == 1, later.count == 1 { return [(later[0], earlier[0])] }
        var same: [[String]: [Int]] = [:]
        for place in earlier.reversed() {
            same[content(old[place].outcome), default: []].append(place)
        }
        var pairs: [(Int, Int)] = []
        var rest: [Int] = []
        for place in later {
            if let partner = same[content(new[place])]?.popLast() {
                pairs.append((place, partner))
            } else {
                rest.append(place)
            }
        }
        return pairs + zip(rest, same.values.joined().sorted())
    }

    /// What an outcome says apart from where its row stands.
    private static func content(_ outcome: SavedOutcome) -> [String] {
        // Row numbers are among the digits.
        let message = outcome.message.zh.filter { !$0.isWholeNumber }
        return [
            outcome.outcome.rawValue, outcome.level.rawValue, "\(outcome.explanation == nil)",
            outcome.observed ?? "", message,
        ]
    }
}
