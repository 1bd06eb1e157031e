import FoundationEssentials
import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

/// Files as people send them, beside the registers of the fixture's year.
@Suite("Files as they are sent")
struct SentFilesTests {
    private static let loaded = Result { try PackFolder.rules.load("xihu-2013") }
    private static let registers = ["花名册.csv", "单位名录.csv", "社区名录.csv"].map {
        "fixtures/xihu-2013/drop/" + $0
    }
    private static let summary = "附件3/附件3-区司法局.xlsx"
    private static let services = "附件2/青石社区.xlsx"

    private func read(_ file: String) throws -> Tables {
        let paths = (Self.registers + [file]).map { ProjectFolder.url($0).path }
        return Intake(try Self.loaded.get(), asOf: Day("2013-12-31")).read(paths)
    }

    /// Whom the rows of a dataset are about, with some of what they say.
    private func rows(_ tables: Tables, _ dataset: String, _ columns: [String]) throws -> [String] {
        let declared = try #require(Self.loaded.get().dataset(dataset))
        let table = try #require(tables.table(dataset))
        let places = columns.compactMap(declared.columnIndex)
        return table.rows.map { row in
            let person = declared.columnIndex("member_id").flatMap { row.references[$0] } ?? -1
            return "\(person) " + places.map { "\(row.data[$0])" }.joined(separator: " ")
        }
    }

    @Test(
        "a unit's summary says the same however it is written",
        arguments: [
            "附件3-列名多一词.xlsx", "附件3-续行.xlsx", "附件3-公章.xlsx", "附件3-示例行.xlsx", "附件3-合计行.xlsx",
            "附件3-区司法局.xls",
        ])
    func summaries(name: String) throws {
        let sent = try read("fixtures/sent-files/" + name)
        let whole = try read("fixtures/xihu-2013/drop/" + Self.summary)
        for (dataset, columns) in [
            ("unit_entries", ["unit_id", "community_id", "mobile", "registered_on"]),
            ("claims", ["project"]), ("declarations", ["unit_id", "members", "claims"]),
        ] {
            #expect(try rows(sent, dataset, columns) == rows(whole, dataset, columns))
        }
        #expect(sent.annexes.map(\.state) == [.read])
        #expect(sent.annexes.map { $0.owner?.dataset } == ["units"])
        #expect(sent.openRows == [])
    }

    @Test(
        "a community's register says the same however it is written",
        arguments: ["青石社区-日期内容分两列.xlsx", "青石社区-续行.xlsx", "青石社区-2013年度.xlsx", "青石社区-二○一三年.xlsx"])
    func services(name: String) throws {
        let sent = try read("fixtures/sent-files/" + name)
        let whole = try read("fixtures/xihu-2013/drop/" + Self.services)
        for (dataset, columns) in [
            ("community_entries", ["community_id", "year", "mobile", "grade"]),
            ("activities", ["community_id", "date", "content"]),
        ] {
            #expect(try rows(sent, dataset, columns) == rows(whole, dataset, columns))
        }
        #expect(sent.annexes.map(\.state) == [.read])
    }

    @Test("a number typed into a cell of dates is no day")
    func serial() throws {
        let tables = try read("fixtures/sent-files/附件3-日期1905.xlsx")
        let found = tables.findings.filter { $0.code == DataCode.dayImplausible.rawValue }
        #expect(found.map(\.cell.row) == [6])
        #expect(found.map(\.cell.column) == [12])
        #expect(found.first?.message.zh.contains("2013") == true)
    }

    @Test("a form of one person is read from a text document")
    func document() throws {
        let tables = try read("fixtures/sent-files/登记表-应望舒.docx")
        #expect(tables.annexes.map(\.annex) == ["annex-1"])
        #expect(tables.table("registrations")?.rows.count == 1)
        #expect(tables.table("claims")?.rows.count == 2)
        #expect(tables.files.first { $0.file.hasSuffix(".docx") }?.format == "DOCX")
    }

