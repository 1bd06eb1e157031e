import HeguiDiagnostics
import Testing

@Suite("rendered diagnostics")
struct DiagnosticRendererTests {
    private let rule = SourceText(
        name: "rule.yaml",
        text: "id: 报到迟\nwhen: 党员.amout > 2\nrequire:\n  count: x\n  as: y\n  by: z\nlast: 1\n"
    )

    private func span(_ low: Int, _ high: Int) -> Location {
        .text(rule.span(low..<high))
    }

    private func message(_ text: String) -> Message {
        Message(zh: "中：" + text, en: text)
    }

    private func english(_ diagnostic: Diagnostic, colour: Bool = false) -> String {
        DiagnosticRenderer(
            language: .english, texts: [rule.name: rule], usesColour: colour
        ).render(diagnostic)
    }

    private func sample(at location: Location?) -> Diagnostic {
        Diagnostic(code: "R0203", message: message("undeclared column `amout`"), at: location)
    }

    @Test("carets stand under the words, counted in display width")
    func carets() {
        var diagnostic = sample(at: span(27, 32))
        diagnostic.label = message("not in dataset `members`")
        diagnostic.help = message("did you mean `amount`?")
        let expected = """
            error[R0203]: undeclared column `amout`
              --> rule.yaml:2:10
               |
             2 | when: 党员.amout > 2
               |            ^^^^^ not in dataset `members`
               = help: did you mean `amount`?

            """
        #expect(english(diagnostic) == expected)
    }

    @Test("Chinese output has Chinese words and signs")
    func chinese() {
        var diagnostic = sample(at: span(0, 2))
        diagnostic.severity = .warning
        diagnostic.notes = [message("a")]
        diagnostic.help = message("b")
        let renderer = DiagnosticRenderer(language: .chinese, texts: [rule.name: rule])
        let expected = """
            警告[R0203]：中：undeclared column `amout`
              --> rule.yaml:1:1
               |
             1 | id: 报到迟
               | ^^
               = 注：中：a
               = 帮助：中：b

            """
        #expect(renderer.render(diagnostic) == expected)
    }

    @Test("several labels on one line hang below each other")
    func labelsOnOneLine() {
        var diagnostic = sample(at: span(27, 32))
        diagnostic.label = message("here")
        diagnostic.secondary = [
            Diagnostic.Label(location: span(20, 26), text: message("of this")),
            Diagnostic.Label(location: span(14, 18), text: message("in this")),
        ]
        let expected = """
             2 | when: 党员.amout > 2
               | ----  ---- ^^^^^ here
               | |     |
               | |     of this
               | in this

            """
        #expect(english(diagnostic).hasSuffix("   |\n" + expected))
    }

    @Test("of distant lines only the marked ones are shown")
    func distantLines() {
        var diagnostic = sample(at: span(0, 2))
        diagnostic.secondary = [
            Diagnostic.Label(location: span(37, 44), text: message("near")),
            Diagnostic.Label(location: span(73, 77), text: message("far")),
        ]
        let expected = """
             1 | id: 报到迟
               | ^^
             2 | when: 党员.amout > 2
             3 | require:
               | ------- near
            ...
             7 | last: 1
               | ---- far

            """
        #expect(english(diagnostic).hasSuffix("   |\n" + expected))
    }

    @Test("a span over a few lines is underlined on each, over many on the first and last two")
    func severalLines() {
        var diagnostic = sample(at: span(37, 55))
        diagnostic.label = message("here")
        let short = " 3 | require:\n   | ^^^^^^^^\n 4 |   count: x\n   |   ^^^^^^^ here\n"
        #expect(english(diagnostic).hasSuffix(short))
        diagnostic.location = span(0, 77)
        let long = english(diagnostic)
        #expect(long.contains(" 2 | ") && long.contains("...\n 6 |   by: z\n   |   ^^^^^\n"))
        #expect(!long.contains(" 4 | "))
        #expect(long.hasSuffix(" 7 | last: 1\n   | ^^^^ here\n"))
    }

    @Test("a span that ends with a line break stays on its line; an empty one has one caret")
    func lineBreaks() {
        #expect(english(sample(at: span(37, 46))).hasSuffix(" 3 | require:\n   | ^^^^^^^^\n"))
        #expect(english(sample(at: span(45, 45))).hasSuffix(" 3 | require:\n   |         ^\n"))
        #expect(english(sample(at: span(81, 81))).hasSuffix(" 8 |\n   | ^\n"))
    }

