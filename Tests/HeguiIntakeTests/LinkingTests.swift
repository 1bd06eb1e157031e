import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import Testing

@testable import HeguiTables

@Suite("Linking rows")
struct LinkingTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    /// A roll of one unit with the columns 姓名, 手机, 出生年月, 报到日期.
    private func drop(_ unit: String, _ people: [[String?]]) -> TestDrop {
        var drop = TestDrop.registers
        let top: [[String?]] = [
            ["2013年度人员名单"], ["填报单位：" + unit], ["姓名", "手机", "出生年月", "报到日期"],
        ]
        drop.add("roll.xlsx", sheet: "S", top + people + [["说明：共有人员1人，领办项目1个"]])
        return drop
    }

    private func outcome(
        _ person: [String?], unit: String = "区甲局"
    ) throws -> (Int?, [String], Tables) {
        let tables = try drop(unit, [person + ["1.5"]]).tables()
        let codes = tables.findings.map { $0.code + " " + $0.level.rawValue }
        return (tables.references("entries", "member_id", in: pack).first ?? nil, codes, tables)
    }

    @Test("name and number find a person, padding and separators aside")
    func nameAndNumber() throws {
        let (row, codes, _) = try outcome(["赵\u{3000}一", "199 0000 0001", "1980年1月"])
        #expect(row == 0)
        #expect(codes == [])
    }

    @Test("without a number, name, month of birth and unit do")
    func nameBirthUnit() throws {
        let (row, codes, _) = try outcome(["孙三", nil, "1983.4"], unit: "区乙院")
        #expect(row == 3)
        #expect(codes == [])
    }

    @Test("name and unit alone are probable: reported with all candidates, never linked")
    func nameAndUnit() throws {
        let (row, codes, tables) = try outcome(["孙三", nil, nil], unit: "区乙院")
        #expect(row == nil)
        #expect(codes == ["D0008 verify"])
        #expect(tables.findings.first?.related.count == 2)
        #expect(tables.data("entries", "member_id", in: pack) == [.unreadable])
    }

    @Test("several people who fit are reported, none is taken")
    func ambiguous() throws {
        var drop = drop("区乙院", [["孙三", "19900000009", "1982-03", "1.5"]])
        drop.sheets[1].rows[3].cells[3].text = "19900000009"
        drop.sheets[1].rows[4].cells[3].text = "19900000009"
        let tables = try drop.tables()
        #expect(tables.references("entries", "member_id", in: pack) == [nil])
        #expect(tables.findingCodes.sorted() == ["D0007", "D0023"])
    }

    @Test("a masked number is never enough; with the name it is probable")
    func maskedNumber() throws {
        let (row, codes, tables) = try outcome(["赵一", "199****0001", nil], unit: "区乙院")
        #expect(row == nil)
        #expect(codes == ["D0008 verify"])
        #expect(tables.findings[0].message.zh.contains("脱敏"))
        let other = try outcome(["赵一", "199****9999", nil], unit: "区乙院")
        #expect(other.1 == ["D0006 verify"])
    }

    @Test(
        "a number with one slip is a hint that names both cells",
        arguments: ["19900000007", "19900000010", "1990000001", "199000000011"]
    )
    func oneSlip(number: String) throws {
        let (row, codes, tables) = try outcome(["赵一", number, nil], unit: "区乙院")
        #expect(row == nil)
        #expect(codes == ["D0008 hint"])
        let cell = CellAddress(file: "members.csv", row: 2, column: 2)
        #expect(tables.findings[0].related == [cell])
    }

    @Test("nobody of that name is an orphan, and no name is repeated")
    func orphan() throws {
        let (row, codes, tables) = try outcome(["周九", "19900000009", nil])
        #expect(row == nil)
        #expect(codes == ["D0006 verify"])
        #expect(!tables.findings[0].message.zh.contains("周九"))
    }

    @Test("a certain match with another month of birth or unit is linked and reported")
    func contradiction() throws {
        let birth = try outcome(["赵一", "19900000001", "1990-09"])
        #expect(birth.0 == 0)
        #expect(birth.1 == ["D0009 verify"])
        let unit = try outcome(["赵一", "19900000001", nil], unit: "区乙院")
        #expect(unit.0 == 0)
        #expect(unit.1 == ["D0009 verify"])
        let number = try outcome(["赵一", "19912345678", "1980-01"])
        #expect(number.0 == 0)
        #expect(number.1 == ["D0009 hint"])
    }

    @Test(
        "units are found by name, by their party organisation's name and with a post behind",
        arguments: ["区甲局", "中共区甲局支部委员会", "区甲局机关党支部", "区 甲 局", "区甲局办公室主任", "区甲局科员"]
    )
    func units(name: String) throws {
        let (_, _, tables) = try outcome(["赵一", "19900000001", nil], unit: name)
        #expect(tables.data("entries", "unit_id", in: pack) == [.text("区甲局")])
        #expect(tables.references("entries", "unit_id", in: pack) == [0])
    }

    @Test("an unknown unit is an orphan with a hint, a longer name is not cut to a known one")
    func unknownUnit() throws {
        for name in ["区申局", "区甲局质监站"] {
            let (_, codes, tables) = try outcome(["赵一", "19900000001", nil], unit: name)
            #expect(codes == ["D0006 verify"])
            #expect(tables.findings[0].message.zh.contains(name))
            #expect(tables.findings[0].help?.zh.contains("区甲局") == true)
            #expect(tables.data("entries", "unit_id", in: pack) == [.text(name)])
        }
    }

    @Test("one cell may hold a number or a name: the number links, the name does not contradict it")
    func numberOrName() throws {
        var drop = TestDrop.registers
        drop.add("n.csv", [["奖项", "对象"], ["甲奖", "M2"], ["甲奖", "赵一"]])
        let tables = try drop.tables()
        #expect(tables.references("visits", "member_id", in: pack) == [1, nil])
        let codes = tables.findings.filter { $0.cell.row == 2 }.map(\.code)
        #expect(!codes.contains("D0009"))
    }

    @Test("the order of files makes no difference")
    func order() throws {
        let drop = drop("区甲局", [["赵一", "19900000001", nil, "1.5"], ["孙三", nil, nil, "1.6"]])
        var reversed = drop
        reversed.sheets.reverse()
        let first = try drop.tables()
        let second = try reversed.tables()
        #expect(
            first.references("entries", "member_id", in: pack)
                == second.references("entries", "member_id", in: pack)
        )
        #expect(Set(first.findings) == Set(second.findings))
    }

    @Test("a register that no file provides leaves its references open, said once")
    func openReferences() throws {
        var drop = drop("区甲局", [["赵一", "19900000001", nil, "1.5"], ["钱二", nil, nil, "1.6"]])
        drop.sheets.removeAll { $0.file == "units.csv" }
        let tables = try drop.tables()
        #expect(tables.table("units")?.isGiven == false)
        #expect(tables.findingCodes.filter { $0 == "D0018" }.count == 1)
        #expect(tables.references("entries", "member_id", in: pack).first == 0)
    }

    @Test("two rows of the roster that may be one person are reported, not merged")
    func repeatedPerson() throws {
        var drop = TestDrop()
        drop.add(
            "m.csv",
            [
                ["编号", "姓名", "出生年月", "单位"], ["M1", "赵一", "1980-01", "区甲局"],
                ["M2", "赵一", "1985-05", "区甲局"], ["M3", "赵一", "1980-01", "区甲局"],
                ["M4", "钱二", "1985-05", "区甲局"], ["M5", "钱二", "", "区甲局"],
            ]
        )
        let tables = try drop.tables()
        let found = tables.findings.filter { $0.code == "D0023" }
        #expect(found.map(\.cell.row) == [4, 6])
        #expect(found.map(\.level) == [.verify, .hint])
        #expect(tables.table("members")?.rows.count == 5)
    }
}
