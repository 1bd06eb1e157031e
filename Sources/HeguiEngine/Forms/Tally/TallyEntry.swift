import CEL
import HeguiCalendar
import HeguiPack

/// What a row adds to a number, or may add.
struct TallyEntry {
    /// Whether the row counts for certain.
    var isCertain: Bool
    /// What tells it from others.
    var key: [KeyPart]
    var amount: Interval
    /// The days on one of which it counts; nil where that is not known.
    var days: DayRange?
    /// Whether it is what an unknown number of rows gives together.
    var standsForSeveral = false

    /// Returns the entries where rows of one key count once, with the highest value. One whose
    /// key is not exact is one more for certain only where it differs from all others that are.
    static func distinct(_ entries: [TallyEntry]) -> [TallyEntry] {
        var places: [[KeyPart]: Int] = [:]
        var result: [TallyEntry] = []
        for entry in entries where entry.key.allSatisfy(\.isExact) {
            if let place = places[entry.key] {
                result[place].merge(entry)
            } else {
                places[entry.key] = result.count
                result.append(entry)
            }
        }
        for var entry in entries where !entry.key.allSatisfy(\.isExact) {
            let isOneMore = result.allSatisfy {
                !$0.isCertain || KeyPart.differ($0.key, entry.key)
            }
            if !isOneMore { entry.doubt() }
            result.append(entry)
        }
        return result
    }

    /// Makes it a row that may count.
    mutating func doubt() {
        isCertain = false
        amount.lower = .zero
        amount.observed = .zero
    }

    private mutating func merge(_ other: TallyEntry) {
        if days != other.days {
            // The row with the higher value counts, on its own day.
            if let least = other.amount.lower, let most = amount.upper, least > most {
                days = other.days
            } else if let least = amount.lower, let most = other.amount.upper, least >= most {
                // It stays.
            } else if let mine = days, let theirs = other.days {
                days = DayRange(
                    first: min(mine.first, theirs.first), last: max(mine.last, theirs.last))
            } else {
                days = nil
            }
        }
        isCertain = isCertain || other.isCertain
        amount.lower = amount.lower.flatMap { mine in other.amount.lower.map { max(mine, $0) } }
        amount.upper = amount.upper.flatMap { mine in other.amount.upper.map { max(mine, $0) } }
        amount.observed = max(amount.observed, other.amount.observed)
    }
}

/// A part of what tells rows from each other, as far as it is known.
enum KeyPart: Hashable, Sendable {
    case exact(ValueKey)
    /// One of several days.
    case days(DayRange)
    case unknown

    init(_ value: Value) {
        if let key = ValueKey(value) {
            self = .exact(key)
        } else if let day = DayValue.operand(of: value) {
            self = .days(day.days)
        } else {
            self = .unknown
        }
    }

    var isExact: Bool {
        if case .exact = self { true } else { false }
    }

    /// Returns whether two keys differ whatever is not known of them.
    static func differ(_ left: [KeyPart], _ right: [KeyPart]) -> Bool {
        zip(left, right).contains { $0.differs(from: $1) }
    }

    private func differs(from other: KeyPart) -> Bool {
        switch (self, other) {
        case (.unknown, _), (_, .unknown): false
        case (.exact(let left), .exact(let right)): left != right
        case (.days(let left), .days(let right)): !left.intersects(right)
        case (.days(let days), .exact(.day(let day))), (.exact(.day(let day)), .days(let days)):
            !days.intersects(day)
        case (.days, .exact), (.exact, .days): true
        }
    }
}
