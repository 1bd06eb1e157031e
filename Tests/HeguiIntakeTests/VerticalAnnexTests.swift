import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiTables

@Suite("Forms of one person")
struct VerticalAnnexTests {
    private static let card: [[String?]] = [
        ["人员登记卡"],
        ["姓 名", "赵 一", "出生\n年月", "1980年1月"],
        ["联系方式", "办公室电话：0571-00000000  手机号码：19900000001  QQ号：123456"],
        ["服务项目（至少选二项）："],
        ["便民服务：□医疗保健 ☑水电维修 □理　　发", nil, nil],
        ["结对帮扶：√助老 □助残"],
        ["□健康服务：疾病预防等\n■法律援助咨询：纠纷处理等"],
        ["个人自选项目：", "个人自选：__教书法__"],
        ["    赵一同志，系中共正式党员，于2013年1月6日"],
        ["已报到。感谢支持。"],
    ]

    private func tables(_ rows: [[String?]]) throws -> Tables {
        var drop = TestDrop.registers
        drop.add("card.xlsx", sheet: "S", rows)
        return try drop.tables()
    }

    @Test("values are read beside their labels, within a cell and between texts")
    func card() throws {
        let pack = try TestPack.load()
        let tables = try tables(Self.card)
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一")])
        #expect(tables.data("entries", "mobile", in: pack) == [.text("19900000001")])
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1")])
        let projects = Datum.list(["水电维修", "助老", "法律援助咨询"])
        #expect(tables.data("entries", "projects", in: pack) == [projects])
        #expect(tables.data("entries", "registered_on", in: pack) == [.day(range("2013-01-06"))])
        #expect(tables.data("visits", "content", in: pack) == [.text("教书法")])
        #expect(tables.findingCodes == [])
        let sheet = tables.files.first { $0.file == "card.xlsx" }?.sheets.first
        #expect(sheet?.readAs == "card")
        #expect(sheet?.rowCount == 10)
    }

    @Test("an unused line and unticked boxes are nothing")
    func emptyFields() throws {
        let pack = try TestPack.load()
        var rows = Self.card
        rows[4] = ["□医疗保健"]
        rows[5] = ["□助老"]
        rows[6] = ["□健康服务"]
        rows[7] = [nil, "个人自选：________"]
        let tables = try tables(rows)
        #expect(tables.data("entries", "projects", in: pack) == [.absent])
        #expect(tables.table("visits")?.rows.isEmpty == true)
    }

    @Test("several cards on one sheet are several people")
    func severalCards() throws {
        let pack = try TestPack.load()
        var second = Self.card
        second[1] = ["姓 名", "钱二", "出生年月", "1981-02"]
        second[2] = ["联系方式", "手机号码：19900000002"]
        let tables = try tables(Self.card + second)
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1"), .text("M2")])
        let sheet = tables.files.first { $0.file == "card.xlsx" }?.sheets.first
        #expect(sheet?.rowsRead == 20)
    }

    @Test("several cards below one title are several people, where each has all its labels")
    func oneTitle() throws {
        let pack = try TestPack.load()
        var second = Array(Self.card.dropFirst())
        second[0] = ["姓 名", "钱二", "出生年月", "1981-02"]
        second[1] = ["联系方式", "手机号码：19900000002"]
        let tables = try tables(Self.card + second)
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1"), .text("M2")])
        // A list of relatives is no second card.
        let relatives = Self.card + [["姓 名", "关系"], ["赵三", "父"]]
        #expect(try self.tables(relatives).data("entries", "name", in: pack) == [.text("赵一")])
    }

    @Test("a card without a name is rejected")
    func nameless() throws {
        var rows = Self.card
        rows[1] = ["姓 名", nil, "出生年月", "1980年1月"]
        let tables = try tables(rows)
        #expect(tables.findingCodes == ["D0012"])
        #expect(tables.table("entries")?.rows.isEmpty == true)
    }
}
