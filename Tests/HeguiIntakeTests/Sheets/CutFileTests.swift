import HeguiDiagnostics
import Testing

@testable import HeguiSheets

/// What was copied only in part may end within a character.
@Suite("Files cut within a character")
struct CutFileTests {
    private static let header = "姓名,单位\n张三,甲局\n"
    private static let rows: [[String?]] = [["姓名", "单位"], ["张三", "甲局"]]

    /// Characters of two, three and four bytes in UTF-8, of two and four in GB18030.
    private static let characters = ["é", "я", "甲", "丁", "，", "€", "㐂", "𠮷", "𠀀", "😀"]
    /// What stands before them, which may fit or not fit the other encoding.
    private static let beginnings = ["a,", "张,", "张三,", "é,", "张,甲", "张,𠮷"]

    private func expectCut(_ bytes: [UInt8], _ encoding: TextEncoding, _ comment: Comment) {
        let drop = read(bytes)
        #expect(drop.codes == ["I0102"], comment)
        #expect(drop.grid == Self.rows, comment)
        #expect(drop.sheets.first?.cutRows == 1, comment)
        #expect(drop.files.first?.outcome == .read(.csv(encoding, delimiter: .comma)), comment)
        #expect(drop.diagnostics.first?.message.en.contains("line 3") == true, comment)
    }

    @Test("UTF-8 is read up to the last whole line, after each byte", arguments: characters)
    func utf8(character: String) {
        let bytes = Array(character.utf8)
        for beginning in Self.beginnings {
            for count in 1..<bytes.count {
                let last = Array(beginning.utf8) + bytes[..<count]
                expectCut(
                    Array(Self.header.utf8) + last, .utf8, "\(beginning) and \(count) bytes")
            }
        }
    }

    @Test("GB18030 is read up to the last whole line, after each byte", arguments: characters)
    func national(character: String) {
        let bytes = character.nationalBytes
        for beginning in Self.beginnings {
            for count in 1..<bytes.count {
                let last = beginning.nationalBytes + bytes[..<count]
                expectCut(
                    Self.header.nationalBytes + last, .gb18030, "\(beginning) and \(count) bytes")
            }
        }
    }

    @Test("a file that ends with a whole character is not cut", arguments: characters)
    func whole(character: String) {
        let text = Self.header + "张," + character
        for (bytes, encoding) in [
            (Array(text.utf8), TextEncoding.utf8), (text.nationalBytes, .gb18030),
        ] {
            let drop = read(bytes)
            #expect(drop.codes == [])
            #expect(drop.grid == Self.rows + [["张", character]])
            #expect(drop.files.first?.outcome == .read(.csv(encoding, delimiter: .comma)))
            #expect(drop.sheets.first?.cutRows == 0)
        }
    }

    @Test("a last line that is damaged before its end is not taken for a cut one")
    func damaged() {
        for last in ["张,\u{E9}a", "张,甲局"] {
            var bytes = Array((Self.header + last).utf8)
            bytes[bytes.count - 5] = 0xFF
            let drop = read(bytes)
            #expect(drop.codes == ["I0102"], "\(last)")
            #expect(drop.sheets.isEmpty)
        }
    }
}
