extension Checker {
    mutating func checkName(_ id: Expression.ID, _ name: String, _ isAbsolute: Bool) -> Type {
        if let type = resolve(id, name, isAbsolute: isAbsolute) { return type }
        let range = nodes[id].range
        references[id] = .unresolved("undeclared name `\(name)`")
        let names = scope.variables.map(\.name) + declarations.variables.keys
        let hint = NearestName.find(name, among: names + declarations.types.keys)
        report(
            "undeclared-name", "undeclared name `\(name)`", at: range,
            help: hint.map { "did you mean `\($0)`?" })
        return .error
    }

    /// Returns the type of the variable or type that `name` means, or nil if it means none.
    private mutating func resolve(
        _ id: Expression.ID, _ name: String, isAbsolute: Bool
    ) -> Type? {
        let root = name.prefix { $0 != "." }
        if !isAbsolute, let slot = scope.slot(of: String(root)) {
            guard root.count == name.count else { return nil }
            references[id] = .local(slot: slot)
            return scope.variables[slot].type
        }
        let candidates = Declarations.candidates(
            name, container: container, isAbsolute: isAbsolute)
        for candidate in candidates {
            if let type = declarations.variables[candidate] {
                references[id] = .variable(candidate)
                return type
            }
            if let type = declarations.types[candidate] {
                references[id] = .type(type.erased)
                return .type(type)
            }
        }
        return nil
    }

    /// Returns the dotted name that a chain of plain selections spells, or nil.
    func qualifiedName(_ id: Expression.ID) -> (name: String, isAbsolute: Bool)? {
        switch nodes[id].kind {
        case .name(let name, let isAbsolute): return (name, isAbsolute)
        case .select(let operand, let field, .value):
            return qualifiedName(operand).map { ($0.name + "." + field.text, $0.isAbsolute) }
        default: return nil
        }
    }

    mutating func checkSelect(
        _ id: Expression.ID, _ operand: Expression.ID, _ field: Expression.Word,
        _ access: Expression.Access
    ) -> Type {
        if case .value = access, let (name, isAbsolute) = qualifiedName(id),
            let type = resolve(id, name, isAbsolute: isAbsolute)
        {
            return type
        }
        let operandType = substitution.apply(check(operand))
        var target = operandType
        var isOptional = false
        if case .optional(let inner) = target {
            target = inner
            isOptional = true
        }
        let result = fieldType(id, target, field)
        switch access {
        case .presence: return .bool
        case .optional: return .optional(result)
        case .value: return isOptional ? .optional(result) : result
        }
    }

    private mutating func fieldType(
        _ id: Expression.ID, _ target: Type, _ field: Expression.Word
    ) -> Type {
        switch target.unwrapped {
        case .map(_, let value):
            return value
        case .object(let name):
            guard let object = declarations.objects[name] else { return .dyn }
            if let index = object.fields.firstIndex(where: { $0.name == field.text }) {
                references[id] = .field(object: name, index: index)
                return object.fields[index].type
            }
            let hint = NearestName.find(field.text, among: object.fields.map(\.name))
            report(
                "undeclared-field", "undeclared field `\(field.text)` of `\(name)`",
                at: field.range, help: hint.map { "did you mean `\($0)`?" })
            return .error
        case .dyn, .error:
            return .dyn
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            return .dyn
        default:
            report(
                "not-selectable", "a value of type `\(shown(target))` has no fields",
                at: field.range)
            return .error
        }
    }

    mutating func checkIndex(
        _ id: Expression.ID, _ operand: Expression.ID, _ index: Expression.ID, _ isOptional: Bool
    ) -> Type {
        let operandType = substitution.apply(check(operand))
        let indexType = check(index)
        var target = operandType.unwrapped
        var wasOptional = false
        if case .optional(let inner) = target {
            target = substitution.apply(inner).unwrapped
            wasOptional = true
        }
        let result: Type
        switch target {
        case .list(let element):
            require(indexType, .int, at: index)
            result = element
        case .map(let key, let value):
            require(indexType, key, at: index)
            result = substitution.apply(value)
        case .dyn, .error:
            result = .dyn
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            result = .dyn
        default:
            report(
                "not-selectable", "a value of type `\(shown(target))` cannot be indexed",
                at: nodes[operand].range)
            result = .error
        }
        return isOptional || wasOptional ? .optional(result) : result
    }

    private mutating func require(_ type: Type, _ expected: Type, at id: Expression.ID) {
        guard !substitution.assign([type], to: [expected]) else { return }
        report(
            "type-mismatch", "expected `\(shown(expected))`, found `\(shown(type))`",
            at: nodes[id].range)
    }
}
