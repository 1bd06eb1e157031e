/// Resolves the names of an expression and infers its types.
struct Checker {
    let declarations: Declarations
    let container: String
    /// The macros that the parser knew, for hints.
    let macros: Set<Macro>
    let nodes: [SyntaxNode]
    /// Whether only names are resolved. Then unknown names become errors of evaluation.
    let isLenient: Bool
    var types: [Type]
    var references: [Reference?]
    var substitution = Substitution()
    var scope = Scope()
    var issues: [Issue] = []

    init(
        _ parsed: ParsedExpression, declarations: Declarations, container: String,
        macros: Set<Macro> = [], isLenient: Bool
    ) {
        self.declarations = declarations
        self.container = container
        self.macros = macros
        self.isLenient = isLenient
        nodes = parsed.nodes
        types = Array(repeating: .error, count: parsed.nodes.count)
        references = Array(repeating: nil, count: parsed.nodes.count)
    }

    /// Returns the checked form of `parsed`. Throws all issues that were found.
    ///
    /// Complexity: O(n · k) for n nodes and k overloads of a function.
    static func check(
        _ parsed: ParsedExpression, declarations: Declarations, container: String,
        macros: Set<Macro>
    ) throws(CompilationError) -> CheckedExpression {
        var checker = Checker(
            parsed, declarations: declarations, container: container, macros: macros,
            isLenient: false)
        let checked = checker.run(parsed)
        guard checker.issues.isEmpty else {
            throw CompilationError(
                issues: checker.issues.sorted {
                    ($0.range.lowerBound, $0.range.upperBound)
                        < ($1.range.lowerBound, $1.range.upperBound)
                })
        }
        return checked
    }

    /// Returns `parsed` with its names resolved as far as possible, and without types.
    static func resolve(
        _ parsed: ParsedExpression, declarations: Declarations, container: String
    ) -> CheckedExpression {
        var checker = Checker(
            parsed, declarations: declarations, container: container, isLenient: true)
        return checker.run(parsed)
    }

    /// No data have larger types; such types only keep the checker busy.
    private static let typeSize = 1000

    private mutating func tooLarge(_ id: SyntaxNode.ID) {
        report("limit", "the type of the expression is too large", at: nodes[id].range)
        types[id] = .error
    }

    private mutating func run(_ parsed: ParsedExpression) -> CheckedExpression {
        check(parsed.root)
        return CheckedExpression(
            parsed: parsed, types: types.map { substitution.apply($0, freeToDyn: true) },
            references: references, localCapacity: scope.capacity, objects: declarations.objects)
    }

    /// More issues would help nobody.
    private static let issueCount = 100

    /// Whether further issues are dropped. Then their messages need not be made.
    var isFull: Bool { issues.count >= Self.issueCount }

    mutating func report(
        _ kind: String, _ message: String, at range: Range<Int>, help: String? = nil
    ) {
        guard !isFull else { return }
        issues.append(Issue(kind: kind, message: message, range: range, help: help))
    }

    @discardableResult
    mutating func check(_ id: SyntaxNode.ID) -> Type {
        let inferred = infer(id)
        types[id] = isLenient ? .dyn : inferred
        if types[id].isLarger(than: Self.typeSize) { tooLarge(id) }
        return types[id]
    }

    /// The checker recurses from here. The functions on the way take a node by its number, which
    /// keeps their stack frames small.
    private mutating func infer(_ id: SyntaxNode.ID) -> Type {
        switch nodes[id].kind {
        case .constant: constantType(id)
        case .name: checkName(id)
        case .select: checkSelect(id)
        case .index: checkIndex(id)
        case .call: checkCall(id)
        case .logical: checkLogical(id)
        case .conditional: checkConditional(id)
        case .list: checkList(id)
        case .map: checkMap(id)
        case .message: refuseMessage(id)
        case .comprehension: checkComprehension(id)
        case .binding: checkBinding(id)
        }
    }

    private func constantType(_ id: SyntaxNode.ID) -> Type {
        guard case .constant(let value) = nodes[id].kind else { return .error }
        return value.type
    }

