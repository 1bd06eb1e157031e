import HeguiDiagnostics
import Testing

@Suite("source texts")
struct SourceTextTests {
    private let text = SourceText(name: "a.yaml", text: "a: 党员\r\n\nb😀c")

    @Test("columns count code points, offsets count bytes")
    func positions() {
        #expect(text.position(atOffset: 0) == Position(offset: 0, line: 1, column: 1))
        #expect(text.position(atOffset: 6) == Position(offset: 6, line: 1, column: 5))
        #expect(text.position(atOffset: 11) == Position(offset: 11, line: 2, column: 1))
        #expect(text.position(atOffset: 17) == Position(offset: 17, line: 3, column: 3))
    }

    @Test("an offset outside the text is moved to its edge")
    func clamped() {
        #expect(text.position(atOffset: -3).offset == 0)
        #expect(text.position(atOffset: 99) == Position(offset: 18, line: 3, column: 4))
    }

    @Test("a line comes without its line break")
    func lines() {
        #expect(text.lineText(1) == "a: 党员")
        #expect(text.lineText(2)?.isEmpty == true)
        #expect(text.lineText(3) == "b😀c")
        #expect(text.lineText(4) == nil)
        #expect(text.lineText(0) == nil)
    }

    @Test("code points and offsets are each other's inverse in a long line")
    func codePoints() {
        let long = SourceText(name: "a", text: String(repeating: "a党😀", count: 200))
        for index in 0...600 {
            let offset = long.offset(ofCodePoint: index)
            #expect(long.codePointCount(before: offset) == index)
            #expect(long.position(atOffset: offset).column == index + 1)
        }
        #expect(long.offset(ofCodePoint: 601) == 1600)
    }
}
