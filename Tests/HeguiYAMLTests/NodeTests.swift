import HeguiDiagnostics
import HeguiYAML
import Testing

@Suite("nodes")
struct NodeTests {
    private func parse(_ text: String) throws -> (root: Node, source: SourceText) {
        let source = SourceText(name: "a.yaml", text: text)
        let document = YAML.parse(source)
        #expect(document.diagnostics.isEmpty)
        return (try #require(document.root), source)
    }

    @Test("keys, values, lists and mappings span what is written, without what follows")
    func spans() throws {
        let text = """
            # 注释
            rules:   # the rules
              - id: 报到迟
                fields: [ a, "b" ]   # two

              - { id: x, note: }
            last: |
              text

            # end

            """
        let (root, source) = try parse(text)
        let rules = try #require(root.entry("rules"))
        #expect(source.text(of: rules.key.span) == "rules")
        let items = try #require(rules.value.sequence)
        #expect(
            source.text(of: rules.value.span)
                == "- id: 报到迟\n    fields: [ a, \"b\" ]   # two\n\n  - { id: x, note: }"
        )
        #expect(source.text(of: items[0].span) == "id: 报到迟\n    fields: [ a, \"b\" ]")
        let fields = try #require(items[0]["fields"])
        #expect(source.text(of: fields.span) == "[ a, \"b\" ]")
        #expect(fields.sequence?.map { source.text(of: $0.span) } == ["a", "\"b\""])
        #expect(source.text(of: items[1].span) == "{ id: x, note: }")
        let last = try #require(root["last"])
        #expect(source.text(of: last.span) == "|\n  text")
        #expect(root.span.end == last.span.end)
        #expect(root.span.start == Position(offset: 9, line: 2, column: 1))
    }

    @Test("what is missing stands right behind its colon or key")
    func missing() throws {
        let (root, _) = try parse("a:\nb: { c, d: }\n? e\n\n# x\n\n? f\n")
        let offsets = [root["a"], root["b"]?["c"], root["b"]?["d"], root["e"], root["f"]].map {
            $0?.span
        }
        #expect(offsets.map { $0?.start.offset } == [2, 9, 13, 19, 29])
        #expect(offsets.allSatisfy { $0?.start == $0?.end })
        #expect(root["a"]?.isEmpty == true)
    }

    @Test("scalars stay text: nothing is taken for a number, a truth value or nothing")
    func untyped() throws {
        let (root, _) = try parse("- no\n- 2013.10\n- ~\n- 0x1F\n- 2013-01-10\n- ''\n")
        let texts = root.sequence?.compactMap { $0.scalar?.text }
        #expect(texts == ["no", "2013.10", "~", "0x1F", "2013-01-10", ""])
        #expect(root.sequence?.map(\.isEmpty) == Array(repeating: false, count: 6))
    }

    @Test(
        "each style is known",
        arguments: [
            ("a", Scalar.Style.plain), ("'a'", .singleQuoted), ("\"a\"", .doubleQuoted),
            ("|-\n a", .literal), (">-\n a", .folded),
        ])
    func styles(written: String, style: Scalar.Style) throws {
        let (root, _) = try parse("k: \(written)\n")
        #expect(root["k"]?.scalar?.style == style)
        #expect(root["k"]?.scalar?.text == "a")
    }

    @Test("an alias stands for the node, with the places of the node")
    func alias() throws {
        let (root, source) = try parse("a: &x # 注\n  b: [1]\nc: *x\nd: &y text\n*y : e\n")
        let node = try #require(root["c"])
        #expect(source.text(of: node.span) == "b: [1]")
        #expect(root["c"]?["b"]?.sequence?.count == 1)
        #expect(source.text(of: try #require(root["d"]).span) == "text")
        let key = try #require(root.entry("text")?.key)
        #expect(source.text(of: key.span) == "*y")
        #expect(key.span(of: 0..<2) == key.span)
    }

    @Test("a byte order mark at the beginning is passed over")
    func byteOrderMark() throws {
        let (root, source) = try parse("\u{FEFF}id: 党\n")
        let key = try #require(root.entry("id")?.key)
        #expect(key.span.start.offset == 3)
        #expect(source.text(of: try #require(root["id"]).span) == "党")
    }

    @Test(
        "kinds have names in both languages",
        arguments: [
            ("{}", "映射", "a mapping"), ("[]", "列表", "a list"), ("a", "单个值", "a single value"),
            ("", "空值", "nothing"),
        ])
    func kinds(written: String, zh: String, en: String) throws {
        let (root, _) = try parse("k: \(written)\n")
        #expect(root["k"]?.kind == Message(zh: zh, en: en))
    }

    @Test("access to what is not there gives nil")
    func absent() throws {
        let (root, _) = try parse("k: [v]\n")
        #expect(root["x"] == nil)
        #expect(root["k"]?["v"] == nil)
        #expect(root.scalar == nil && root.sequence == nil)
        #expect(root["k"]?.mapping == nil)
    }

    @Test("of a key that is given twice, the first value stays")
    func duplicates() throws {
        let document = YAML.parse(SourceText(name: "a", text: "a: 1\n'a': 2\n"))
        #expect(document.root?.mapping?.count == 1)
        #expect(document.root?["a"]?.scalar?.text == "1")
        #expect(document.diagnostics.map(\.code) == ["Y0002"])
    }
}
