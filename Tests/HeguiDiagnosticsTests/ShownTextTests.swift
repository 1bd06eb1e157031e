import HeguiDiagnostics
import Testing

@Suite("texts that are cut where they are shown")
struct ShownTextTests {
    @Test("what is quoted is cut in the middle, in either kind of quotes")
    func quotes() {
        let long = String(repeating: "甲", count: 50) + String(repeating: "乙", count: 50)
        let cut = String(repeating: "甲", count: 39) + "…" + String(repeating: "乙", count: 20)
        #expect(ShownText.sentence("没有规则 `\(long)`，“\(long)”也没有") == "没有规则 `\(cut)`，“\(cut)”也没有")
        #expect(ShownText.sentence("没有规则 `short`") == "没有规则 `short`")
        #expect(ShownText.sentence("`\(long)") == "`\(long)")
    }

    @Test("a sentence without quotes is cut too", arguments: ["", "”", "`"])
    func sentences(sign: String) {
        let text = "x\(sign)" + String(repeating: "长", count: 100_000)
        #expect(ShownText.sentence(text).count == ShownText.longestSentence)
    }

    @Test(
        "no text is cut inside a number, of which the rest would pass for none", arguments: 0..<60)
    func numbers(place: Int) {
        let fill = { String(repeating: "甲", count: $0) }
        for number in ["13800001111", "138-0000-1111", "(0571) 8888 4222", "１３８００００１１１１"] {
            let cut = ShownText.shortened(fill(place) + number + fill(100 - place), to: 60)
            let digits = cut.count { $0.isNumber }
            #expect(digits == 0 || cut.contains(number), "\(cut)")
            let other = ShownText.shortened(fill(100 - place) + number + fill(place), to: 60)
            #expect(other.allSatisfy { !$0.isNumber } || other.contains(number), "\(other)")
            let start = ShownText.beginning(of: fill(place) + number + fill(9), upTo: 40)
            #expect(start.allSatisfy { !$0.isNumber } || start.contains(number), "\(start)")
        }
    }

    @Test("every sentence of a diagnostic is short")
    func diagnostics() {
        let long = "“" + String(repeating: "长", count: 5_000) + "”"
        let message = Message(zh: long, en: long)
        let diagnostic = Diagnostic(
            code: "X0001", message: message, at: .file("f"), label: message,
            secondary: [.init(location: .file("f"), text: message)], notes: [message],
            help: message)
        let all =
            [diagnostic.message, diagnostic.label, diagnostic.help].compactMap(\.self)
            + diagnostic.notes + diagnostic.secondary.map(\.text)
        #expect(all.count == 5)
        #expect(all.allSatisfy { $0.zh.count == 62 && $0.en.count == 62 })
    }

    @Test("a wide text is cut to a width, and both its ends stay")
    func widths() {
        let name = String(repeating: "甲", count: 120) + ".csv"
        let short = DisplayWidth.shorten(name, to: 80)
        #expect(DisplayWidth.of(short) <= 80)
        #expect(short.hasPrefix("甲甲") && short.contains("…") && short.hasSuffix("甲.csv"))
        #expect(DisplayWidth.shorten("甲.csv", to: 80) == "甲.csv")
    }
}

@Suite("diagnostics of which there are many")
struct FirstDiagnosticsTests {
    private func diagnostic(_ code: String, _ row: Int, file: String = "f") -> Diagnostic {
        Diagnostic(
            code: code, severity: .warning, message: Message(zh: "某", en: "x"),
            at: .cell(CellAddress(file: file, row: row)))
    }

    @Test("the first of a code and file are kept, and the others counted behind them")
    func counted() {
        var all = (1...5).map { diagnostic("A", $0) }
        all.insert(diagnostic("B", 3), at: 3)
        all.append(diagnostic("A", 1, file: "g"))
        let first = Diagnostic.first(of: all, limit: 3)
        #expect(first.map(\.code) == ["A", "A", "A", "L0001", "B", "A"])
        #expect(first[3].message.en == "2 more of A are not listed")
        #expect(first[3].severity == .warning)
        #expect(first[3].location == .file("f"))
    }

    @Test("nothing is said where all are kept")
    func whole() {
        let all = (1...3).map { diagnostic("A", $0) }
        #expect(Diagnostic.first(of: all, limit: 3) == all)
        #expect(Diagnostic.first(of: [], limit: 3).isEmpty)
    }
}
