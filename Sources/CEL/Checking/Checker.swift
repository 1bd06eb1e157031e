/// Finds what names stand for and what types expressions have.
struct Checker {
    let declarations: Declarations
    let container: String
    let nodes: [Expression]
    /// Without types: whatever is not known becomes an error of evaluation.
    let isLenient: Bool
    var types: [Type]
    var references: [Reference?]
    var substitution = Substitution()
    var scope = Scope()
    var issues: [Issue] = []

    init(
        _ parsed: ParsedExpression, declarations: Declarations, container: String,
        isLenient: Bool
    ) {
        self.declarations = declarations
        self.container = container
        self.isLenient = isLenient
        nodes = parsed.nodes
        types = Array(repeating: .error, count: parsed.nodes.count)
        references = Array(repeating: nil, count: parsed.nodes.count)
    }

    /// Returns the checked form of `parsed`; throws all issues found.
    ///
    /// Complexity: O(n · k) for n nodes and k overloads of a function.
    static func check(
        _ parsed: ParsedExpression, declarations: Declarations, container: String
    ) throws(CompilationError) -> CheckedExpression {
        var checker = Checker(
            parsed, declarations: declarations, container: container, isLenient: false)
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

    /// Returns `parsed` with its names resolved as far as they can be, without types.
    static func resolve(
        _ parsed: ParsedExpression, declarations: Declarations, container: String
    ) -> CheckedExpression {
        var checker = Checker(
            parsed, declarations: declarations, container: container, isLenient: true)
        return checker.run(parsed)
    }

    private mutating func run(_ parsed: ParsedExpression) -> CheckedExpression {
        check(parsed.root)
        return CheckedExpression(
            parsed: parsed, types: types.map { substitution.apply($0, freeToDyn: true) },
            references: references, localCapacity: scope.capacity, objects: declarations.objects)
    }

    mutating func report(
        _ kind: String, _ message: String, at range: Range<Int>, help: String? = nil
    ) {
        issues.append(Issue(kind: kind, message: message, range: range, help: help))
    }

    @discardableResult
    mutating func check(_ id: Expression.ID) -> Type {
        let inferred = infer(id)
        let type = isLenient ? .dyn : inferred
        types[id] = type
        return type
    }

    private mutating func infer(_ id: Expression.ID) -> Type {
        switch nodes[id].kind {
        case .constant(let value): return value.type
        case .name(let name, let isAbsolute): return checkName(id, name, isAbsolute)
        case .select(let operand, let field, let access):
            return checkSelect(id, operand, field, access)
        case .index(let operand, let index, let isOptional):
            return checkIndex(id, operand, index, isOptional)
        case .call(let call): return checkCall(id, call)
        case .logical(_, let operands):
            for operand in operands { expect(operand, .bool) }
            return .bool
        case .conditional(let condition, let first, let second):
            return checkConditional(condition, first, second)
        case .list(let elements): return checkList(elements)
        case .map(let entries): return checkMap(entries)
        case .message(let name, _):
            report(
                "unsupported", "message literals are not supported", at: nodes[name].range,
                help: "protobuf messages are out of scope; use a map")
            references[id] = .unresolved("message literals are not supported")
            return .error
        case .comprehension(let comprehension): return checkComprehension(comprehension)
        case .binding(let variable, let value, let body):
            let type = check(value)
            scope.push(variable.text, type)
            defer { scope.pop(1) }
            return check(body)
        }
    }

    /// Checks `id`, whose type has to be `expected`.
    mutating func expect(_ id: Expression.ID, _ expected: Type) {
        let type = check(id)
        guard !substitution.assign([type], to: [expected]) else { return }
        report(
            "type-mismatch", "expected `\(expected)`, found `\(shown(type))`",
            at: nodes[id].range)
    }

    func shown(_ type: Type) -> Type { substitution.apply(type, freeToDyn: true) }

    private mutating func checkConditional(
        _ condition: Expression.ID, _ first: Expression.ID, _ second: Expression.ID
    ) -> Type {
        expect(condition, .bool)
        let firstType = check(first)
        let secondType = check(second)
        let result = substitution.freshVariable()
        if substitution.assign([firstType, secondType], to: [result, result]) {
            return substitution.apply(result)
        }
        report(
            "type-mismatch",
            "the branches have different types, `\(shown(firstType))` and `\(shown(secondType))`",
            at: nodes[second].range, help: "use `dyn(…)` if both are meant")
        return .error
    }

    private mutating func checkList(_ elements: [Expression.Element]) -> Type {
        var joined: Type?
        for element in elements {
            var type = check(element.value)
            if element.isOptional { type = unwrapOptional(type, at: element.value) }
            joined = joined.map { substitution.join($0, type) } ?? type
        }
        return .list(joined ?? substitution.freshVariable())
    }

    private mutating func checkMap(_ entries: [Expression.Entry]) -> Type {
        var joinedKey: Type?
        var joinedValue: Type?
        for entry in entries {
            let key = check(entry.key)
            joinedKey = joinedKey.map { substitution.join($0, key) } ?? key
            var value = check(entry.value)
            if entry.isOptional { value = unwrapOptional(value, at: entry.value) }
            joinedValue = joinedValue.map { substitution.join($0, value) } ?? value
        }
        let key = joinedKey ?? substitution.freshVariable()
        return .map(key, joinedValue ?? substitution.freshVariable())
    }

    private mutating func unwrapOptional(_ type: Type, at id: Expression.ID) -> Type {
        let inner = substitution.freshVariable()
        if substitution.assign([type], to: [.optional(inner)]) { return substitution.apply(inner) }
        report(
            "type-mismatch", "expected `optional_type`, found `\(shown(type))`",
            at: nodes[id].range)
        return .error
    }
}