    private mutating func checkLogical(_ id: SyntaxNode.ID) -> Type {
        guard case .logical(_, let operands) = nodes[id].kind else { return .error }
        for operand in operands { expect(operand, .bool) }
        return .bool
    }

    private mutating func refuseMessage(_ id: SyntaxNode.ID) -> Type {
        guard case .message(let name, _) = nodes[id].kind else { return .error }
        report(
            "unsupported", "message literals are not supported", at: nodes[name].range,
            help: "protobuf messages are out of scope; use a map")
        references[id] = .unresolved("message literals are not supported")
        return .error
    }

    private mutating func checkBinding(_ id: SyntaxNode.ID) -> Type {
        guard case .binding(let variable, let value, let body) = nodes[id].kind else {
            return .error
        }
        scope.push(variable.text, check(value))
        let type = check(body)
        scope.pop(1)
        return type
    }

    /// Checks `id` and reports it if its type is not `expected`.
    mutating func expect(_ id: SyntaxNode.ID, _ expected: Type) {
        require(check(id), expected, at: id)
    }

    mutating func require(_ type: Type, _ expected: Type, at id: SyntaxNode.ID) {
        guard !substitution.assign([type], to: [expected]) else { return }
        report(
            "type-mismatch", "expected `\(shown(expected))`, found `\(shown(type))`",
            at: nodes[id].range)
    }

    func shown(_ type: Type) -> Type { substitution.apply(type, freeToDyn: true) }

    private mutating func checkConditional(_ id: SyntaxNode.ID) -> Type {
        guard case .conditional(let condition, let first, let second) = nodes[id].kind else {
            return .error
        }
        expect(condition, .bool)
        let firstType = check(first)
        return branches(firstType, check(second), at: second)
    }

    private mutating func branches(
        _ first: Type, _ second: Type, at id: SyntaxNode.ID
    ) -> Type {
        let result = substitution.freshVariable()
        if substitution.assign([first, second], to: [result, result]) {
            return substitution.apply(result)
        }
        report(
            "type-mismatch",
            "the branches have different types, `\(shown(first))` and `\(shown(second))`",
            at: nodes[id].range, help: "use `dyn(…)` if both are meant")
        return .error
    }

    private mutating func checkList(_ id: SyntaxNode.ID) -> Type {
        guard case .list(let elements) = nodes[id].kind else { return .error }
        var joined: Type?
        for element in elements { join(&joined, element.value, isOptional: element.isOptional) }
        return .list(joined ?? substitution.freshVariable())
    }

    private mutating func checkMap(_ id: SyntaxNode.ID) -> Type {
        guard case .map(let entries) = nodes[id].kind else { return .error }
        var key: Type?
        var value: Type?
        for entry in entries {
            join(&key, entry.key, isOptional: false)
            checkKey(entry.key)
            join(&value, entry.value, isOptional: entry.isOptional)
        }
        let keyType = key ?? substitution.freshVariable()
        return .map(keyType, value ?? substitution.freshVariable())
    }

    /// Checks an element of a literal and widens `joined` to its type.
    private mutating func join(_ joined: inout Type?, _ id: SyntaxNode.ID, isOptional: Bool) {
        var type = check(id)
        if isOptional { type = unwrapOptional(type, at: id) }
        joined = joined.map { substitution.join($0, type) } ?? type
    }

    private mutating func checkKey(_ id: SyntaxNode.ID) {
        let type = shown(types[id])
        switch type.unwrapped {
        case .bool, .int, .uint, .string, .dyn, .error: return
        default:
            report(
                "type-mismatch", "a value of type `\(type)` cannot be a key",
                at: nodes[id].range, help: "a string, a number without decimals or a boolean can")
            types[id] = .error
        }
    }

    private mutating func unwrapOptional(_ type: Type, at id: SyntaxNode.ID) -> Type {
        let inner = substitution.freshVariable()
        if substitution.assign([type], to: [.optional(inner)]) { return substitution.apply(inner) }
        report(
            "type-mismatch", "expected `optional_type`, found `\(shown(type))`",
            at: nodes[id].range)
        return .error
    }
}
