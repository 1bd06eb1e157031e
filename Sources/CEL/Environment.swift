/// What expressions may use: variables, records, functions, and how null operands are taken.
public struct Environment: Sendable {
    /// What an operation does with a `null` operand for which it has no overload.
    public enum NullOperands: Sendable {
        /// It fails, as the CEL specification says.
        case error
        /// It is unknown, and names the empty field (Kleene logic over absent data).
        case unknown
    }

    public var nullOperands = NullOperands.error

    /// The standard definitions and macros, without extension libraries.
    public init() {}

    public mutating func declare(variable name: String, as type: Type) {}
    public mutating func declare(_ object: ObjectType) {}
    public mutating func declare(_ function: Function) {}

    /// Returns the parsed and checked expression; throws all issues found.
    public func compile(_ text: String) throws(CompilationError) -> CheckedExpression {
        CheckedExpression(text: text, type: .dyn, variables: [], fields: [])
    }

    /// Returns a program whose arguments come in the order of `variables`.
    public func plan(_ expression: CheckedExpression, variables: [String]) -> Program {
        Program(variables: variables)
    }
}
