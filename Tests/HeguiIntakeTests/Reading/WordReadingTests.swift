import HeguiCalendar
import Testing

@testable import HeguiIntake

@Suite("Numbers, ticks, words and names")
struct WordReadingTests {
    @Test(
        "whole numbers are read with units, groups, full-width and Chinese digits",
        arguments: [
            ("33", 33), ("33人", 33), (" ３３ ", 33), ("1,234", 1_234), ("33.0", 33), ("三十三", 33),
            ("十", 10), ("一百零五", 105), ("二十", 20), ("两万三千", 23_000), ("-3", -3), ("0", 0),
            ("12 人次", 12), ("1.2E3", 1_200), ("1,234,567.00", 1_234_567),
        ]
    )
    func integers(text: String, value: Int64) {
        #expect(IntegerReader.read(text: text) == .value(value))
    }

    @Test(
        "anything else is no whole number",
        arguments: ["3.5", "12,34", "约30", "人", "1-2", "99999999999999999999", "3人5人"]
    )
    func notIntegers(text: String) {
        guard case .unreadable = IntegerReader.read(text: text) else {
            Issue.record("read: \(IntegerReader.read(text: text))")
            return
        }
        #expect(IntegerReader.read(text: "无") == .absent)
    }

    @Test(
        "ticks, boxes and words say yes or no",
        arguments: [
            ("√", .value(true)), ("✓", .value(true)), ("☑", .value(true)), ("■", .value(true)),
            ("●", .value(true)), ("是", .value(true)), ("Y", .value(true)), ("1", .value(true)),
            ("○", .value(true, notes: [.circleAsTick])), ("ＴＲＵＥ", .value(true)),
            ("否", .value(false)), ("□", .value(false)), ("×", .value(false)), ("N", .value(false)),
            ("0", .value(false)), ("无", .value(false)), ("", .absent), ("—", .absent),
            ("☑是 □否", .value(true)), ("□是　■否", .value(false)), ("□是　　　□否", .absent),
            ("□√是 □否", .value(true)), ("是√ 否□", .value(true)), ("是□ 否√", .value(false)),
            ("○是 ●否", .value(false)), ("是否愿意：☑是 □否", .value(true)), ("同上", .sameAsAbove),
        ] as [(String, ParsedValue<Bool>)]
    )
    func ticks(text: String, reading: ParsedValue<Bool>) {
        #expect(TickReader.read(text: text) == reading)
    }

    @Test(
        "two ticks, or words that answer nothing, are unreadable", arguments: ["☑是 ☑否", "也许", "☑好"])
    func badTicks(text: String) {
        guard case .unreadable = TickReader.read(text: text) else {
            Issue.record("read: \(TickReader.read(text: text))")
            return
        }
    }

    @Test("boxes before several words are read word by word")
    func choices() {
        let found = TickReader.choices(in: "社区管理协助项目：□顾问员　☑民情联络员　√政策宣讲员")
        #expect(found.map(\.label) == ["顾问员", "民情联络员", "政策宣讲员"])
        #expect(found.map(\.isTicked) == [false, true, true])
    }

    private let grades = ChoiceReader([("好", ["优秀"]), ("较好", []), ("一般", []), ("无", ["没有"])])

    @Test(
        "a word of the column, an alias or a ticked one is read as the word",
        arguments: [
            ("好", "好"), (" 较 好 ", "较好"), ("优秀。", "好"), ("□好 ☑较好 □一般", "较好"), ("没有", "无"),
        ]
    )
    func words(text: String, word: String) {
        #expect(grades.read(text: text) == .value(word))
    }

    @Test("other words are unreadable, an empty cell and an unticked list are absent")
    func otherWords() {
        for text in ["良", "☑好 ☑一般", "☑良 □好"] {
            guard case .unreadable = grades.read(text: text) else {
                Issue.record("\(text) was taken")
                continue
            }
        }
        #expect(grades.read(text: "□好 □较好") == .absent)
        #expect(grades.read(text: "") == .absent)
        #expect(grades.read(text: "〃") == .sameAsAbove)
    }

    @Test(
        "names lose padding and get one middle dot; what stands in brackets is set apart",
        arguments: [
            ("张 三", "张三", nil), ("张\u{3000}三", "张三", nil), ("张\u{A0}三", "张三", nil),
            (" 欧阳思 杰 ", "欧阳思杰", nil), ("阿依古丽•买买提", "阿依古丽·买买提", nil),
            ("阿依古丽.买买提", "阿依古丽·买买提", nil), ("阿依古丽・买买提", "阿依古丽·买买提", nil),
            ("阿依古丽﹒买买提", "阿依古丽·买买提", nil), ("阿依古丽 · 买买提", "阿依古丽·买买提", nil),
            ("张三（预备）", "张三", "预备"), ("张三(书记)", "张三", "书记"), ("J. Smith", "J. Smith", nil),
            ("张三\n", "张三", nil), ("李小四同志", "李小四", nil), ("张\u{200B}三", "张三", nil),
        ] as [(String, String, String?)]
    )
    func names(text: String, name: String, remark: String?) {
        #expect(NameReader.read(text: text) == .value(PersonName(text: name, remark: remark)))
    }

