/// What an expression may use: variables, record types, functions and macros; and its limits.
public struct Environment: Sendable {
    /// What an operation on `null` returns; `.error` by default.
    public var nullOperands = NullOperands.error
    /// The namespace in which names are looked up first, such as `com.example`.
    public var container = ""
    /// The limits of compiling and evaluating an expression.
    public var limits = ResourceLimits()
    /// The time zones that `timestamp.getHours("Asia/Shanghai")` and similar calls accept.
    public var timeZones = TimeZones.fixedOffsets {
        didSet { add(.standard(timeZones)) }
    }
    /// Whether macros such as `has` and `all` are expanded. If not, they are undeclared functions.
    public var usesMacros = true
    var declarations = Declarations()
    var macros = Macro.standard

    /// The standard definitions and macros, without extension libraries.
    public init() {
        add(.standard(timeZones))
    }

    /// Declares a variable, whose name may contain dots. Replaces one of the same name.
    public mutating func declare(variable name: String, as type: Type) {
        declarations.variables[name] = type
    }

    /// Declares a record type. Replaces one of the same name.
    public mutating func declare(_ object: ObjectType) {
        declarations.objects[object.name] = object
    }

    /// Declares a function. If there is one of the same name, adds the overloads to it; an overload
    /// with a known id replaces the old one.
    public mutating func declare(_ function: Function) {
        declarations.declare(function)
    }

    /// Declares the name of a host's type as a value, so that `type(x) == net.IP` compiles.
    public mutating func declare(type: Type) {
        declarations.types[type.name] = type
    }

    /// Adds the functions, macros and types of an extension library.
    public mutating func add(_ library: Library) {
        for function in library.functions { declare(function) }
        for type in library.types { declare(type: type) }
        macros.formUnion(library.macros)
    }

    /// Returns the syntax tree of `text`. Throws the first syntax error.
    ///
    /// Complexity: O(n) in the length of the text.
    public func parse(_ text: String) throws(CompilationError) -> ParsedExpression {
        try Parser.parse(text, macros: knownMacros, limits: limits)
    }

    /// Returns the parsed and checked expression. Throws the first syntax error, or else all errors
    /// of names and types.
    ///
    /// Complexity: O(n · k) for n nodes and k overloads of a function.
    public func compile(_ text: String) throws(CompilationError) -> CheckedExpression {
        try check(parse(text))
    }

    /// Returns the checked expression of a syntax tree. Throws all errors of names and types.
    ///
    /// Complexity: O(n · k) for n nodes and k overloads of a function.
    public func check(_ parsed: ParsedExpression) throws(CompilationError) -> CheckedExpression {
        try Checker.check(
            parsed, declarations: declarations, container: container, macros: knownMacros)
    }

    private var knownMacros: Set<Macro> { usesMacros ? macros : [] }

    /// Returns a program that takes its arguments in the order of `variables`.
    ///
    /// It calls the host functions of this environment, even if another one compiled `expression`.
    public func plan(_ expression: CheckedExpression, variables: [String]) -> Program {
        program(expression, variables: variables)
    }

    /// Returns a program of an expression that was not checked.
    ///
    /// Unknown names and wrong types become errors when it is evaluated.
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
