/// A source of numbers that is the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Writes expressions that are right by type, over `i`, `j`: int; `s`: string; `b`: bool; `l`:
/// list(int); `m`: map(string, int).
struct ExpressionGenerator {
    enum Kind: CaseIterable {
        case int, bool, string, list
    }

    var random: SeededGenerator
    /// Whether other types than the four, and functions and macros of extensions, are used too.
    let hasExtensions: Bool
    private var locals: [String] = []

    init(seed: UInt64, hasExtensions: Bool = false) {
        random = SeededGenerator(seed: seed)
        self.hasExtensions = hasExtensions
    }

    mutating func any() -> String {
        expression(Kind.allCases.randomElement(using: &random) ?? .int, 4)
    }

    mutating func pick(_ options: [String]) -> String {
        options.randomElement(using: &random) ?? ""
    }

    mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        if depth == 0 || Int.random(in: 0..<8, using: &random) == 0 { return leaf(kind) }
        if hasExtensions, Int.random(in: 0..<3, using: &random) == 0 {
            return extended(kind, depth - 1)
        }
        switch kind {
        case .int: return int(depth - 1)
        case .bool: return bool(depth - 1)
        case .string: return string(depth - 1)
        case .list: return list(depth - 1)
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        switch kind {
        case .int: pick(["0", "1", "-7", "i", "j", "9223372036854775807", "0x10"] + locals)
        case .bool: pick(["true", "false", "b"])
        case .string: pick(["\"\"", "'a'", "s", "\"党员\"", "r'\\d'", "'e\\u0301'"])
        case .list: pick(["[]", "[1, 2]", "l", "[i, -1]"])
        }
    }

    private mutating func int(_ depth: Int) -> String {
        switch Int.random(in: 0..<9, using: &random) {
        case 0...3:
            let sign = pick(["+", "-", "*", "/", "%"])
            return "(" + expression(.int, depth) + ") \(sign) (" + expression(.int, depth) + ")"
        case 4: return "size(" + expression(pick(["l", "s"]) == "l" ? .list : .string, depth) + ")"
        case 5: return "(" + expression(.list, depth) + ")[" + expression(.int, depth) + "]"
        case 6: return choice(.int, depth)
        case 7: return "-(" + expression(.int, depth) + ")"
        default: return pick(["m.a", "m['b']", "m[s]", "int(s)", "s.size()"])
        }
    }

    private mutating func choice(_ kind: Kind, _ depth: Int) -> String {
        let condition = expression(.bool, depth).wrapped
        return condition + " ? " + expression(kind, depth).wrapped + " : " + expression(kind, depth)
    }

    private mutating func bool(_ depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return expression(.bool, depth).wrapped + " && " + expression(.bool, depth).wrapped
        case 1: return expression(.bool, depth).wrapped + " || " + expression(.bool, depth).wrapped
        case 2: return "!" + expression(.bool, depth).wrapped
        case 3:
            let sign = pick(["<", "<=", ">", ">=", "==", "!="])
            let kind = pick(["i", "s"]) == "i" ? Kind.int : .string
            return expression(kind, depth).wrapped + " \(sign) " + expression(kind, depth).wrapped
        case 4: return quantifier(depth)
        case 5: return expression(.int, depth).wrapped + " in " + expression(.list, depth).wrapped
        case 6:
            let method = pick(["startsWith", "endsWith", "contains"])
            return expression(.string, depth).wrapped + ".\(method)("
                + expression(.string, depth) + ")"
        default: return pick(["has(m.a)", "has(m.z)", "'a' in m", "s.matches('^[a-z]+$')", "b"])
        }
    }

    private mutating func quantifier(_ depth: Int) -> String {
        let target = expression(.list, depth).wrapped
        let macro = pick(["all", "exists", "exists_one"])
        return target + ".\(macro)(" + inMacro(.bool, depth) + ")"
    }

    /// Returns `variable, body`, where the body may use the variable.
    mutating func inMacro(_ kind: Kind, _ depth: Int) -> String {
        let name = "x\(locals.count)"
        locals.append(name)
        defer { locals.removeLast() }
        return name + ", " + expression(kind, depth)
    }

    private mutating func string(_ depth: Int) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            return expression(.string, depth).wrapped + " + " + expression(.string, depth).wrapped
        case 1: return "string(" + expression(.int, depth) + ")"
        case 2: return choice(.string, depth)
        default: return leaf(.string)
        }
    }

    private mutating func list(_ depth: Int) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "[" + expression(.int, depth) + ", " + expression(.int, depth) + "]"
        case 1: return expression(.list, depth).wrapped + " + " + expression(.list, depth).wrapped
        case 2: return expression(.list, depth).wrapped + ".map(" + inMacro(.int, depth) + ")"
        case 3: return expression(.list, depth).wrapped + ".filter(" + inMacro(.bool, depth) + ")"
        default: return choice(.list, depth)
        }
    }
}

extension String {
    var wrapped: String { "(" + self + ")" }
}
