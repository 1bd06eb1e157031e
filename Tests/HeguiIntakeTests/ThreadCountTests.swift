import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

/// However many threads read a drop, the same comes out.
@Suite("Reading with several threads")
struct ThreadCountTests {
    private static func drop(seed: UInt64) throws -> DropFolder {
        var numbers = SeededNumbers(seed: seed)
        var files: [String: [UInt8]] = [:]
        for number in 0..<40 {
            let name = "附件\(Int.random(in: 1...3, using: &numbers))/\(number)"
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: files[name + ".xlsx"] = workbook(&numbers)
            case 1: files[name + ".xlsx"] = Array("PK\u{3}\u{4}损坏".utf8)
            case 2: files[name + ".csv"] = Array("甲列,乙列\n1,2\n".utf8)
            case 3: files[name + ".csv"] = []
            case 4: files[name + ".txt"] = Array("没有分列的文字".utf8)
            default: files[name + ".csv"] = Array("编号,姓名\nM\(number % 7),赵一\n".utf8)
            }
        }
        return try DropFolder(bytes: files)
    }

    /// A roll of people, one of a few.
    private static func workbook(_ numbers: inout SeededNumbers) -> [UInt8] {
        let day = Int.random(in: 1...9, using: &numbers)
        let rows = [["2013年度人员名单"], ["姓名", "报到日期"], ["赵一", "2013-01-0\(day)"], ["钱二", "待定"]]
        let xml = rows.enumerated().map { row, texts in
            let cells = texts.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined()
            return "<row r='\(row + 1)'>\(cells)</row>"
        }
        return WorkbookBytes(rows: xml.joined()).bytes
    }

    @Test("the files of a drop are read the same", arguments: UInt64(0)..<6)
    func files(seed: UInt64) throws {
        let folder = try Self.drop(seed: seed)
        defer { folder.remove() }
        let plain = DropReader().read([folder.path])
        #expect(!plain.sheets.isEmpty)
        for threads in [2, 3, 8] {
            let drop = DropReader(threads: threads).read([folder.path])
            #expect(drop.sheets == plain.sheets)
            #expect(drop.files == plain.files)
            #expect(drop.diagnostics == plain.diagnostics)
        }
    }

    @Test("the tables of a drop are the same", arguments: UInt64(0)..<6)
    func tables(seed: UInt64) throws {
        let folder = try Self.drop(seed: seed)
        defer { folder.remove() }
        let pack = try TestPack.load()
        let plain = Intake(pack).read([folder.path])
        for threads in [2, 3, 8] {
            let tables = Intake(pack, threads: threads).read([folder.path])
            for (left, right) in zip(tables.tables, plain.tables) {
                #expect(left.rows.map(\.data) == right.rows.map(\.data))
            }
            #expect(tables.findings == plain.findings)
            #expect(tables.files == plain.files)
            #expect(tables.diagnostics == plain.diagnostics)
        }
    }
}
