import Testing

@testable import HeguiColumns

@Suite("encoding of text")
struct TextBufferTests {
    @Test("bytes are UTF-8 or not, wherever the blocks of 64 cut them", arguments: 0..<140)
    func encodings(shift: Int) {
        let before = [UInt8](repeating: 0x61, count: shift)
        for good in ["汉字，。𠀀é", "中", "\u{FFFC}", "0"] {
            let text = TextBuffer(before + Array(good.utf8) + before)
            #expect(isPlain(text))
        }
        let bad: [[UInt8]] = [
            [0xE6, 0xB1], [0xE6], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBD], [0xE6, 0xB1, 0x89, 0x89], [0xFF],
            [0xE6, 0x61, 0x61],
        ]
        for bytes in bad {
            #expect(!isPlain(TextBuffer(before + bytes + before)), "\(bytes) after \(shift)")
            #expect(!isPlain(TextBuffer(before + Array("汉".utf8) + bytes)))
        }
    }

    private func isPlain(_ text: TextBuffer) -> Bool {
        if case .plain = text.encoding(0..<text.count) { true } else { false }
    }
}
