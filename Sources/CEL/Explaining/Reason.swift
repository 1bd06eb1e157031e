/// One line of an explanation: a part of an expression that decides a value.
package struct Reason: Sendable {
    /// The operands of an operator whose text does not show their values.
    package struct Operands: Sendable {
        /// The value; nil for a literal.
        package var left: Value?
        package var leftText: String
        package var sign: String
        package var right: Value?
        package var rightText: String
    }

    /// The number of reasons above it; 0 for the whole expression.
    package var depth: Int
    /// The part as it was written, on one line.
    package var text: String
    /// Its value; nil for the condition of a macro if no single round decides.
    package var value: Value?
    package var operands: Operands?
    /// For such a condition, how often it held and in how many rounds.
    package var tally: (held: Int, count: Int)?
    /// The round of a macro, from 1, if there were several.
    package var round: Int?

    init(depth: Int, text: String, value: Value?) {
        self.depth = depth
        self.text = text
        self.value = value
    }

    /// The reason as a line of English.
    var line: String {
        var line = text
        if let operands {
            let left = Self.operand(operands.left, operands.leftText)
            let right = Self.operand(operands.right, operands.rightText)
            line += " (\(left) \(operands.sign) \(right))"
        }
        if let tally { line += Self.words(tally) }
        if let value { line += Self.words(value) }
        if let round { line += " (in round \(round))" }
        return String(repeating: "  ", count: depth) + (depth == 0 ? "" : "because ") + line
    }

    private static func words(_ value: Value) -> String {
        switch value {
        case .error(let error): return " fails: " + error.message
        case .unknown(let unknown):
            let keys = unknown.causes.map(\.key).joined(separator: ", ")
            return " is unknown" + (keys.isEmpty ? "" : ": nothing is known of " + keys)
        default: return " is " + shown(value)
        }
    }

    private static func words(_ tally: (held: Int, count: Int)) -> String {
        switch tally.held {
        case 0: " is false in all \(tally.count) rounds"
        case tally.count: " is true in all \(tally.count) rounds"
        default: " is true in \(tally.held) of \(tally.count) rounds"
        }
    }

    private static func operand(_ value: Value?, _ text: String) -> String {
        switch value {
        case nil: text
        case .error: "an error"
        case .unknown: "unknown"
        case let value?: shown(value)
        }
    }

    /// Returns the value as a literal, cut short if it is long.
    static func shown(_ value: Value) -> String {
        let text = value.quoted
        let scalars = text.unicodeScalars
        guard scalars.count > 120 else { return text }
        return String(scalars.prefix(120)) + "…"
    }
}