    @Test("cells and whole files have a place, but no lines")
    func cells() {
        let cell = CellAddress(file: "a.xlsx", sheet: "Sheet1", row: 5, column: 3)
        var diagnostic = sample(at: .cell(cell))
        #expect(english(diagnostic).hasSuffix("\n  --> a.xlsx ▸ Sheet1 ▸ C5\n"))
        diagnostic.label = message("no date")
        diagnostic.secondary = [Diagnostic.Label(location: span(0, 2), text: message("asked by"))]
        let expected = """
              --> a.xlsx ▸ Sheet1 ▸ C5: no date
              ::: rule.yaml:1:1
               |
             1 | id: 报到迟
               | -- asked by

            """
        #expect(english(diagnostic).hasSuffix("\n" + expected))
        #expect(english(sample(at: .file("b.csv"))).hasSuffix("\n  --> b.csv\n"))
        #expect(english(sample(at: nil)) == "error[R0203]: undeclared column `amout`\n")
    }

    @Test("without the file's text the place is still given")
    func unknownFile() {
        let start = Position(offset: 9, line: 3, column: 4)
        let location = Location.text(Span(file: "gone.yaml", start: start, end: start))
        #expect(english(sample(at: location)).hasSuffix("\n  --> gone.yaml:3:4\n"))
        let beyond = Position(offset: 900, line: 90, column: 1)
        let outside = Location.text(Span(file: rule.name, start: beyond, end: beyond))
        #expect(english(sample(at: outside)).hasSuffix("\n  --> rule.yaml:90:1\n"))
    }

    @Test("nothing from a file or a message reaches the terminal as a command")
    func controlCharacters() {
        let source = SourceText(
            name: "a\u{1B}", bytes: Array("k: \u{1B}[2J\u{202E}党".utf8) + [0xFF])
        let end = source.bytes.count
        let diagnostic = Diagnostic(
            code: "Y0001", message: message("a\nb\u{7}"), at: .text(source.span(end - 1..<end))
        )
        let text = DiagnosticRenderer(language: .english, texts: [source.name: source])
            .render(diagnostic)
        let expected = """
            error[Y0001]: a␊b␇
              --> a␛:1:10
               |
             1 | k: ␛[2J�党�
               |           ^

            """
        #expect(text == expected)
    }

    @Test("colour adds escape sequences and nothing else")
    func colour() {
        var diagnostic = sample(at: span(27, 32))
        diagnostic.label = message("here")
        let coloured = english(diagnostic, colour: true)
        #expect(coloured.hasPrefix("\u{1B}[1;31merror[R0203]\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[1;31m^\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == english(diagnostic))
    }

    @Test("several are sorted by file, place and code, and counted")
    func several() {
        var warning = sample(at: .file("b.csv"))
        warning.severity = .warning
        var early = sample(at: span(0, 2))
        early.code = "R0001"
        let cell = CellAddress(file: "a.xlsx", sheet: "S", row: 2, column: 1)
        let all = [warning, sample(at: span(27, 32)), sample(at: span(0, 2)), early]
        let cells = [sample(at: .cell(cell)), sample(at: nil)]
        let text = DiagnosticRenderer(language: .english).render(all + cells)
        let places = text.split(separator: "\n").filter { $0.contains("-->") }
        #expect(
            places.map { $0.dropFirst(6) }
                == ["a.xlsx ▸ S ▸ A2", "b.csv", "rule.yaml:1:1", "rule.yaml:1:1", "rule.yaml:2:10"]
        )
        #expect(
            text.contains(
                "error[R0001]: undeclared column `amout`\n  --> rule.yaml:1:1\n\nerror[R0203]"))
        #expect(text.hasSuffix("\n\n5 errors, 1 warning\n"))
        let chinese = DiagnosticRenderer(language: .chinese).render(all)
        #expect(chinese.hasSuffix("\n3 个错误，1 个警告\n"))
        #expect(DiagnosticRenderer(language: .english).render([Diagnostic]()).isEmpty)
    }

    @Test("a long line is cut around the place")
    func longLine() {
        let text =
            String(repeating: "报到 ", count: 20_000) + "amout" + String(repeating: " x", count: 9999)
        let source = SourceText(name: "l", text: text)
        let diagnostic = sample(at: .text(source.span(140_000..<140_005)))
        let rows = DiagnosticRenderer(language: .english, texts: ["l": source]).render(diagnostic)
            .split(separator: "\n").map(String.init)
        #expect(rows.count == 5)
        #expect(rows.allSatisfy { DisplayWidth.of($0) <= 160 })
        let line = rows[3], carets = rows[4]
        #expect(line.hasPrefix(" 1 | …") && line.hasSuffix("…"))
        let column = carets.prefix { $0 != "^" }.count
        let shown = line.firstRange(of: "amout").map {
            DisplayWidth.of(String(line[..<$0.lowerBound]))
        }
        #expect(shown == column && carets.hasSuffix("^^^^^"))
    }
}
