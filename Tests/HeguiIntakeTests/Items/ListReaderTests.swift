import Testing

@testable import HeguiIntake

@Suite("Lists in one cell")
struct ListReaderTests {
    @Test(
        "items are cut at separators, numbering and blanks that separate",
        arguments: [
            ("公益宣传，助困", ["公益宣传", "助困"]), ("歌舞类、助学", ["歌舞类", "助学"]),
            ("1.公益宣传 2.水电维修", ["公益宣传", "水电维修"]), ("1.助老", ["助老"]),
            ("1、医疗保健 2、理发", ["医疗保健", "理发"]), ("（1）助老（2）助残", ["助老", "助残"]),
            ("①助老②助残", ["助老", "助残"]), ("一、助老 二、助残", ["助老", "助残"]),
            ("助老;助残；助学", ["助老", "助残", "助学"]), ("医疗保健/义诊", ["医疗保健", "义诊"]),
            ("助老\n助残", ["助老", "助残"]), ("助老 助残", ["助老", "助残"]),
            ("巡　逻、理　　发", ["巡逻", "理发"]), ("理 发", ["理发"]),
            ("其他（修鞋、磨刀）、助老", ["其他(修鞋、磨刀)", "助老"]), ("助老、、助残，", ["助老", "助残"]),
            ("3D打印 编程", ["3D打印", "编程"]), ("Python teaching", ["Python teaching"]),
            ("“理发”和“水电维修”", ["理发", "水电维修"]), ("《理发》《水电维修》", ["理发", "水电维修"]),
            ("【理发】、【义诊，量血压】", ["理发", "义诊,量血压"]), ("“理发”队", ["“理发”队"]),
            ("理发，兼水电维修", ["理发", "水电维修"]), ("理发、兼职介绍", ["理发", "兼职介绍"]),
            ("理发，以及助老", ["理发", "助老"]), ("理发、和谐共建", ["理发", "和谐共建"]), ("及时帮扶、助老", ["及时帮扶", "助老"]),
            ("助老、无", ["助老"]), ("助老（上门", ["助老(上门"]), ("10.助老 11.助残", ["助老", "助残"]),
        ]
    )
    func cutting(text: String, items: [String]) {
        #expect(ListReader().read(text: text).value?.map(\.text) == items)
        #expect(ListReader().read(text: text).value?.map(\.position) == Array(1...items.count))
    }

    @Test(
        "a stated number of items is noted, not taken for one",
        arguments: [
            ("助老、助困等3项", ["助老", "助困"], [.declaredItems(3)]),
            ("助老、助困等三个项目", ["助老", "助困"], [.declaredItems(3)]),
            ("助老、助困等", ["助老", "助困"], [.andOthers]),
            ("助老、助困共2项", ["助老", "助困"], [.declaredItems(2)]),
            ("助老、助困（2项）", ["助老", "助困"], [.declaredItems(2)]),
            ("助老、助困(共三项)", ["助老", "助困"], [.declaredItems(3)]),
            ("助老、助困（两地）", ["助老", "助困(两地)"], []),
            ("助老、平等", ["助老", "平"], [.andOthers]), ("平等", ["平等"], []),
        ] as [(String, [String], [ParsingNote])]
    )
    func counts(text: String, items: [String], notes: [ParsingNote]) {
        let reading = ListReader().read(text: text)
        #expect(reading.value?.map(\.text) == items)
        #expect(reading.notes == notes)
    }

    @Test("nothing written is no item", arguments: ["", "无", "—", "/", "、"])
    func nothing(text: String) {
        #expect(ListReader().read(text: text) == .absent)
    }

    @Test("blanks can be left alone")
    func blanks() {
        let reader = ListReader(splitsAtBlanks: false)
        #expect(reader.read(text: "助老 助残、助学").value?.map(\.text) == ["助老助残", "助学"])
    }
}
