import HeguiDiagnostics
import HeguiYAML
import Testing

@Suite("keys that are passed over")
struct OmittedKeyTests {
    private func keys(_ text: String, leavingOut omitted: Set<String>) -> [String]? {
        let document = YAML.parse(SourceText(name: "a.yaml", text: text), leavingOut: omitted)
        #expect(document.diagnostics.isEmpty)
        return document.root?.mapping?.map(\.key.text)
    }

    @Test("the mapping is as if the key were not there, wherever it stands")
    func absent() {
        let text = "a: 1\nexamples:\n  - { name: x, given: [1, [2, {}]] }\n  - |\n    b: 2\nc: 3\n"
        #expect(keys(text, leavingOut: ["examples"]) == ["a", "c"])
        #expect(keys(text, leavingOut: []) == ["a", "examples", "c"])
        #expect(keys("examples: x\nc: 3\n", leavingOut: ["examples"]) == ["c"])
        #expect(keys("c: 3\nexamples:\n", leavingOut: ["examples"]) == ["c"])
    }

    @Test("a key of the same name further in is read")
    func inner() {
        let source = SourceText(name: "a.yaml", text: "a: { examples: 1 }\nexamples: 2\n")
        let root = YAML.parse(source, leavingOut: ["examples"]).root
        #expect(root?["a"]?["examples"]?.scalar?.text == "1")
        #expect(root?["examples"] == nil)
    }

    @Test("what is named in it may be meant elsewhere")
    func anchors() {
        let text =
            "examples:\n  - x: &day 2013-01-31\n  - &list [*day, { y: &deep 1 }]\n"
            + "a: *day\nb: *list\nc: *deep\n"
        let source = SourceText(name: "a.yaml", text: text)
        let document = YAML.parse(source, leavingOut: ["examples"])
        #expect(document.diagnostics.isEmpty)
        #expect(document.root?["a"]?.scalar?.text == "2013-01-31")
        #expect(document.root?["b"]?.sequence?.count == 2)
        #expect(document.root?["c"]?.scalar?.text == "1")
    }

    @Test("a syntax error in it is told all the same")
    func syntax() {
        let source = SourceText(name: "a.yaml", text: "examples:\n  - { x: 1\na: 2\n")
        #expect(!YAML.parse(source, leavingOut: ["examples"]).diagnostics.isEmpty)
    }
}
