import Glibc
import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Texts that look like other texts")
struct LookalikeTextTests {
    private static let table =
        "编号,姓名,单位,出生年月\n1,一江,区司法局,1980-01\n2,林含章,区档案馆,1981-02\n"
    private static let traditional =
        "編號,姓名,單位,職務\n1,陳志明,檔案館,辦事員\n2,林淑芬,環境保護局,處長\n"

    private func bytes(_ text: String, _ set: String) throws -> [UInt8] {
        let result = CharacterConversion.convert(Array(text.utf8), from: "UTF-8", to: set)
        guard case .text(let bytes) = result else { throw Unknown(set: set) }
        return bytes
    }

    private struct Unknown: Error { let set: String }

    /// The bytes of a text, taken for another character set and saved as UTF-8.
    private func garbled(_ text: String, _ own: String, as other: String) throws -> [UInt8] {
        let result = CharacterConversion.convert(try bytes(text, own), from: other, to: "UTF-8")
        guard case .text(let bytes) = result else { throw Unknown(set: other) }
        return bytes
    }

    private func latin(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    }

    private func read(_ bytes: [UInt8]) -> Drop {
        var drop = Drop()
        let outcome = DropReader().read(bytes, name: "t.csv", into: &drop)
        drop.files = [DropFile(name: "t.csv", outcome: outcome)]
        return drop
    }

    private func text(_ drop: Drop) -> String {
        (drop.sheets.first?.rows ?? []).map { row in
            row.cells.map(\.text).joined(separator: ",") + "\n"
        }.joined()
    }

    @Test(
        "UTF-16 without a mark is known by its zero bytes in either order",
        arguments: [("UTF-16LE", TextEncoding.utf16LittleEndian), ("UTF-16BE", .utf16BigEndian)])
    func wide(set: String, encoding: TextEncoding) throws {
        for sent in [Self.table, "一,二\n三,四\n", "a,b\n1,2\n", Self.traditional] {
            let drop = read(try bytes(sent, set))
            #expect(text(drop) == sent)
            #expect(drop.files[0].outcome == .read(.csv(encoding, delimiter: .comma)))
            #expect(drop.codes == [])
        }
    }

    @Test("UTF-16 that lacks half a character, or holds zero characters, is refused")
    func wideRefused() throws {
        let whole = try bytes(Self.table, "UTF-16LE")
        for sent in [Array(whole.dropLast()), Array(whole.dropFirst()), [0x61, 0, 0, 0x62]] {
            #expect(read(sent).codes == ["I0103"])
        }
    }

    @Test("Big5 is read where GB18030 would give rare characters, and that is said")
    func big5() throws {
        let drop = read(try bytes(Self.traditional, "BIG5"))
        #expect(text(drop) == Self.traditional)
        #expect(drop.codes == ["I0111"])
        let few = read(try bytes("id,name\n1,陳志明\n2,林淑芬\n", "BIG5"))
        #expect(few.codes == ["I0111"])
    }

    @Test("traditional characters in GB18030 and rare names are GB18030")
    func national() throws {
        for sent in [Self.table, Self.traditional, "姓名,单位\n岑璟,区中医院\n凌珩,区档案馆\n"] {
            let drop = read(try bytes(sent, "GB18030"))
            #expect(text(drop) == sent)
            #expect(drop.codes == [])
        }
    }

    @Test("too little text to tell the two apart is refused")
    func open() throws {
        let drop = read(try bytes("id,name\n1,陳志\n", "BIG5"))
        #expect(drop.codes == ["I0112"])
        #expect(drop.files[0].outcome == .rejected(code: "I0112"))
    }

    @Test("garbled Chinese is restored where nothing was lost, and that is said")
    func restored() throws {
        let sent = Self.table
        let even = "编号,姓名,单位,年月\n1,江一,区司法局,江海\n2,林含章江,档案,李四\n"
        for (bytes, expected) in [
            (latin(try bytes(sent, "GB18030")), sent), (latin(Array(sent.utf8)), sent),
            (try garbled(even, "UTF-8", as: "GB18030"), even),
        ] {
            let drop = read(bytes)
            #expect(text(drop) == expected)
            #expect(drop.codes == ["I0113"])
            let marked = read([0xEF, 0xBB, 0xBF] + bytes)
            #expect(text(marked) == expected)
        }
    }

    @Test("garbled Chinese that lost something is refused with how it should begin")
    func lost() throws {
        let good = latin(try bytes(Self.table, "GB18030"))
        let drop = read(good + Array("3,\u{FFFD}Õ,x,y\n".utf8))
        #expect(drop.codes == ["I0114"])
        #expect(drop.diagnostics[0].notes.map(\.zh) == ["开头应为“编号,姓名,单位,出生年月”"])
    }

    @Test(
        "other languages and ordinary Chinese are as they stand",
        arguments: [
            "naam,plaats\nMüller,Zürich\nJosé,Málaga\nÅse,Ærø\n", table, traditional,
            "名,Straße\n甲,é\n", "a,b\n1,ÐÕ\n",
        ])
    func untouched(sent: String) {
        let drop = read(Array(sent.utf8))
        #expect(text(drop) == sent)
        #expect(drop.codes == [])
    }

    @Test("a whole file in another set is restored, whatever its last line is")
    func endings() throws {
        for ending in ["", "\n", "\r\n", "\n\n"] {
            let sent = "编号,姓名\r\n1,林含章" + ending
            let drop = read(latin(try bytes(sent, "GB18030")))
            #expect(text(drop) == "编号,姓名\n1,林含章\n")
        }
    }
}