    private static let answers = [
        "gender", "born", "joined_on", "education", "mobile", "community_id", "address",
        "workplace", "liaison", "projects", "own_project", "specialist_projects", "party_status",
        "receipt_on",
    ]

    @Test("the forms of several people in one document say what each of them says by itself")
    func together() throws {
        let sent = try read("fixtures/sent-files/登记表-四人.docx")
        let own = try ["应望舒", "林含章", "林枕流", "苏枕流"].flatMap { name in
            try rows(
                read("fixtures/xihu-2013/drop/附件1/登记表-\(name).xlsx"), "registrations",
                Self.answers)
        }
        #expect(try rows(sent, "registrations", Self.answers) == own)
        #expect(sent.annexes.map(\.state) == [.read, .read, .read, .read])
        #expect(sent.table("registrations")?.rows.map(\.address.sheet) == ["表1", "表2", "表3", "表4"])
        #expect(sent.table("registrations")?.rows.map(\.address.row) == [1, 1, 1, 1])
        #expect(sent.diagnostics == [])
    }

    @Test("a form that was typed line by line, without a table, says what it says in one")
    func typed() throws {
        let sent = try read("fixtures/sent-files/登记表-逐行.docx")
        let own = try read("fixtures/xihu-2013/drop/附件1/登记表-应望舒.xlsx")
        #expect(
            try rows(sent, "registrations", Self.answers)
                == rows(own, "registrations", Self.answers))
    }

    private static let object = DocumentBytes(
        "<w:p><w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>"
    ).bytes
    private static let besideNotes = DocumentBytes(
        "<w:p><w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>"
            + DocumentBytes.table([
                ["经办", "电话"], ["某某", "0571-00000000"], ["某某", "0571-00000001"],
            ])
    ).bytes
    private static let typedInColumns = DocumentBytes(
        String(
            repeating: DocumentBytes.p(
                "<w:r><w:t>1</w:t><w:tab/><w:t>某某</w:t><w:tab/><w:t>男</w:t><w:tab/><w:t>理发</w:t></w:r>"
            ),
            count: 5)
    ).bytes

    private static let typedWithBlanks = DocumentBytes(
        ["西湖区在职党员赴社区报到直接联系服务群众情况汇总表", "1 某某 男 理发", "2 某某 女 棋类", "3 某某 女 助老"]
            .map(DocumentBytes.line).joined()
    ).bytes

    @Test(
        "a document that is not read, or not whole, is owed by whom its name or folder says",
        arguments: [
            ("附件3-区司法局.docx", object), ("附件3/区司法局.docx", besideNotes),
            ("附件3-区司法局.docx", typedInColumns), ("附件3-区司法局.docm", Array(object.prefix(300))),
            ("附件3-区司法局.docx", DocumentBytes("<w:p>").bytes), ("区司法局.docx", typedWithBlanks),
            ("附件3-区司法局.docx", DocumentBytes(DocumentBytes.line("见纸质材料。")).bytes),
        ])
    func owed(name: String, bytes: [UInt8]) throws {
        var files = [name: bytes]
        for path in Self.registers {
            files[String(path.split(separator: "/").last ?? "")] = try ProjectFolder.bytes(path)
        }
        let folder = try DropFolder(bytes: files)
        defer { folder.remove() }
        let tables = Intake(try Self.loaded.get(), asOf: Day("2013-12-31")).read([folder.path])
        let unread = tables.annexes.filter { $0.state == .unread }
        #expect(unread.map(\.annex) == ["annex-3"])
        #expect(unread.map { $0.owner?.dataset } == ["units"])
        #expect(tables.openRows.contains { $0.dataset == "unit_entries" && !$0.references.isEmpty })
    }

    @Test(
        "pictures, short cuts and documents of other kinds are left aside as no tables",
        arguments: ["公文.ceb", "图.webp", "扫描.bmp", "扫描.tif", "通知.ofd", "附件3.lnk"])
    func others(name: String) throws {
        let tables = try read("fixtures/sent-files/" + name)
        #expect(tables.diagnostics.map(\.code) == ["I0005"])
        #expect(tables.annexes == [])
    }
}
