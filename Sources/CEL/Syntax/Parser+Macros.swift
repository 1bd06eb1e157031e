/// A form of call that the parser turns into a comprehension or a binding.
struct Macro: Hashable, Sendable {
    var name: String
    var argumentCount: Int
    /// Whether it is called on a value, such as `list.all(x, …)`.
    var isMethod: Bool

    static let standard: Set<Macro> = [
        Macro(name: "has", argumentCount: 1, isMethod: false),
        Macro(name: "all", argumentCount: 2, isMethod: true),
        Macro(name: "exists", argumentCount: 2, isMethod: true),
        Macro(name: "exists_one", argumentCount: 2, isMethod: true),
        Macro(name: "existsOne", argumentCount: 2, isMethod: true),
        Macro(name: "map", argumentCount: 2, isMethod: true),
        Macro(name: "map", argumentCount: 3, isMethod: true),
        Macro(name: "filter", argumentCount: 2, isMethod: true),
    ]
}

extension Parser {
    /// Adds a call, or the node of the macro with that name and number of arguments.
    mutating func call(
        _ function: SyntaxNode.Word, target: SyntaxNode.ID?, arguments: [SyntaxNode.ID]
    ) throws(CompilationError) -> SyntaxNode.ID {
        let start = target.map { nodes[$0].range.lowerBound } ?? function.range.lowerBound
        let range = start..<lastEnd
        if let target {
            if isName(target, "cel"), isMacro("cel.bind", arguments.count, isMethod: false),
                function.text == "bind"
            {
                return try binding(arguments, range)
            }
            if isMacro(function.text, arguments.count, isMethod: true) {
                return try comprehension(
                    function, target: target, arguments: arguments, range: range)
            }
        } else if isMacro(function.text, arguments.count, isMethod: false) {
            return try presence(arguments[0], range)
        }
        let call = SyntaxNode.Call(function: function, target: target, arguments: arguments)
        return try add(.call(call), range, children: (target.map { [$0] } ?? []) + arguments)
    }

    private func isMacro(_ name: String, _ count: Int, isMethod: Bool) -> Bool {
        macros.contains(Macro(name: name, argumentCount: count, isMethod: isMethod))
    }

    private func isName(_ id: SyntaxNode.ID, _ text: String) -> Bool {
        if case .name(text, isAbsolute: false) = nodes[id].kind { return true }
        return false
    }

    private mutating func presence(
        _ argument: SyntaxNode.ID, _ range: Range<Int>
    ) throws(CompilationError) -> SyntaxNode.ID {
        guard case .select(let operand, let field, .value) = nodes[argument].kind else {
            throw CompilationError(
                kind: "macro-argument", message: "`has` needs the selection of a field",
                range: nodes[argument].range, help: "write `has(value.field)`")
        }
        return try add(
            .select(operand, field: field, access: .presence), range, children: [operand])
    }

    private mutating func binding(
        _ arguments: [SyntaxNode.ID], _ range: Range<Int>
    ) throws(CompilationError) -> SyntaxNode.ID {
        let variable = try variable(arguments[0], of: "cel.bind")
        return try add(
            .binding(variable: variable, value: arguments[1], body: arguments[2]), range,
            children: [arguments[1], arguments[2]])
    }

    private func variable(
        _ id: SyntaxNode.ID, of macro: String
    ) throws(CompilationError) -> SyntaxNode.Word {
        guard case .name(let name, isAbsolute: false) = nodes[id].kind else {
            throw CompilationError(
                kind: "macro-argument", message: "`\(macro)` needs a variable name here",
                range: nodes[id].range)
        }
        return SyntaxNode.Word(text: name, range: nodes[id].range)
    }

    private mutating func comprehension(
        _ macro: SyntaxNode.Word, target: SyntaxNode.ID, arguments: [SyntaxNode.ID],
        range: Range<Int>
    ) throws(CompilationError) -> SyntaxNode.ID {
        let form = Self.form(macro.text, arguments.count)
        var variables: [SyntaxNode.Word] = []
        for argument in arguments.prefix(form.variables) {
            variables.append(try variable(argument, of: macro.text))
        }
        if variables.count == 2, variables[0].text == variables[1].text {
            throw CompilationError(
                kind: "macro-argument",
                message: "`\(macro.text)` needs two different variables",
                range: variables[1].range)
        }
        let comprehension = Comprehension(
            kind: form.kind, macro: macro, target: target, variables: variables,
            filter: form.hasFilter ? arguments[form.variables] : nil,
            body: arguments[arguments.count - 1])
        return try add(
            .comprehension(comprehension), range,
            children: [target] + arguments.dropFirst(form.variables))
    }

    private static func form(
        _ name: String, _ count: Int
    ) -> (kind: Comprehension.Kind, variables: Int, hasFilter: Bool) {
        switch name {
        case "all": (.all, count - 1, false)
        case "exists": (.exists, count - 1, false)
        case "exists_one", "existsOne": (.existsOne, count - 1, false)
        case "filter": (.filter, 1, false)
        case "map": (.map, 1, count == 3)
        case "transformList": (.transformList, 2, count == 4)
        case "transformMap": (.transformMap, 2, count == 4)
        case "transformMapEntry": (.transformMapEntry, 2, count == 4)
        case "sortBy": (.sortBy, 1, false)
        case "optMap": (.optionalMap, 1, false)
        default: (.optionalFlatMap, 1, false)
        }
    }
}
