import HeguiDiagnostics
import HeguiTestSupport
import HeguiYAML
import Testing

@Suite("places inside scalars")
struct SpanMappingTests {
    static let styles = ["", "'", "\"", "|", "|-", "|+", ">", ">-", ">+"]

    @Test("every word of a random scalar is found where it was written", arguments: styles)
    func wordsMapBack(style: String) throws {
        for seed in 0..<400 {
            var random = SeededNumbers(seed: UInt64(seed))
            let isBlock = style.hasPrefix("|") || style.hasPrefix(">")
            let made =
                isBlock
                ? RandomScalar.block(style, using: &random)
                : RandomScalar.flow(style, using: &random)
            let breaks = seed % 3 == 0 ? "\r\n" : "\n"
            let text = "键: \(made.written)next: 1\n".split(
                separator: "\n", omittingEmptySubsequences: false
            ).joined(separator: breaks)
            try checkWords(of: made, in: SourceText(name: "a.yaml", text: text), "seed \(seed)")
        }
    }

    private func checkWords(
        of made: RandomScalar, in source: SourceText, _ comment: Comment
    ) throws {
        let document = YAML.parse(source)
        #expect(document.diagnostics.isEmpty, comment)
        let scalar = try #require(document.root?["键"]?.scalar, comment)
        let value = Array(scalar.text.utf8)
        for word in made.words {
            let bytes = Array(word.utf8)
            let inText = try #require(offset(of: bytes, in: value), comment)
            let inFile = try #require(offset(of: bytes, in: source.bytes), comment)
            let span = scalar.span(of: inText..<inText + bytes.count)
            #expect(span == source.span(inFile..<inFile + bytes.count), comment)
            let tail = scalar.span(of: inText + bytes.count - 1..<inText + bytes.count)
            #expect(source.text(of: tail) == "_", comment)
        }
        let whole = scalar.span(of: 0..<value.count)
        #expect(whole.start >= scalar.span.start && whole.end <= scalar.span.end, comment)
    }

    private func offset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: needle) }
    }

    @Test("what an escape stands for is covered by the whole escape")
    func escapes() throws {
        let source = SourceText(name: "a.yaml", text: "k: \"a\\u515A b''\\\n   c\"\n")
        let scalar = try #require(YAML.parse(source).root?["k"]?.scalar)
        #expect(scalar.text == "a党 b''c")
        let inside = scalar.span(of: 2..<3)
        #expect(source.text(of: inside) == "\\u515A")
        #expect(inside.start.column == 6 && inside.end.column == 12)
        let last = scalar.span(of: 8..<9)
        #expect(last.start == Position(offset: 20, line: 2, column: 4))
    }

    @Test("ranges outside the text are cut to it")
    func ranges() throws {
        let source = SourceText(name: "a.yaml", text: "k: |\n  ab\n\nl: 1\n")
        let scalar = try #require(YAML.parse(source).root?["k"]?.scalar)
        #expect(source.text(of: scalar.span(of: -5..<99)) == "ab")
        let end = scalar.span(of: 3..<3)
        #expect(end.start == Position(offset: 9, line: 2, column: 5))
        #expect(end.start == end.end)
        let newline = scalar.span(of: 2..<3)
        #expect(newline == end)
    }

    @Test("a piece of CEL in a folded block has its own line and column")
    func expression() throws {
        let text = "rules:\n  - where: >-\n      member.党员 &&\n      amout > 2\n"
        let source = SourceText(name: "a.yaml", text: text)
        let rule = try #require(YAML.parse(source).root?["rules"]?.sequence?.first)
        let scalar = try #require(rule["where"]?.scalar)
        #expect(scalar.text == "member.党员 && amout > 2")
        let start = 17
        let span = scalar.span(of: start..<start + 5)
        #expect(source.text(of: span) == "amout")
        #expect(span.start.line == 4 && span.start.column == 7)
    }
}
