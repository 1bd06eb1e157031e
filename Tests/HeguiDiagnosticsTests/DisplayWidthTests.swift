import HeguiDiagnostics
import Testing

@Suite("display width")
struct DisplayWidthTests {
    @Test(
        "a text is as wide as its characters are drawn",
        arguments: [
            ("abc", 3), ("党员", 4), ("ａ１", 4), ("ｱ", 1), ("é", 1), ("e\u{301}", 1), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤\u{FE0F}", 2),
            ("“引”", 4), ("▸", 1), ("，。「」", 8), ("\u{200B}", 0), ("\t\n\u{7F}", 0), ("", 0),
            ("𠮷", 2), ("…", 1), ("\u{3000}", 2), ("\u{85}", 0),
        ])
    func width(text: String, expected: Int) {
        #expect(DisplayWidth.of(text) == expected)
    }

    @Test("padding fills to the width, on the side that is asked for")
    func padding() {
        #expect(DisplayWidth.pad("党员", to: 7) == "党员   ")
        #expect(DisplayWidth.pad("党员", to: 7, alignment: .right) == "   党员")
        #expect(DisplayWidth.pad("党员", to: 7, alignment: .centre) == " 党员  ")
        #expect(DisplayWidth.pad("党员", to: 3) == "党员")
    }

    @Test("cutting never halves a wide character")
    func truncation() {
        #expect(DisplayWidth.truncate("党员报到", to: 8) == "党员报到")
        #expect(DisplayWidth.truncate("党员报到", to: 7) == "党员报…")
        #expect(DisplayWidth.truncate("党员报到", to: 6) == "党员…")
        #expect(DisplayWidth.truncate("党员报到", to: 1) == "…")
        #expect(DisplayWidth.truncate("党员报到", to: 0).isEmpty)
        #expect(DisplayWidth.fit("党员报到", to: 6) == "党员… ")
    }

    @Test("every CJK ideograph, kana and Hangul syllable is wide, no Latin letter is")
    func blocks() {
        let wide = [0x4E00...0x9FFF, 0x3400...0x4DBF, 0xAC00...0xD7A3, 0x3041...0x30FF]
        for value in wide.joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            #expect(DisplayWidth.of(scalar) == 2 || isMark)
        }
        for value in 0xA0...0x24F {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            #expect(DisplayWidth.of(scalar) == 1)
        }
    }
}
