extension Checker {
    mutating func checkCall(_ id: SyntaxNode.ID) -> Type {
        guard case .call(let call) = nodes[id].kind else { return .error }
        if let target = call.target { return checkMethod(id, target: target, call: call) }
        let types = check(all: call.arguments)
        guard let function = function(of: call) else {
            return undeclared(id, call.function, isMethod: false)
        }
        return resolve(
            id, call, function: function, types: types, isMethod: false, isNamespaced: false)
    }

    private mutating func checkMethod(
        _ id: SyntaxNode.ID, target: SyntaxNode.ID, call: SyntaxNode.Call
    ) -> Type {
        if let function = namespaced(target, call) {
            let types = check(all: call.arguments)
            return resolve(
                id, call, function: function, types: types, isMethod: false, isNamespaced: true)
        }
        guard let function = declarations.functions[call.function.text] else {
            return undeclaredMethod(id, target: target, call: call)
        }
        let types = check(all: [target] + call.arguments)
        return resolve(
            id, call, function: function, types: types, isMethod: true, isNamespaced: false)
    }

    private mutating func check(all ids: [SyntaxNode.ID]) -> [Type] {
        var types: [Type] = []
        for id in ids { types.append(check(id)) }
        return types
    }

    private func function(of call: SyntaxNode.Call) -> Function? {
        if call.isOperator { return declarations.functions[call.function.text] }
        let isAbsolute = call.function.text.hasPrefix(".")
        let name = isAbsolute ? String(call.function.text.dropFirst()) : call.function.text
        return function(named: name, isAbsolute: isAbsolute, prefix: nil)
    }

    /// Returns the function whose name is target and method together, such as `math.abs`, or nil.
    private func namespaced(_ target: SyntaxNode.ID, _ call: SyntaxNode.Call) -> Function? {
        guard let (prefix, isAbsolute) = qualifiedName(target) else { return nil }
        return function(
            named: prefix + "." + call.function.text, isAbsolute: isAbsolute, prefix: prefix)
    }

    /// Returns the function of a dotted name, or nil. A variable of a macro hides such names.
    private func function(named name: String, isAbsolute: Bool, prefix: String?) -> Function? {
        if let prefix, !isAbsolute,
            scope.slot(of: String(prefix.prefix { $0 != "." })) != nil
        {
            return nil
        }
        for candidate in Declarations.candidates(
            name, container: container, isAbsolute: isAbsolute)
        {
            if let function = declarations.functions[candidate] { return function }
        }
        return nil
    }

    /// Reports an undeclared method, or only the undeclared name that it is called on.
    private mutating func undeclaredMethod(
        _ id: SyntaxNode.ID, target: SyntaxNode.ID, call: SyntaxNode.Call
    ) -> Type {
        if let (name, isAbsolute) = qualifiedName(target),
            !isKnown(name, isAbsolute: isAbsolute)
        {
            var word = call.function
            word.text = name + "." + word.text
            word.range = nodes[target].range.lowerBound..<word.range.upperBound
            return undeclared(id, word, isMethod: false)
        }
        check(target)
        return undeclared(id, call.function, isMethod: true)
    }

    /// Whether a dotted name, or a prefix of it, is declared.
    private func isKnown(_ name: String, isAbsolute: Bool) -> Bool {
        let parts = name.split(separator: ".")
        if !isAbsolute, scope.slot(of: String(parts[0])) != nil { return true }
        return parts.indices.contains { index in
            Declarations.candidates(
                parts[...index].joined(separator: "."), container: container,
                isAbsolute: isAbsolute
            ).contains { declarations.variables[$0] != nil || declarations.types[$0] != nil }
        }
    }

    private mutating func undeclared(
        _ id: SyntaxNode.ID, _ word: SyntaxNode.Word, isMethod: Bool
    ) -> Type {
        references[id] = .unresolved("undeclared function `\(word.text)`")
        let counts = (isFull ? [] : macros)
            .filter { $0.name == word.text && $0.isMethod == isMethod }
            .map(\.argumentCount).sorted()
        if case .call(let call) = nodes[id].kind, let most = counts.last {
            let options = counts.map { "\($0)" }.joined(separator: " or ")
            report(
                "macro-argument",
                "the macro `\(word.text)` does not take \(Self.arguments(call.arguments.count))",
                at: word.range,
                help: "it takes "
                    + (counts.count > 1 ? options + " arguments" : Self.arguments(most)))
            return .error
        }
        let isVariable = declarations.variables[word.text] != nil
        report(
            "undeclared-function", "undeclared function `\(word.text)`", at: word.range,
            help: isFull
                ? nil
                : isVariable
                    ? "write `\(word.text)`, which is no function"
                    : OtherSpelling.hint(function: word.text)
                        ?? NameSuggestion.hint(
                            word.text, among: functionNames(isMethod: isMethod)))
        return .error
    }

