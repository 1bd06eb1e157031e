/// The names that an environment declares.
struct Declarations: Sendable {
    var variables: [String: Type] = [:]
    var objects: [String: ObjectType] = [:]
    var functions: [String: Function] = [:]
    /// Types as values, by name.
    var types: [String: Type] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
        "bytes": .bytes, "null_type": .null, "list": .list(.dyn), "map": .map(.dyn, .dyn),
        "type": .type(.dyn), "google.protobuf.Timestamp": .timestamp,
        "google.protobuf.Duration": .duration,
    ]

    /// Declares a function, or adds overloads to it; one with a known id replaces the old one.
    mutating func declare(_ function: Function) {
        guard var known = functions[function.name] else {
            functions[function.name] = function
            return
        }
        for overload in function.overloads {
            if let place = known.overloads.firstIndex(where: { $0.id == overload.id }) {
                known.overloads[place] = overload
            } else {
                known.overloads.append(overload)
            }
        }
        functions[function.name] = known
    }

    /// Returns the full names that `name` may have in `container`, the longest first.
    static func candidates(_ name: String, container: String, isAbsolute: Bool) -> [String] {
        guard !isAbsolute, !container.isEmpty else { return [name] }
        var parts = container.split(separator: ".")
        var names: [String] = []
        while !parts.isEmpty {
            names.append(parts.joined(separator: ".") + "." + name)
            parts.removeLast()
        }
        return names + [name]
    }
}

/// The variables of the macros that enclose a node, innermost last.
struct Scope {
    private(set) var variables: [(name: String, type: Type)] = []
    /// The greatest number of variables that were in scope at once.
    private(set) var capacity = 0

    mutating func push(_ name: String, _ type: Type) {
        variables.append((name, type))
        capacity = max(capacity, variables.count)
    }

    mutating func pop(_ count: Int) {
        variables.removeLast(count)
    }

    func slot(of name: String) -> Int? {
        variables.lastIndex { $0.name == name }
    }
}
