import HeguiDiagnostics
import HeguiYAML
import Testing

@Suite("limits")
struct LimitTests {
    private func codes(_ text: String, _ limits: YAML.Limits = .standard) -> [String] {
        let document = YAML.parse(SourceText(name: "a.yaml", text: text), limits: limits)
        if !document.diagnostics.isEmpty { #expect(document.root == nil) }
        return document.diagnostics.map(\.code)
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test("64 levels are read, 65 are not")
    func depth() {
        #expect(codes(nested(64)).isEmpty)
        #expect(codes(nested(65)) == ["Y0009"])
        #expect(codes(nested(100_000)) == ["Y0009"])
        #expect(codes(String(repeating: "- ", count: 100_000) + "a") == ["Y0009"])
        #expect(codes(String(repeating: "{a: ", count: 100_000)) == ["Y0009"])
    }

    @Test("aliases count as deep as what they stand for")
    func aliasDepth() {
        func chain(_ links: Int) -> String {
            let first = "a0: &a0 [x]\n"
            return first + (1..<links).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        }
        #expect(codes(chain(63)).isEmpty)
        #expect(codes(chain(64)) == ["Y0009"])
    }

    @Test("aliases count as many nodes as they stand for")
    func expansion() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(uses)]\n"
        }
        #expect(codes(bomb) == ["Y0010"])
    }

    @Test("the limit of nodes is exact")
    func nodes() {
        var limits = YAML.Limits.standard
        limits.nodes = 5
        #expect(codes("[a, &x b, c, *x]", limits).isEmpty)
        #expect(codes("[a, &x b, c, d, *x]", limits) == ["Y0010"])
        #expect(codes("{ a: b, c: d }", limits).isEmpty)
        #expect(codes("{ a: b, c: d, e: f }", limits) == ["Y0010"])
    }

    @Test("a file over the limit is not read")
    func size() {
        var limits = YAML.Limits.standard
        limits.bytes = 4
        #expect(codes("a: b", limits).isEmpty)
        #expect(codes("a: bc", limits) == ["Y0014"])
    }

    @Test("after so many syntax errors the rest is left alone")
    func syntaxErrors() {
        let text = String(repeating: "a: b: c\n", count: 50)
        #expect(codes(text) == Array(repeating: "Y0001", count: 10))
        #expect(codes(text, YAML.Limits(syntaxErrors: 0)) == ["Y0001"])
    }

    @Test("an alias inside its own anchor is named, not followed")
    func cycle() {
        let document = YAML.parse(SourceText(name: "a", text: "a: &a [b, *a]\n"))
        #expect(document.diagnostics.map(\.code) == ["Y0011"])
        #expect(document.root?["a"]?.sequence?.map(\.isEmpty) == [false, true])
    }

    @Test("large files are read whole")
    func large() throws {
        let items = 40_000
        let list = (0..<items).map { "- { id: \($0), 名: 党员 }\n" }.joined()
        let document = YAML.parse(SourceText(name: "a", text: list))
        #expect(document.diagnostics.isEmpty)
        #expect(document.root?.sequence?.count == items)
        let last = try #require(document.root?.sequence?.last)
        #expect(last.span.start.line == items)
        #expect(last["id"]?.scalar?.text == "\(items - 1)")
    }

    @Test("a single line of a million characters is read")
    func longLine() throws {
        let word = String(repeating: "报", count: 300_000)
        let source = SourceText(name: "a", text: "a: [\(word), x y: \"\(word)z\"]\n")
        let document = YAML.parse(source)
        let pair = try #require(document.root?["a"]?.sequence?.last)
        let scalar = try #require(pair["x y"]?.scalar)
        let span = scalar.span(of: 900_000..<900_001)
        #expect(source.text(of: span) == "z")
        #expect(span.start.column == 600_013)
    }
}
