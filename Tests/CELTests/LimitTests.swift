import CEL
import Synchronization
import Testing

@Suite("limits") struct LimitTests {
    private static func nested(_ open: String, _ middle: String, _ close: String, _ depth: Int)
        -> String
    {
        String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    }

    private static func environment() -> Environment {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        environment.declare(variable: "x", as: .dyn)
        return environment
    }

    private static let shapes: [(String, String, String)] = [
        ("(", "1", ")"), ("[", "1", "]"), ("{1: ", "1", "}"), ("!", "true", ""), ("-", "x", ""),
        ("x ? x : ", "1", ""), ("true ? (", "1", ") : 1"), ("x + (", "x", ")"),
        ("", "x", ".f"), ("", "x", "[0]"), ("", "x", ".f()"), ("size(", "x", ")"),
        ("", "1", " + 1"), ("x && (x || ", "x", ")"), ("[1].map(i, ", "1", ")"),
        ("[1].exists(i, ", "true", ")"), ("cel.bind(y, x, ", "x", ")"),
        ("optional.of(x).optMap(y, ", "x", ")"), ("x.g(1, ", "x", ")"), ("dyn(", "x", ")"),
        ("[1].map(i, i > 0, ", "1", ")"), ("has(x.", "f", ".g)"), ("x in [", "x", "]"),
        ("x == (", "x", ")"), ("x[", "0", "]"), ("[?", "x", "]"),
    ]

    @Test(
        "nesting up to the limit needs no more than a small stack, and past it is an issue",
        arguments: shapes.map { $0.0 + $0.1 + $0.2 })
    func stack(_ shape: String) throws {
        let (open, middle, close) = try #require(
            Self.shapes.first { $0.0 + $0.1 + $0.2 == shape })
        let finished = Mutex(0)
        SmallStack.run {
            let environment = Self.environment()
            for depth in [10, 45, 90, 99, 100, 101, 1000, 20_000] {
                let text = Self.nested(open, middle, close, depth)
                if let parsed = try? environment.parse(text) {
                    _ = environment.plan(unchecked: parsed, variables: ["x"]).evaluate([.int(1)])
                }
                if let checked = try? environment.compile(text) {
                    _ = environment.plan(checked, variables: ["x"]).evaluate([.int(1)])
                }
                finished.withLock { $0 += 1 }
            }
        }
        #expect(finished.withLock { $0 } == 8)
    }
}
