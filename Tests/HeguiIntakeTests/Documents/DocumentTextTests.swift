import Testing

@testable import HeguiSheets

@Suite("The text of documents")
struct DocumentTextTests {
    private typealias D = DocumentBytes

    private func text(_ paragraphs: String) -> String? { cell(paragraphs)?.text }

    /// The first cell of a table whose first cell holds these paragraphs.
    private func cell(_ paragraphs: String) -> RawCell? {
        let body = D.table([
            D.row([D.cell(paragraphs: paragraphs), D.cell("尾")]),
            D.row([D.cell("甲"), D.cell("乙")]),
        ])
        return D(body).sheets.first?.rows.first?.cell(column: 1)
    }

    private static let texts: [(String, String?)] = [
        (D.p(D.r("甲") + D.r("乙")), "甲乙"),
        (D.line("甲") + D.line("乙"), "甲\n乙"),
        (D.p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>"), "甲\n乙\n丙"),
        (D.p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"), "甲  乙"),
        (D.p(D.r("甲"), "<w:tabs><w:tab w:val=\"left\"/></w:tabs>"), "甲"),
        (D.p("<w:r><w:t>0571</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>"), "0571-1"),
        (D.p("<w:ins w:id=\"1\">" + D.r("新") + "</w:ins>"), "新"),
        (D.p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + D.r("新")), "新"),
        (
            D.p("<w:moveFrom>" + D.r("旧") + "</w:moveFrom><w:moveTo>" + D.r("新") + "</w:moveTo>"),
            "新"
        ),
        (D.p(D.r("甲"), "<w:rPr><w:del/></w:rPr>") + D.line("乙"), "甲乙"),
        (
            D.p(
                "<w:smartTag>" + D.r("一月") + "</w:smartTag><w:hyperlink>" + D.r("甲")
                    + "</w:hyperlink>"), "一月甲"
        ),
        (D.p(D.r("隐", "<w:vanish/>") + D.r("甲", "<w:vanish w:val=\"0\"/>")), "甲"),
        (D.p(D.r("甲"), "<w:rPr><w:vanish/></w:rPr>"), "甲"),
        (
            D.p(
                "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"
            ), "甲"
        ),
        (
            D.p(
                "<w:r><w:ruby><w:rt>" + D.r("yīng") + "</w:rt><w:rubyBase>" + D.r("应")
                    + "</w:rubyBase></w:ruby></w:r>"), "应"
        ),
        (D.p(D.r("甲") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), "甲"),
        (
            D.p(
                "<mc:AlternateContent><mc:Choice>" + D.r("甲") + "</mc:Choice><mc:Choice>"
                    + D.r("乙") + "</mc:Choice><mc:Fallback>" + D.r("甲")
                    + "</mc:Fallback></mc:AlternateContent>"), "甲"
        ),
        (
            D.p(
                "<mc:AlternateContent><mc:Fallback>" + D.r("甲")
                    + "</mc:Fallback></mc:AlternateContent>"), "甲"
        ),
        (D.p("<m:oMath><m:r><m:t>3</m:t></m:r></m:oMath>"), "3"),
        (D.line("甲") + D.line("") + D.line(" "), "甲"),
        (
            D.p(
                "<w:r><w:pict><v:textbox><w:txbxContent>" + D.line("框")
                    + "</w:txbxContent></v:textbox></w:pict></w:r>" + D.r("甲")), "框\n甲"
        ),
        (D.line("单击或点击此处输入文字。"), nil),
    ]

    @Test("a cell holds the text that is shown", arguments: texts)
    func shown(paragraphs: String, expected: String?) {
        #expect(text(paragraphs) == expected)
    }

    // MARK: - Boxes, fields and controls

    private static func symbol(_ font: String, _ code: String) -> String {
        D.p("<w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r>" + D.r("是"))
    }

    private static let boxes: [(String, String?)] = [
        (symbol("Wingdings 2", "F052"), "☑是"), (symbol("Wingdings 2", "0052"), "☑是"),
        (symbol("Wingdings 2", "F0A3"), "□是"), (symbol("Wingdings", "F0FE"), "☑是"),
        (symbol("Wingdings", "F0A8"), "□是"), (symbol("Wingdings", "F06F"), "□是"),
        (symbol("Wingdings", "F0FC"), "✓是"), (symbol("Webdings", "F061"), "✓是"),
        (symbol("Symbol", "F0D6"), "√是"), (symbol("MS Gothic", "2611"), "☑是"),
        (symbol("Wingdings", "F052"), "☼是"), (symbol("Wingdings 3", "F070"), "\u{F070}是"),
        (
            D.p(D.r("R", "<w:rFonts w:ascii=\"Wingdings 2\" w:hAnsi=\"Wingdings 2\"/>") + D.r("是")),
            "☑是"
        ),
        (
            D.p(
                D.control("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", D.r("☐"))
                    + D.r("是")), "☑是"
        ),
        (
            D.p(
                D.control("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", D.r("☒"))
                    + D.r("是")), "□是"
        ),
        (D.p(D.control("<w14:checkbox/>", D.r("☒")) + D.r("是")), "□是"),
        (
            D.p(
                D.control("<w14:checkbox><w14:checked w14:val=\"true\"/></w14:checkbox>", "")
                    + D.r("是")), "☑是"
        ),
        (
            D.p(
                D.field(
                    "<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "FORMCHECKBOX")
                    + D.r("是")), "☑是"
        ),
        (
            D.p(
                D.field("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "FORMCHECKBOX")
                    + D.r("是")), "☑是"
        ),
        (
            D.p(
                D.field(
                    "<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>",
                    "FORMCHECKBOX", shows: "☒") + D.r("是")),
            "□是"
        ),
        (
            D.p(
                D.field(
                    "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"好\"/><w:listEntry w:val=\"较好\"/></w:ddList>",
                    "FORMDROPDOWN")),
            "较好"
        ),
        (
            D.p(
                D.field(
                    "<w:ddList><w:listEntry w:val=\"请选择\"/><w:listEntry w:val=\"好\"/></w:ddList>",
                    "FORMDROPDOWN")), nil
        ),
        (D.p(D.field("<w:textInput/>", "FORMTEXT", shows: "应望舒")), "应望舒"),
        (D.p(D.field("<w:textInput/>", "FORMTEXT", shows: "\u{2002}\u{2002}\u{2002}")), nil),
        (D.p(D.field("", "eq \\o\\ac(□,√)") + D.r("是")), "☑是"),
        (D.p(D.field("", "eq \\o\\ac(○,1)")), "1"),
        (D.p(D.control("<w:showingPlcHdr/><w:text/>", D.r("单击此处输入文字。"))), nil),
        (D.p(D.control("<w:text/>", D.r("应望舒"))), "应望舒"),
        (
            D.p(
                D.control("<w:dropDownList><w:listItem w:value=\"好\"/></w:dropDownList>", D.r("好"))),
            "好"
        ),
        (D.control("<w:text/>", D.line("甲") + D.line("乙")), "甲\n乙"),
        // A field that nobody closed hides no more than its paragraph.
        (D.p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>") + D.line("甲"), "甲"),
    ]

    @Test("boxes, form fields and content controls say what they hold", arguments: boxes)
    func boxed(paragraphs: String, expected: String?) {
        #expect(text(paragraphs) == expected)
    }

    @Test(
        "a date control is a day as far as its format shows it",
        arguments: [
            ("yyyy/M/d", "2013/1/4", "2013-01-04", true), ("M月d日", "1月4日", "2013-01-04", false),
            ("yyyy年M月", "2013年1月", "2013-01", true), ("d/M/yy", "4/1/13", "2013-01-04", true),
        ])
    func dates(format: String, shown: String, expected: String, hasYear: Bool) {
        let control = D.control(
            "<w:date w:fullDate=\"2013-01-04T00:00:00Z\"><w:dateFormat w:val=\"\(format)\"/></w:date>",
            D.r(shown))
        let cell = cell(D.p(control))
        #expect(cell?.kind == .date)
        #expect(cell?.text == expected)
        #expect(cell?.isYearShown == hasYear)
        // The control may stand around the cell.
        let around = control.replacing("<w:r>", with: "<w:tc><w:p><w:r>")
            .replacing("</w:r>", with: "</w:r></w:p></w:tc>")
        let row = D(D.table([D.row([around, D.cell(shown)]), D.row([D.cell("甲"), D.cell("乙")])]))
        #expect(row.sheets.first?.rows.first?.cells.map(\.kind) == [.date, .text])
        // What somebody typed over the day that was picked counts as it stands.
        let typed = control.replacing(">\(shown)<", with: ">2013年2月28日<")
        #expect(text(D.p(typed)) == "2013年2月28日")
        #expect(text(D.p(D.r("于") + control)) == "于" + shown)
    }
}
