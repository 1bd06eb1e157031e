import Testing

@testable import HeguiReports

@Suite("Lines of a width")
struct LineBreaksTests {
    @Test(
        "Chinese breaks between characters, words and dates stay whole, no line begins with a mark",
        arguments: [
            ("短", 4, ["短"]),
            ("一二三四五", 4, ["一二", "三四", "五"]),
            ("一二，三", 4, ["一", "二，", "三"]),
            ("期限（2013-01-31）", 10, ["期限", "（2013-01-31）"]),
            ("期限2013-01-31止", 12, ["期限", "2013-01-31止"]),
            ("见第 14 行和", 7, ["见", "第 14 行", "和"]),
            ("（11/12）差 1 人", 10, ["（11/12）", "差 1 人"]),
            ("two words here", 9, ["two words", "here"]),
            ("unbreakable", 4, ["unbreakable"]),
            ("见《通知》一", 8, ["见《通", "知》一"]),
        ])
    func lines(text: String, width: Int, expected: [String]) {
        #expect(LineBreaks(width: width).lines(of: text) == expected)
    }

    @Test("nothing is lost but the spaces at ends of lines")
    func whole() {
        let text = "区档案馆按期报到率89.47%，低于95%（17/19），请加强督促 see 附件3/附件3-区档案馆.xlsx ▸ Sheet1"
        for width in 2...60 {
            let lines = LineBreaks(width: width).lines(of: text)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
