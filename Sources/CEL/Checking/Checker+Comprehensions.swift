extension Checker {
    mutating func checkComprehension(_ id: SyntaxNode.ID) -> Type {
        guard case .comprehension(let comprehension) = nodes[id].kind else { return .error }
        let target = substitution.apply(check(comprehension.target)).unwrapped
        let (first, second) = variableTypes(comprehension, target)
        scope.push(comprehension.variables[0].text, first)
        if comprehension.variables.count == 2 {
            scope.push(comprehension.variables[1].text, second)
        }
        if let filter = comprehension.filter { expect(filter, .bool) }
        let body = check(comprehension.body)
        scope.pop(comprehension.variables.count)
        return result(of: comprehension, first: first, body: body)
    }

    /// Returns the type of the comprehension, given the types of its first variable and its body.
    private mutating func result(
        of comprehension: Comprehension, first: Type, body: Type
    ) -> Type {
        switch comprehension.kind {
        case .all, .exists, .existsOne:
            require(body, .bool, at: comprehension.body)
            return .bool
        case .filter:
            require(body, .bool, at: comprehension.body)
            return .list(first)
        case .sortBy:
            requireSortable(shown(body).unwrapped, at: comprehension.body)
            return .list(first)
        case .map, .transformList:
            return .list(body)
        case .transformMap:
            return .map(first, body)
        case .transformMapEntry:
            return entryMap(body, at: comprehension.body)
        case .optionalMap:
            return .optional(body)
        case .optionalFlatMap:
            let inner = substitution.freshVariable()
            require(body, .optional(inner), at: comprehension.body)
            return .optional(substitution.apply(inner))
        }
    }

    /// Returns the types of both variables; a single variable is the element of a list or the key.
    private mutating func variableTypes(
        _ comprehension: Comprehension, _ target: Type
    ) -> (first: Type, second: Type) {
        switch comprehension.kind {
        case .optionalMap, .optionalFlatMap:
            let inner = innerType(comprehension, target)
            return (inner, inner)
        default: break
        }
        let isPair = comprehension.variables.count == 2
        switch target {
        case .list(let part):
            let element = settled(part)
            return isPair ? (.int, element) : (element, element)
        case .map(let key, let value): return (settled(key), settled(value))
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

    private mutating func requireSortable(_ type: Type, at id: SyntaxNode.ID) {
        switch type {
        case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes, .dyn, .error:
            break
        default:
            report(
                "type-mismatch", "`\(type)` cannot be sorted by", at: nodes[id].range,
                help: "a number, a string, bytes, a boolean, a timestamp or a duration can")
        }
    }

    /// Returns the type, or `dyn` where it is open, as for the elements of `[]`. Otherwise the first
    /// use of the variable would fix its type for all others.
    private mutating func settled(_ type: Type) -> Type {
        guard case .parameter = substitution.apply(type) else { return type }
        _ = substitution.assign([.dyn], to: [type])
        return .dyn
    }

    private mutating func entryMap(_ type: Type, at id: SyntaxNode.ID) -> Type {
        let key = substitution.freshVariable()
        let value = substitution.freshVariable()
        if substitution.assign([type], to: [.map(key, value)]) { return substitution.apply(type) }
        report(
            "type-mismatch", "expected a map of one entry, found `\(shown(type))`",
            at: nodes[id].range)
        return .error
    }

    /// Returns the type of the value in an optional.
    private mutating func innerType(_ comprehension: Comprehension, _ target: Type) -> Type {
        switch target {
        case .optional(let inner): return inner
        case .dyn, .error: return .dyn
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            return .dyn
        default:
            report(
                "type-mismatch",
                "`\(comprehension.macro.text)` needs an optional, found `\(shown(target))`",
                at: nodes[comprehension.target].range)
            return .error
        }
    }
}
