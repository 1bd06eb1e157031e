import CEL
import HeguiCalendar
import HeguiPack

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
