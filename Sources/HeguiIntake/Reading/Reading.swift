package import HeguiDiagnostics

/// What came of reading a cell as some kind of value.
package enum Reading<Value: Hashable & Sendable>: Hashable, Sendable {
    case value(Value, notes: [ReadingNote] = [])
    /// Nothing is written, or a word that says so (`无`, `—`).
    case absent
    /// `同上`, `〃`: the value of the row above.
    case sameAsAbove
    /// Several readings are equally right.
    case ambiguous([Value], Message)
    case unreadable(Message)

    /// The value, where there is exactly one.
    package var value: Value? {
        guard case .value(let value, _) = self else { return nil }
        return value
    }

    /// The notes on the value; empty for the other outcomes.
    package var notes: [ReadingNote] {
        guard case .value(_, let notes) = self else { return [] }
        return notes
    }

    /// Returns the reading with its value turned into another.
    func map<Other>(_ change: (Value) -> Other) -> Reading<Other> {
        switch self {
        case .value(let value, let notes): .value(change(value), notes: notes)
        case .absent: .absent
        case .sameAsAbove: .sameAsAbove
        case .ambiguous(let values, let message): .ambiguous(values.map(change), message)
        case .unreadable(let message): .unreadable(message)
        }
    }
}