    private static func arguments(_ count: Int) -> String {
        count == 1 ? "1 argument" : "\(count) arguments"
    }

    /// The names of all functions and macros that are called as methods, or of all others.
    private func functionNames(isMethod: Bool) -> [String] {
        let functions = declarations.functions.values.filter { function in
            function.name.first != "_" && function.overloads.contains { $0.isMethod == isMethod }
        }
        let macros = Set(macros.filter { $0.isMethod == isMethod }.map(\.name))
        return functions.map(\.name) + macros.sorted()
    }

    private mutating func resolve(
        _ id: SyntaxNode.ID, _ call: SyntaxNode.Call, function: Function, types: [Type],
        isMethod: Bool, isNamespaced: Bool
    ) -> Type {
        var result: Type?
        var matching: [Function.Overload] = []
        for overload in function.overloads where overload.isMethod == isMethod {
            guard let type = apply(overload, to: types) else { continue }
            matching.append(overload)
            if let known = result, known != type, !known.isDynamic {
                result = .dyn
            } else if result == nil {
                result = type
            }
        }
        if isLenient {
            matching = function.overloads.filter { overload in
                overload.isMethod == isMethod
                    && (overload.typing != nil || overload.arguments.count == types.count)
            }
        }
        references[id] = .function(
            name: function.name, overloads: matching, isNamespaced: isNamespaced)
        guard let result else {
            noOverload(call, function: function, types: types, isMethod: isMethod)
            return .error
        }
        return result
    }

    /// Returns the result type of `overload` for arguments of `types`, or nil if it does not apply.
    private mutating func apply(_ overload: Function.Overload, to types: [Type]) -> Type? {
        if let rule = overload.typing { return rule(types.map { substitution.apply($0) }) }
        guard overload.arguments.count == types.count else { return nil }
        for (type, parameter) in zip(types, overload.arguments)
        where substitution.apply(type) == .null && !parameter.takesNull { return nil }
        let signature = substitution.instantiate(overload.arguments + [overload.result])
        guard substitution.assign(types, to: Array(signature.dropLast())) else { return nil }
        return substitution.apply(signature[signature.count - 1])
    }

    private mutating func noOverload(
        _ call: SyntaxNode.Call, function: Function, types: [Type], isMethod: Bool
    ) {
        let shown = types.map { self.shown($0) }
        if isFull || shown.contains(.error) { return }
        let name = SyntaxNode.displayName(function.name)
        let arguments = shown.map(\.description).joined(separator: ", ")
        let message =
            call.isOperator && types.count == 2
            ? "`\(name)` does not apply to `\(shown[0])` and `\(shown[1])`"
            : call.isOperator
                ? "`\(name)` does not apply to `\(arguments)`"
                : isMethod
                    ? "`\(shown[0])` has no method `\(name)(\(rest(of: shown)))`"
                    : "no overload of `\(name)` takes `(\(arguments))`"
        report(
            "no-overload", message, at: call.function.range,
            help: "there is "
                + candidates(function, shown, isMethod: isMethod)
                .map { "`\($0.signature(of: name))`" }.joined(separator: ", "))
    }

    /// Returns the overloads to suggest: those that fit at least one argument, or else all.
    private func candidates(
        _ function: Function, _ types: [Type], isMethod: Bool
    ) -> ArraySlice<Function.Overload> {
        let ofStyle = function.overloads.filter { $0.isMethod == isMethod }
        let near = ofStyle.filter { overload in
            zip(overload.arguments, types).contains { $0 == $1.unwrapped }
        }
        return (near.isEmpty ? ofStyle.isEmpty ? function.overloads : ofStyle : near).prefix(8)
    }

    private func rest(of shown: [Type]) -> String {
        shown.dropFirst().map(\.description).joined(separator: ", ")
    }
}
