extension Checker {
    mutating func checkComprehension(_ comprehension: Comprehension) -> Type {
        let target = substitution.apply(check(comprehension.target)).unwrapped
        switch comprehension.kind {
        case .optionalMap, .optionalFlatMap:
            return checkOptionalMap(comprehension, target)
        default: break
        }
        let (first, second) = variableTypes(comprehension, target)
        scope.push(comprehension.variables[0].text, first)
        if comprehension.variables.count == 2 {
            scope.push(comprehension.variables[1].text, second)
        }
        defer { scope.pop(comprehension.variables.count) }
        if let filter = comprehension.filter { expect(filter, .bool) }
        switch comprehension.kind {
        case .all, .exists, .existsOne:
            expect(comprehension.body, .bool)
            return .bool
        case .filter:
            expect(comprehension.body, .bool)
            return .list(first)
        case .sortBy:
            sortKey(comprehension.body)
            return .list(first)
        case .map, .transformList:
            return .list(check(comprehension.body))
        case .transformMap:
            return .map(first, check(comprehension.body))
        default:
            return entryMap(comprehension.body)
        }
    }

    /// Returns the types of index or key, and of value; with one variable it is the element or key.
    private mutating func variableTypes(
        _ comprehension: Comprehension, _ target: Type
    ) -> (first: Type, second: Type) {
        let isPair = comprehension.variables.count == 2
        switch target {
        case .list(let element): return isPair ? (.int, element) : (element, element)
        case .map(let key, let value): return (key, value)
        case .dyn, .error: return (.dyn, .dyn)
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            return (.dyn, .dyn)
        default:
            report(
                "not-iterable",
                "`\(comprehension.macro.text)` needs a list or map, found `\(shown(target))`",
                at: nodes[comprehension.target].range)
            return (.error, .error)
        }
    }

    private mutating func sortKey(_ body: Expression.ID) {
        let type = shown(check(body)).unwrapped
        switch type {
        case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes, .dyn, .error:
            break
        default:
            report(
                "type-mismatch", "`\(type)` cannot be sorted by", at: nodes[body].range,
                help: "a number, a string, bytes, a boolean, a timestamp or a duration can")
        }
    }

    private mutating func entryMap(_ body: Expression.ID) -> Type {
        let type = check(body)
        let key = substitution.freshVariable()
        let value = substitution.freshVariable()
        if substitution.assign([type], to: [.map(key, value)]) { return substitution.apply(type) }
        report(
            "type-mismatch", "expected a map of one entry, found `\(shown(type))`",
            at: nodes[body].range)
        return .error
    }

    private mutating func checkOptionalMap(_ comprehension: Comprehension, _ target: Type) -> Type {
        let inner: Type
        switch target {
        case .optional(let wrapped): inner = wrapped
        case .dyn, .error: inner = .dyn
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            inner = .dyn
        default:
            report(
                "type-mismatch",
                "`\(comprehension.macro.text)` needs an optional, found `\(shown(target))`",
                at: nodes[comprehension.target].range)
            inner = .error
        }
        scope.push(comprehension.variables[0].text, inner)
        defer { scope.pop(1) }
        if comprehension.kind == .optionalMap { return .optional(check(comprehension.body)) }
        let result = substitution.freshVariable()
        expect(comprehension.body, .optional(result))
        return .optional(substitution.apply(result))
    }
}
