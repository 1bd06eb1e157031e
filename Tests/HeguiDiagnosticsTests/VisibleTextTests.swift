import HeguiDiagnostics
import Testing

@Suite("text that is safe to print")
struct VisibleTextTests {
    @Test("nothing invisible is left, nor what turns the direction or moves the cursor")
    func invisible() {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160,
            0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164,
            0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF,
            0xFDD0...0xFDEF, 0x1FFFE...0x1FFFF, 0xE0000...0xE0FFF, 0x10FFFE...0x10FFFF,
        ]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = VisibleText.of("甲\(scalar)乙")
            #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
            #expect(VisibleText.of(shown) == shown)
            #expect(shown.hasPrefix("甲") && shown.hasSuffix("乙"))
        }
    }

    @Test(
        "what people write stays",
        arguments: [
            "林小川（P0017）", "é ü 한글 かな ✓ ⚠ 😀", "𠮷野家", "a: b", "C++::vector", "# 1", "第1节 ## 2",
        ])
    func plain(text: String) {
        #expect(VisibleText.of(text) == text)
    }

    @Test(
        "nothing is a command to the service that runs a job",
        arguments: [
            ("::stop-commands::tok", "：：stop-commands::tok"), (" \u{3000}::x", " \u{3000}：：x"),
            ("a ##[error]x", "a ＃＃[error]x"), ("###[x", "#＃＃[x"),
            ("##vso[task.x]", "＃＃vso[task.x]"), ("##teamcity[x", "＃＃teamcity[x"),
            (":::x", "：：:x"), ("甲\r\n::x", "甲␍␊::x"),
        ])
    func commands(text: String, expected: String) {
        #expect(VisibleText.of(text) == expected)
    }

    @Test("lines that are kept begin no command, and end in a line feed alone")
    func lines() {
        #expect(VisibleText.of("甲\r\n\t::x\ry", keepsLines: true) == "甲\n\t：：x␍y")
    }
}
