import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiSheets

@Suite("Archives")
struct ArchiveTests {
    private static let csv = Array("编号,姓名\nM1,江一\n".utf8)

    private static func table(_ mark: String) -> [UInt8] { Array("a,\(mark)\n1,2\n".utf8) }

    private func read(
        _ files: [String: [UInt8]], _ dropped: String? = nil, excluding: [String] = [],
        limits: IntakeLimits = IntakeLimits()
    ) throws -> Drop {
        let folder = try DropFolder(bytes: files)
        defer { folder.remove() }
        let path = dropped.map { folder.path + "/" + $0 } ?? folder.path
        let selection = try DropSelection.reading([path], excluding: excluding)
        return DropReader(limits: limits).read(DropListing(of: selection, limits: limits))
    }

    private func names(_ drop: Drop) -> [String] { drop.sheets.map(\.file) }

    private func outcome(_ drop: Drop, _ name: String) throws -> DropFile.Outcome {
        try #require(drop.files.first { $0.name == name }).outcome
    }

    @Test("an archive is read as the folder that was packed, dropped itself or lying in a folder")
    func folder() throws {
        var zip = ZipBytes()
        zip.add("附件3/b.csv", Self.table("b"))
        zip.add("附件3/", [])
        zip.add("a.csv", Self.table("a"))
        let alone = try read(["材料.zip": zip.bytes], "材料.zip")
        #expect(names(alone) == ["材料.zip ▸ a.csv", "材料.zip ▸ 附件3/b.csv"])
        #expect(alone.files.map(\.name) == names(alone))
        #expect(alone.files.allSatisfy { $0.digest != nil })
        #expect(alone.diagnostics.isEmpty)
        let among = try read(["一/材料.ZIP": zip.bytes, "0.csv": Self.table("0")])
        #expect(
            names(among) == ["0.csv", "一/材料.ZIP ▸ a.csv", "一/材料.ZIP ▸ 附件3/b.csv"])
        let unnamed = try read(["材料": zip.bytes])
        #expect(names(unnamed) == ["材料 ▸ a.csv", "材料 ▸ 附件3/b.csv"])
    }

    @Test("names are UTF-8 with and without the mark, GB18030 without it, or a field of their own")
    func encodings() throws {
        let national = "附件3\\甲.csv".nationalBytes
        var zip = ZipBytes()
        zip.add(raw: Array("附件1/乙.csv".utf8), Self.table("1"), flags: 0x0800)
        zip.add(raw: Array("附件2/丙.csv".utf8), Self.table("2"))
        zip.add(raw: national, Self.table("3"))
        let raw = Array("4.csv".utf8)
        zip.add(raw: raw, Self.table("4"), extra: ZipBytes.unicodePath("附件4/丁.csv", beside: raw))
        // By accident valid UTF-8, as Latin and Greek letters.
        zip.add(raw: [0xC4, 0xB3] + Array(".csv".utf8), Self.table("5"))
        zip.add(raw: [0xC4, 0xB3] + Array(".csv".utf8), Self.table("6"), flags: 0x0800)
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(
            names(drop) == [
                "z.zip ▸ ĳ.csv", "z.zip ▸ 某.csv", "z.zip ▸ 附件1/乙.csv", "z.zip ▸ 附件2/丙.csv",
                "z.zip ▸ 附件3/甲.csv", "z.zip ▸ 附件4/丁.csv",
            ])
    }

    @Test(
        "a name that leads out is refused by itself, and the others are read",
        arguments: [
            "../x.csv", "a/../../x.csv", "/x.csv", "C:\\x.csv", "\\x.csv", "..\\x.csv", "", ".",
        ])
    func outside(name: String) throws {
        var zip = ZipBytes()
        zip.add(raw: Array(name.utf8), Self.table("x"))
        zip.add("a.csv", Self.table("a"))
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ a.csv"])
        #expect(drop.codes == ["I0012"])
        #expect(drop.files.count == 2)
    }

    @Test("control characters are shown, and a dot or an empty part of a path is none")
    func oddNames() throws {
        var zip = ZipBytes()
        zip.add(raw: Array("./一//a\u{7}.csv".utf8), Self.table("a"))
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ 一/a\\x07.csv"])
    }

    @Test("of several files of one name the first is read, a link and a locked one never")
    func refused() throws {
        var zip = ZipBytes()
        zip.add("a.csv", Self.table("a"))
        zip.add("a.csv", Self.table("b"))
        zip.add(raw: Array("l.csv".utf8), Array("/etc/passwd".utf8), mode: 0o120777)
        zip.add("p.csv", Self.table("p"), isEncrypted: true)
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ a.csv"])
        #expect(drop.codes == ["I0012", "I0012", "I0007"])
        #expect(try outcome(drop, "z.zip ▸ p.csv") == .rejected(code: "I0007"))
    }

    @Test("what programs leave behind is left aside, a folder of it as a whole")
    func leftAside() throws {
        var zip = ZipBytes()
        for name in [
            "__MACOSX/._a.csv", "__MACOSX/b/._b.csv", "._c.csv", "Thumbs.db", "~$d.xlsx",
            "一/.x/y.csv",
        ] {
            zip.add(name, Self.table(name))
        }
        zip.add("e.csv", Self.table("e"))
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ e.csv"])
        #expect(drop.diagnostics.isEmpty)
        #expect(
            drop.files.map(\.name) == [
                "z.zip ▸ ._c.csv", "z.zip ▸ Thumbs.db", "z.zip ▸ __MACOSX", "z.zip ▸ e.csv",
                "z.zip ▸ ~$d.xlsx", "z.zip ▸ 一/.x",
            ])
    }

    @Test(
        "patterns are for the paths in an archive as people see them",
        arguments: [
            ("b.csv", false), ("附件3/b.csv", false), ("附件3/", false), ("*/b.csv", false),
            ("材料/附件3/*", false), ("z.zip ▸ 材料/附件3/b.csv", false), ("z.zip/**/b.csv", false),
            ("附件2/b.csv", true), ("y.zip ▸ *.csv", true),
        ])
    func excluded(pattern: String, isRead: Bool) throws {
        var zip = ZipBytes()
        zip.add("材料/附件3/b.csv", Self.table("b"))
        zip.add("材料/a.csv", Self.table("a"))
        let drop = try read(["z.zip": zip.bytes], "z.zip", excluding: [pattern])
        #expect(names(drop).contains("z.zip ▸ 材料/附件3/b.csv") == isRead)
        #expect(names(drop).contains("z.zip ▸ 材料/a.csv"))
    }

    @Test("a list at the top of a dropped archive leaves files aside, one elsewhere does not")
    func ignoreList() throws {
        var zip = ZipBytes()
        zip.add("材料/.heguiignore", Array("附件3/*\n".utf8))
        zip.add("材料/附件3/b.csv", Self.table("b"))
        zip.add("材料/a.csv", Self.table("a"))
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ 材料/a.csv"])
        #expect(drop.diagnostics.map(\.location) == [.file("z.zip ▸ 材料/.heguiignore")])
        let among = try read(["z.zip": zip.bytes])
        #expect(names(among) == ["z.zip ▸ 材料/a.csv", "z.zip ▸ 材料/附件3/b.csv"])
        #expect(among.codes == ["I0022"])
        let outer = try read([
            "z.zip": zip.bytes, ".heguiignore": Array("z.zip/材料/附件3/\n".utf8),
        ])
        #expect(names(outer) == ["z.zip ▸ 材料/a.csv"])
    }

    @Test("an archive in an archive is read, and one that is deeper refused by itself")
    func nested() throws {
        var third = ZipBytes()
        third.add("d.csv", Self.table("d"))
        var second = ZipBytes()
        second.add("附件3/c.csv", Self.table("c"))
        second.add("附件3-三.zip", third.bytes)
        var first = ZipBytes()
        first.add("b.csv", Self.table("b"))
        first.add("二.zip", second.bytes)
        let drop = try read(["z.zip": first.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ b.csv", "z.zip ▸ 二.zip ▸ 附件3/c.csv"])
        #expect(drop.codes == ["I0013"])
        #expect(try outcome(drop, "z.zip ▸ 二.zip ▸ 附件3-三.zip") == .rejected(code: "I0013"))
    }

    @Test("a workbook in an archive is a workbook, whatever its parts are ordered like")
    func workbook() throws {
        let book = WorkbookBytes(
            rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#)
        var zip = ZipBytes()
        zip.add("a.xlsx", book.bytes)
        zip.add("b.dat", book.bytes)
        let drop = try read(["z.zip": zip.bytes], "z.zip")
        #expect(names(drop) == ["z.zip ▸ a.xlsx"])
        #expect(drop.codes == ["I0010"])
    }

    @Test("copies are known across archives, and an archive without files is empty")
    func copies() throws {
        var one = ZipBytes()
        one.add("a.csv", Self.csv)
        var other = ZipBytes()
        other.add("b.csv", Self.csv)
        let drop = try read([
            "1.zip": one.bytes, "2.zip": other.bytes, "3.zip": ZipBytes().bytes, "c.csv": Self.csv,
        ])
        #expect(names(drop) == ["1.zip ▸ a.csv"])
        #expect(drop.codes.sorted() == ["I0009", "I0010", "I0010"])
    }
}
