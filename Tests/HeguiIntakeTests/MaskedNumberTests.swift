import HeguiPack
import Testing

@testable import HeguiTables

/// Numbers of which digits are hidden may be those of many people.
@Suite("Masked numbers")
struct MaskedNumberTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    /// The columns 编号, 姓名, 出生年月, 手机, 身份证号, 单位.
    private func roster(_ people: [[String?]]) -> TestDrop {
        var drop = TestDrop()
        drop.add(
            "units.csv", [["单位名称", "性质", "人数"], ["区甲局", "机关", "2"], ["区乙院", "事业", "2"]])
        drop.add("members.csv", [["编号", "姓名", "出生年月", "手机", "身份证号", "单位"]] + people)
        return drop
    }

    /// Whom the roll's only row, 姓名, 手机, 身份证号, 出生年月, leads to, and what is said of it.
    private func link(
        _ person: [String?], of unit: String = "区乙院", to people: [[String?]]
    ) throws -> (row: Int?, codes: [String]) {
        var drop = roster(people)
        drop.add(
            "roll.xlsx", sheet: "S",
            [
                ["2013年度人员名单"], ["填报单位：" + unit],
                ["姓名", "手机", "身份证号", "出生年月", "报到日期"], person + ["1.5"],
                ["说明：共有人员1人，领办项目1个"],
            ])
        let tables = try drop.tables()
        let found = tables.references("entries", "member_id", in: pack)
        try #require(found.count == 1)
        return (found[0], tables.findings.map { $0.code + " " + $0.level.rawValue })
    }

    @Test(
        "a phone number that is masked on either side never links, whatever the writing",
        arguments: [
            ("199****0001", "199****0001", "D0008 verify"),
            ("199****0001", "19900000001", "D0008 verify"),
            ("19900000001", "199****0001", "D0008 verify"),
            ("199xxxx0001", "199＊＊＊＊0001", "D0008 verify"),
            ("199●●●●0001", "199××××0001", "D0008 verify"),
            ("1990000****", "199****0001", "D0008 verify"),
            ("199****0001", "199****0002", "D0006 verify"),
            ("199****0001", "19900000002", "D0006 verify"),
            ("19900000002", "199****0001", "D0006 verify"),
            ("*******0001", "199****0001", "D0008 verify"),
            ("199****0001", "*****0001", "D0006 verify"),
        ])
    func phones(roster: String, roll: String, code: String) throws {
        let found = try link(
            ["赵一", roll, nil, nil],
            to: [
                ["M1", "钱二", "1981-02", "19900000005", nil, "区甲局"],
                ["M2", "赵一", "1980-01", roster, nil, "区甲局"],
            ])
        #expect(found.row == nil)
        #expect(found.codes == [code])
    }

    @Test(
        "an identity number that is masked on either side never links",
        arguments: [
            ("330106********1235", "330106********1235"),
            ("330106********1235", "330106198001011235"),
            ("330106198001011235", "330106********1235"),
            ("33010619800101****", "33010619800101****"),
            ("330106********123X", "330106********123x"), ("330106*****1123", "330106*****1123"),
            ("330106xxxxxxxx1235", "330106********1235"),
        ])
    func identityNumbers(roster: String, roll: String) throws {
        let found = try link(
            ["赵一", nil, roll, nil],
            to: [["M1", "赵一", "1980-01", nil, roster, "区甲局"]])
        #expect(found.row == nil)
        #expect(found.codes.contains("D0006 verify"), "\(found.codes)")
    }

    @Test(
        "an identity number that is whole on both sides links, in each of its forms",
        arguments: [
            ("330106198001011235", "330106198001011235"), ("330106198001011235", "330106800101123"),
            ("330106800101123", "330106198001011235"), ("33010619800101126X", "33010619800101126x"),
            ("33010619800101126x", "330106800101126"), ("３３０１０６１９８００１０１１２３５", "330106800101123"),
        ])
    func wholeNumbers(roster: String, roll: String) throws {
        let found = try link(
            ["赵一", nil, roll, nil],
            to: [
                ["M1", "钱二", "1981-02", "19900000005", nil, "区甲局"],
                ["M2", "赵一", "1980-01", nil, roster, "区甲局"],
            ])
        #expect(found.row == 1)
        #expect(!found.codes.contains { $0.hasPrefix("D0006") || $0.hasPrefix("D0008") })
    }

    @Test(
        "beside a certain match a masked number contradicts only where its digits do",
        arguments: [
            ("19900000001", "199****0001", [String]()), ("199****0001", "19900000001", []),
            ("199****0001", "199****0001", []), ("199****0001", "199****0002", ["D0009 hint"]),
            ("19900000001", "199****0002", ["D0009 hint"]),
            ("199****0002", "19900000001", ["D0009 hint"]),
            ("19900000001", "19900000002", ["D0009 hint"]),
        ])
    func contradiction(roster: String, roll: String, codes: [String]) throws {
        let found = try link(
            ["赵一", roll, nil, "1980年1月"], of: "区甲局",
            to: [["M1", "赵一", "1980-01", roster, nil, "区甲局"]])
        #expect(found.row == 0)
        #expect(found.codes == codes)
    }

    /// A roster's two rows: the phone and identity number of each, and the units.
    @Test(
        "two rows of a roster with one masked number are not for certain one person",
        arguments: [
            (["199****0001", nil], ["199****0001", nil], "区甲局", "区乙院", [String]()),
            (["199****0001", nil], ["19900000001", nil], "区甲局", "区乙院", []),
            (["199****0001", nil], ["199****0001", nil], "区甲局", "区甲局", ["hint"]),
            (["199****0001", nil], ["19900000002", nil], "区甲局", "区甲局", ["hint"]),
            (["19900000001", nil], ["199****0002", nil], "区甲局", "区甲局", ["hint"]),
            (["19900000001", nil], ["19900000002", nil], "区甲局", "区甲局", []),
            (["19900000001", nil], ["19900000001", nil], "区甲局", "区乙院", ["verify"]),
            ([nil, "330106********1235"], [nil, "330106********1235"], "区甲局", "区乙院", []),
            ([nil, "330106********1235"], [nil, "330106********1235"], "区甲局", "区甲局", ["hint"]),
            ([nil, "330106198001011235"], [nil, "330106********1243"], "区甲局", "区甲局", ["hint"]),
            ([nil, "330106198001011235"], [nil, "330106198001011243"], "区甲局", "区甲局", []),
            ([nil, "330106198001011235"], [nil, "330106800101123"], "区甲局", "区乙院", ["verify"]),
        ] as [([String?], [String?], String, String, [String])])
    func repeats(
        first: [String?], second: [String?], unit: String, other: String, levels: [String]
    ) throws {
        let tables = try roster([
            ["M1", "赵一", nil] + first + [unit], ["M2", "赵一", nil] + second + [other],
        ]).tables()
        let found = tables.findings.filter { $0.code == "D0023" }
        #expect(found.map(\.level.rawValue) == levels)
        #expect(tables.table("members")?.rows.count == 2)
    }
}