    @Test(
        "marks, numbers, invisible characters and posts beside a name are none of it",
        arguments: [
            "凌珩*", "*凌珩", "凌珩＊", "1.凌珩", "1、凌珩", "01 凌珩", "12凌珩", "（1）凌珩", "(1) 凌珩", "①凌珩", "⒈凌珩",
            "一、凌珩", "[3]凌珩", "凌珩、", "凌珩，", "凌珩。", "凌珩；", "、凌珩", "凌珩△", "▲凌珩", "凌珩＃", "#凌珩", "凌珩★",
            "凌珩※", "“凌珩”", "凌珩 局长", "凌珩局长", "凌珩　副局长", "凌珩党支部副书记", "凌珩同志", "凌珩 党员", "党员凌珩", "凌珩预备党员",
            "凌珩 预备", "预备党员 凌珩", "书记凌珩", "凌珩、书记", "凌珩/书记", "凌珩-主任", "书记：凌珩", "姓名：凌珩", "（党员）凌珩",
            "凌 珩 同志",
            "凌珩\n书记", "凌\u{202C}珩", "凌珩\u{202C}", "\u{202D}凌珩\u{202C}", "凌\u{AD}珩", "凌\u{180E}珩",
            "凌珩\u{FFFC}", "凌\u{FE00}珩", "凌珩\u{E0100}", "凌\u{E0101}珩", "凌\u{200D}珩", "\u{FEFF}凌珩",
            "凌\u{2063}珩", "凌\u{061C}珩", "凌\u{34F}珩", "凌珩\u{3164}", "凌\u{2800}珩", "凌珩\u{7}", "1.凌珩*",
            "1、凌珩 局长*",
        ])
    func bareNames(text: String) {
        #expect(NameReader.read(text: text).value?.text == "凌珩")
    }

    @Test(
        "what may be a name of its own stays",
        arguments: [
            "王*", "王**", "王*明", "欧阳**", "王局长", "李书记", "张?", "赵同志", "欧阳明书", "李长", "司马国员", "陈一",
            "买买提·吐尔逊",
        ])
    func keptNames(text: String) {
        #expect(NameReader.read(text: text).value?.text == text)
    }

    @Test(
        "radicals that come out of a PDF are the characters they show",
        arguments: [("⽊村", "木村"), ("⻢⻓⻰", "马长龙"), ("⺠⽣", "民生"), ("⻩⽟", "黄玉")])
    func radicals(text: String, name: String) {
        #expect(NameReader.read(text: text).value?.text == name)
    }

    @Test("doubtful and masked names say so; two names are none")
    func doubtfulNames() {
        #expect(NameReader.read(text: "张?").notes == [.irregular])
        #expect(NameReader.read(text: "张\u{E001}").notes == [.irregular])
        #expect(NameReader.read(text: "张*三").notes == [.masked])
        #expect(NameReader.read(text: "张三、李四").value == nil)
    }

    @Test(
        "organisations are compared without 中共 and the name of their party body",
        arguments: [
            ("中共区住建局支部委员会", "区住建局", nil), ("区住建局", "区住建局", nil),
            ("区住建局 机关党支部", "区住建局", nil), ("区教育局党委", "区教育局", nil),
            ("中国共产党甲镇委员会", "甲镇", nil), ("中共区住建局第三支部委员会", "区住建局", 3),
            ("区住建局第2党支部", "区住建局", 2), ("区住建局党总支", "区住建局", nil),
            ("甲度假区管理委员会", "甲度假区管理委员会", nil), ("嘉绿社区居委会", "嘉绿社区", nil),
            ("嘉绿社区居民委员会党支部", "嘉绿社区", nil), ("区直机关党工委", "区直机关党工委", nil),
            ("党支部", "党支部", nil), ("", "", nil), ("区机关事务局", "区机关事务局", nil),
            ("翠苑一区社区", "翠苑一区社区", nil), ("区第一人民医院", "区第一人民医院", nil),
        ] as [(String, String, Int?)]
    )
    func organisations(text: String, bare: String, branch: Int?) {
        #expect(OrganisationName(text).bare == bare)
        #expect(OrganisationName(text).branch == branch)
    }

    @Test("the longest known name in front of a job title is found")
    func knownPrefix() throws {
        let known = LabelSearch(["区住建局", "区住建局质监站", "区教育局"])
        let found = try #require(known.knownPrefix(of: "区住建局质监站 科员"))
        #expect(found.name == "区住建局质监站")
        #expect(found.rest == "科员")
        #expect(known.knownPrefix(of: "甲公司") == nil)
    }
}
