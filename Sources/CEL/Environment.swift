/// What expressions may use: variables, records, functions, and how null operands are taken.
public struct Environment: Sendable {
    /// What becomes of operations on `null`; `.error` unless it is set.
    public var nullOperands = NullOperands.error
    /// The namespace in which names are looked up first, such as `com.example`.
    public var container = ""
    /// What an expression may take when it is compiled and when it is evaluated.
    public var limits = ResourceLimits()
    /// The zones that `timestamp.getHours("Asia/Shanghai")` and the like know.
    public var timeZones = TimeZones.fixedOffsets {
        didSet { add(.standard(timeZones)) }
    }
    /// Whether `has`, `all` and the like are macros; without them they are undeclared functions.
    public var usesMacros = true
    var declarations = Declarations()
    var macros = Macro.standard

    /// The standard definitions and macros, without extension libraries.
    public init() {
        add(.standard(timeZones))
    }

    /// Makes `name`, which may have dots, a variable; an earlier one of that name is replaced.
    public mutating func declare(variable name: String, as type: Type) {
        declarations.variables[name] = type
    }

    /// Makes the fields of a record type known; an earlier one of that name is replaced.
    public mutating func declare(_ object: ObjectType) {
        declarations.objects[object.name] = object
    }

    /// Adds a function, or overloads to one that is there; those of a known id are replaced.
    public mutating func declare(_ function: Function) {
        declarations.declare(function)
    }

    /// Makes the name of a host's type stand for the type, as in `type(x) == net.IP`.
    public mutating func declare(type: Type) {
        declarations.types[type.name] = type
    }

    /// Adds the functions, macros and types of an extension library.
    public mutating func add(_ library: Library) {
        for function in library.functions { declare(function) }
        for type in library.types { declare(type: type) }
        macros.formUnion(library.macros)
    }

    /// Returns the parsed expression; throws the first mistake of form.
    public func parse(_ text: String) throws(CompilationError) -> ParsedExpression {
        try Parser.parse(text, macros: knownMacros, limits: limits)
    }

    /// Returns the parsed and checked expression; throws all issues found.
    public func compile(_ text: String) throws(CompilationError) -> CheckedExpression {
        try Checker.check(
            parse(text), declarations: declarations, container: container, macros: knownMacros)
    }

    private var knownMacros: Set<Macro> { usesMacros ? macros : [] }

    /// Returns a program whose arguments come in the order of `variables`, with this environment's
    /// functions where the host declared them.
    public func plan(_ expression: CheckedExpression, variables: [String]) -> Program {
        program(expression, variables: variables)
    }

    /// Returns a program of an expression that was not checked: whatever has no meaning, or is
    /// applied to the wrong type, is an error of evaluation.
    public func plan(
        unchecked expression: ParsedExpression, variables: [String]
    ) -> Program {
        let checked = Checker.resolve(
            expression, declarations: declarations, container: container)
        return program(checked, variables: variables)
    }

    private func program(_ expression: CheckedExpression, variables: [String]) -> Program {
        Program(
            expression, variables: variables, declarations: declarations,
            nullOperands: nullOperands, limits: limits)
    }
}
