import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Encodings")
struct DecodedTextTests {
    /// 姓名,单位 / 张三,甲局 in GB18030.
    static let national: [UInt8] =
        [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x0A]
        + [0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xBC, 0xD7, 0xBE, 0xD6, 0x0A]

    static let text = "姓名,单位\n张三,甲局\n"

    private static func wide(_ mark: [UInt8], isBig: Bool) -> [UInt8] {
        mark
            + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBig ? bytes : bytes.reversed()
            }
    }

    @Test("the encoding is found by mark, then UTF-8, then GB18030, and said")
    func detection() {
        let cases: [([UInt8], TextEncoding)] = [
            (Array(Self.text.utf8), .utf8),
            ([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), .utf8WithMark),
            (Self.wide([0xFF, 0xFE], isBig: false), .utf16LittleEndian),
            (Self.wide([0xFE, 0xFF], isBig: true), .utf16BigEndian),
            (Self.national, .gb18030),
        ]
        for (bytes, encoding) in cases {
            let drop = read(bytes)
            #expect(drop.grid == [["姓名", "单位"], ["张三", "甲局"]])
            #expect(drop.files.first?.outcome == .read(.csv(encoding, delimiter: .comma)))
        }
    }

    @Test("four-byte characters of GB18030 are read")
    func fourBytes() {
        // 㐂 (U+3402) and 𠮷 (U+20BB7).
        let bytes: [UInt8] = [
            0x61, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x2C, 0x95, 0x34, 0xB8, 0x33, 0x0A,
        ]
        #expect(read(bytes + Self.national).grid.first?.count == 3)
        #expect(read(bytes + Self.national).grid.first?[1]?.unicodeScalars.count == 1)
    }

    @Test("UTF-8 and GB18030 in one file are never guessed at")
    func mixture() {
        let drop = read(Array("姓名,单位\n".utf8) + Self.national)
        #expect(drop.codes == ["I0101"])
        #expect(drop.diagnostics.first?.message.en.contains("line 1 is UTF-8, line 2") == true)
        #expect(drop.sheets.isEmpty)
    }

    @Test("bytes of no encoding are reported with their line, never replaced")
    func undecodable() {
        let cases: [([UInt8], String)] = [
            (Self.national + [0x61, 0x2C, 0xFF, 0xFF, 0x0A], "line 3"),
            (Array("姓名,单位\n张三,".utf8) + [0xE5, 0xBC, 0x0A], "line 2"),
            ([0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0x62, 0x0A, 0xC3, 0x28, 0x0A], "line 2"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x62, 0x00], "line 2"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x62], "line 1"),
        ]
        for (bytes, line) in cases {
            let drop = read(bytes)
            #expect(drop.codes == ["I0102"])
            #expect(drop.diagnostics.first?.message.en.contains(line) == true)
            #expect(drop.files.first?.outcome == .rejected(code: "I0102"))
        }
    }

    @Test("NUL bytes are reported, UTF-16 that lacks a byte by its name")
    func nulBytes() {
        let damaged = read(Array("a,b\n1,\u{0}2\n".utf8))
        #expect(damaged.codes == ["I0103"])
        #expect(damaged.diagnostics.first?.message.en.contains("line 2") == true)
        let wide = read([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A])
        #expect(wide.diagnostics.first?.message.en.contains("UTF-16") == true)
    }

    @Test("a short word that is valid in both encodings does not make a file mixed")
    func accidentalUTF8() {
        // 聜 and its like: C4 B0 is a character of both.
        let drop = read([0xC4, 0xB0, 0x2C, 0x61, 0x0A] + Self.national)
        #expect(drop.codes == [])
        #expect(drop.files.first?.outcome == .read(.csv(.gb18030, delimiter: .comma)))
    }

    @Test(
        "a line is surely UTF-8 with two ideographs or wide signs, and nothing else beside ASCII",
        arguments: [
            // All of these lines are GB18030, too.
            ("丁a,1", false), ("，a,1", false), ("a丁b,c", false), ("丁丁,1", true),
            ("，，,1", true), ("丁，,1", true), ("丁aa丁a,1", true), ("İ丁a,1", false),
            ("丁丁İ,1", false), ("丁a\n丁a\n丁a", false), ("丁a\n丁丁,1", true),
        ])
    func evidence(text: String, isSurelyUTF8: Bool) throws {
        let bytes = Array(text.utf8)
        try #require(GB18030.text(bytes) != nil)
        for drop in [read(bytes + [0x0A] + Self.national), read(Self.national + bytes + [0x0A])] {
            #expect(drop.codes == (isSurelyUTF8 ? ["I0101"] : []))
            let isRead = drop.files.first?.outcome == .read(.csv(.gb18030, delimiter: .comma))
            #expect(isRead == !isSurelyUTF8)
        }
    }
}
