import CEL
import HeguiPack

/// A value that was read, or what is missing to read it.
enum Answer<Content> {
    case known(Content)
    case unknown([UnknownCause])
}

extension Answer: Sendable where Content: Sendable {}

extension Answer {
    /// Whether there is nothing missing.
    var isKnown: Bool {
        if case .known = self { true } else { false }
    }
}

extension Answer<Bool> {
    /// Whether it is known to be true.
    var isKnownTrue: Bool {
        if case .known(true) = self { true } else { false }
    }

    /// Whether it is known to be false.
    var isKnownFalse: Bool {
        if case .known(false) = self { true } else { false }
    }

    /// Returns whether both hold: false where either is known not to.
    func and(_ other: Answer<Bool>) -> Answer<Bool> {
        switch (self, other) {
        case (.known(false), _), (_, .known(false)): return .known(false)
        case (.known(true), _): return other
        case (.unknown, .known(true)): return self
        case (.unknown(var causes), .unknown(let others)):
            causes.formUnion(others)
            return .unknown(causes)
        }
    }
}

extension Array where Element == UnknownCause {
    /// Adds those of `others` that are not there yet.
    mutating func formUnion(_ others: [UnknownCause]) {
        for cause in others where !contains(cause) { append(cause) }
    }
}

/// A field of a record that an expression reads.
typealias FieldName = CheckedExpression.FieldReference

extension FieldName {
    /// Returns the fields that `expression` reads.
    static func all(of expression: Expression) -> Set<FieldName> { expression.checked.fields }
}

/// What the key of an unknown names: a cell, a column that the source lacks, a whole dataset, or
/// rows that may exist.
///
/// Written as `members/12/mobile`, `members//mobile`, `members` and `+/3`.
enum MissingKey: Hashable, Sendable {
    case cell(dataset: String, row: Int, column: String)
    case column(dataset: String, column: String)
    case dataset(String)
    /// The place among the tables' open rows.
    case openRows(Int)

    var cause: UnknownCause {
        switch self {
        case .cell(let dataset, let row, let column):
            UnknownCause(key: "\(dataset)/\(row)/\(column)")
        case .column(let dataset, let column): UnknownCause(key: "\(dataset)//\(column)")
        case .dataset(let name): UnknownCause(key: name)
        case .openRows(let place): UnknownCause(key: "+/\(place)")
        }
    }

    init?(_ cause: UnknownCause) {
        let parts = cause.key.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1 where !parts[0].isEmpty: self = .dataset(String(parts[0]))
        case 2 where parts[0] == "+":
            guard let place = Int(parts[1]) else { return nil }
            self = .openRows(place)
        case 3 where parts[1].isEmpty:
            self = .column(dataset: String(parts[0]), column: String(parts[2]))
        case 3:
            guard let row = Int(parts[1]) else { return nil }
            self = .cell(dataset: String(parts[0]), row: row, column: String(parts[2]))
        default: return nil
        }
    }
}
