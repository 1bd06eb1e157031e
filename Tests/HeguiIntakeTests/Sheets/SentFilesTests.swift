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

    @Test(
        "pictures, short cuts and documents of other kinds are left aside as no tables",
        arguments: ["公文.ceb", "图.webp", "扫描.bmp", "扫描.tif", "通知.ofd", "附件3.lnk"])
    func others(name: String) throws {
        let tables = try read("fixtures/sent-files/" + name)
        #expect(tables.diagnostics.map(\.code) == ["I0005"])
        #expect(tables.annexes == [])
    }
}
