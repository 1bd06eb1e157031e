/// Functions, macros and types that are added to an environment together.
public struct Library: Sendable {
    var functions: [Function] = []
    var types: [Type] = []
    var macros: Set<Macro> = []

    /// All extension libraries, in a fixed order.
    public static var extensions: [Library] {
        [
            .strings, .math, .lists, .sets, .encoders, .bindings, .regex, .network,
            .twoVariableComprehensions, .optionals,
        ]
    }

    /// `cel.bind(variable, value, body)`, which names a value that is needed more than once.
    public static var bindings: Library {
        Library(macros: [Macro(name: "cel.bind", argumentCount: 3, isMethod: false)])
    }

    /// `all`, `exists`, `existsOne`, `transformList`, `transformMap` and `transformMapEntry` with
    /// two variables: index and element, or key and value.
    public static var twoVariableComprehensions: Library {
        var macros: Set<Macro> = []
        for name in ["all", "exists", "exists_one", "existsOne"] {
            macros.insert(Macro(name: name, argumentCount: 3, isMethod: true))
        }
        for name in ["transformList", "transformMap", "transformMapEntry"] {
            macros.insert(Macro(name: name, argumentCount: 3, isMethod: true))
            macros.insert(Macro(name: name, argumentCount: 4, isMethod: true))
        }
        return Library(macros: macros)
    }

    /// The result of an overload for arguments that its parameters exclude.
    static func mismatch(_ name: String) -> Value { .failure("no overload of `\(name)`") }
}

extension Function {
    /// Returns a function with one overload.
    static func single(
        _ name: String, id: String, isMethod: Bool = false, takes arguments: [Type],
        returns result: Type,
        _ implementation: Implementation
    ) -> Function {
        Function(
            name: name,
            overloads: [
                Overload(id, isMethod: isMethod, takes: arguments, returns: result, implementation)
            ])
    }
}
