extension Checker {
    mutating func checkName(_ id: SyntaxNode.ID) -> Type {
        guard case .name(let name, let isAbsolute) = nodes[id].kind else { return .error }
        if let type = resolve(id, name, isAbsolute: isAbsolute) { return type }
        let range = nodes[id].range
        references[id] = .unresolved("undeclared name `\(name)`")
        let names = scope.variables.map(\.name) + declarations.variables.keys
        let types = declarations.types.keys
        report(
            "undeclared-name", "undeclared name `\(name)`", at: range,
            help: isFull
                ? nil
                : OtherSpelling.hint(word: name) ?? NameSuggestion.hint(name, among: names + types))
        return .error
    }

    /// Returns the type of the variable or type called `name`, or nil if there is none.
    private mutating func resolve(
        _ id: SyntaxNode.ID, _ name: String, isAbsolute: Bool
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

    /// Returns the dotted name that a chain of plain selections forms, or nil.
    func qualifiedName(_ id: SyntaxNode.ID) -> (name: String, isAbsolute: Bool)? {
        switch nodes[id].kind {
        case .name(let name, let isAbsolute): return (name, isAbsolute)
        case .select(let operand, let field, .value):
            return qualifiedName(operand).map { ($0.name + "." + field.text, $0.isAbsolute) }
        default: return nil
        }
    }

    mutating func checkSelect(_ id: SyntaxNode.ID) -> Type {
        guard case .select(let operand, let field, let access) = nodes[id].kind else {
            return .error
        }
        if case .value = access, let type = resolveQualified(id) { return type }
        return select(id, from: check(operand), field: field, access: access)
    }

    /// Returns the type of the variable whose dotted name the selections form, or nil.
    private mutating func resolveQualified(_ id: SyntaxNode.ID) -> Type? {
        guard let (name, isAbsolute) = qualifiedName(id) else { return nil }
        return resolve(id, name, isAbsolute: isAbsolute)
    }

    private mutating func select(
        _ id: SyntaxNode.ID, from operandType: Type, field: SyntaxNode.Word,
        access: SyntaxNode.Access
    ) -> Type {
        var target = substitution.apply(operandType)
        var isOptional = false
        if case .optional(let inner) = target {
            target = inner
            isOptional = true
        }
        let result = fieldType(id, target: target, field: field)
        switch access {
        case .presence: return .bool
        case .optional: return .optional(result)
        case .value: return isOptional ? .optional(result) : result
        }
    }

    private mutating func fieldType(
        _ id: SyntaxNode.ID, target: Type, field: SyntaxNode.Word
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
            report(
                "undeclared-field", "undeclared field `\(field.text)` of `\(name)`",
                at: field.range,
                help: isFull
                    ? nil : NameSuggestion.hint(field.text, among: object.fields.map(\.name)))
            return .error
        case .dyn, .error:
            return .dyn
        case .parameter:
            _ = substitution.assign([.dyn], to: [target])
            return .dyn
        default:
            let isMethod = declarations.functions[field.text]?.overloads.contains(where: \.isMethod)
            report(
                "not-selectable", "a value of type `\(shown(target))` has no fields",
                at: field.range,
                help: isMethod == true ? "write `\(field.text)()` to call the method" : nil)
            return .error
        }
    }

    mutating func checkIndex(_ id: SyntaxNode.ID) -> Type {
        guard case .index(let operand, let index, let isOptional) = nodes[id].kind else {
            return .error
        }
        let operandType = check(operand)
        check(index)
        return self.index(operandType, operand: operand, index: index, isOptional: isOptional)
    }

    private mutating func index(
        _ operandType: Type, operand: SyntaxNode.ID, index: SyntaxNode.ID, isOptional: Bool
    ) -> Type {
        var target = substitution.apply(operandType).unwrapped
        var wasOptional = false
        if case .optional(let inner) = target {
            target = substitution.apply(inner).unwrapped
            wasOptional = true
        }
        let result: Type
        switch target {
        case .list(let element):
            require(types[index], .int, at: index)
            result = element
        case .map(let key, let value):
            require(types[index], key, at: index)
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
}
