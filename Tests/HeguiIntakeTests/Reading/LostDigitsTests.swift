import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import Testing

@testable import HeguiIntake
@testable import HeguiTables

@Suite("Numbers that lost digits")
struct LostDigitsTests {
    private func cell(_ text: String, _ kind: RawCell.Kind = .text) -> RawCell {
        RawCell(column: 1, text: text, kind: kind)
    }

    @Test(
        "a number in exponent form is whole where all of its digits are there",
        arguments: [
            ("1.9900010001E+10", "19900010001"), ("1.23456789012e+11", "123456789012"),
            ("＝1.2", nil), ("1.23457E+11", nil), ("1.99E+10", nil),
        ] as [(String, String?)])
    func whole(text: String, digits: String?) {
        #expect(LostDigits.whole(text) == digits)
    }

    @Test(
        "words that only look like one are none",
        arguments: [
            "1E5", "2E10", "E+10", "A1E+10", "12E+10", "1E+1", "E", "1+1", "1.2.3E+10",
        ])
    func words(text: String) {
        #expect(!LostDigits.isExponent(text))
        #expect(LostDigits.reading(cell(text)) == nil)
    }

    @Test("a key in exponent form names nobody, and neither does one of more than 15 digits")
    func keys() {
        #expect(LostDigits.reading(cell("1.9900010001E+10")) == .value("19900010001"))
        for lost in [cell("1.23457E+11"), cell("330106198001011000", .number)] {
            guard case .unreadable = LostDigits.reading(lost) else {
                Issue.record("\(lost)")
                continue
            }
        }
        for whole in [cell("330106198001011000"), cell("123456789012345", .number), cell("P0001")] {
            #expect(LostDigits.reading(whole) == nil)
        }
    }

    @Test(
        "an identity number whose last three digits a spreadsheet took is not read, one of a person is",
        arguments: [
            ("110105194912310000", RawCell.Kind.text, false), ("11010519491231002X", .text, true),
            ("110105194912310000", .number, false), ("1.10105194912310E+17", .text, false),
            ("1.10105E+17", .text, false),
        ])
    func identityNumbers(text: String, kind: RawCell.Kind, isRead: Bool) {
        #expect((IDNumberReader.read(cell(text, kind)).value != nil) == isRead)
    }

    @Test("what is left of an identity number is told")
    func told() {
        for (text, word) in [
            ("110105194912310000", "末三位"), ("1.10105194912310E+17", "末三位"), ("1.10105E+17", "不能还原"),
        ] {
            guard case .unreadable(let message) = IDNumberReader.read(cell(text)) else {
                Issue.record("\(text)")
                continue
            }
            #expect(message.zh.contains(word))
        }
    }

    @Test(
        "a telephone in exponent form is read only with all of its digits",
        arguments: ["1.99E+10", "5.71E+11"])
    func phones(text: String) {
        #expect(PhoneReader.read(text: text).value == nil)
        #expect(PhoneReader.read(text: "1.9900010001E+10").value?.first?.digits == "19900010001")
    }

    @Test(
        "a key that lost digits is nobody's, and a number without its zeros in front may be another"
    )
    func tables() throws {
        var drop = TestDrop()
        drop.add("units.csv", [["单位名称", "性质", "人数"], ["001", "机关", "1"], ["区乙院", "事业", "2"]])
        drop.add(
            "members.csv",
            [
                ["编号", "姓名", "出生年月", "手机", "单位"],
                ["1.23457E+11", "赵一", "1980-01", "19900000001", "1"],
                ["1.9900010001E+10", "钱二", "1981-02", "19900000002", "区乙院"],
            ])
        let pack = try TestPack.load()
        let tables = try drop.tables()
        let keys = tables.data("members", "member_id", in: pack)
        #expect(keys == [.unreadable, .text("19900010001")])
        #expect(tables.findingCodes.contains("D0001"))
        let orphan = try #require(tables.findings.first { $0.code == "D0006" })
        #expect(orphan.help?.zh.contains("“001”") == true)
    }
}
