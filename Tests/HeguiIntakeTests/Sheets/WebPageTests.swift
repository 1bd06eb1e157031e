import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Web pages with tables")
struct WebPageTests {
    private func grid(_ page: String) -> [[String?]] { read(page, name: "f").grid }

    private func cells(_ row: String, head: String = "") -> [RawCell] {
        read("<html>\(head)<table><tr>\(row)</tr></table></html>", name: "f")
            .sheets.first?.rows.first?.cells ?? []
    }

    @Test(
        "text is read as browsers show it",
        arguments: [
            ("甲&nbsp;&nbsp;", "甲"), ("&nbsp;", nil), ("  甲\n   乙 ", "甲 乙"),
            ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
            ("<p>甲</p><p>乙</p>", "甲\n乙"), ("<div>甲<div>乙</div></div>丙", "甲\n乙\n丙"),
            ("&lt;甲&#20013;&amp;&#x4E2D;&gt;", "<甲中&中>"),
            ("甲&bogus;乙&", "甲&bogus;乙&"), ("<b>甲</b><i>乙</i>", "甲乙"),
            ("甲<script>x<y</script><style>.a{}</style>乙", "甲乙"),
            ("<span style='display:none'>20130104</span>2013-1-4", "2013-1-4"),
            ("<!-- 注 -->甲", "甲"),
            ("<input type=text value=甲><input type=hidden value=乙>", "甲"),
            ("<input type=checkbox checked>助老<input type=checkbox>助残", "☑助老□助残"),
            ("<select><option>甲<option selected>乙</select>", "乙"), ("<textarea>甲</textarea>", "甲"),
            ("<a href='x'>甲</a>", "甲"),
            ("<a class='comment-indicator'></a><comment>批注</comment>甲", "甲"),
            ("<![if !vml]>甲<![endif]>", "甲"),
            ("<ul><li>甲<li>乙</ul>", "甲\n乙"), ("<table><tr><td>甲<td>乙</table>", "甲 乙"),
            ("<table><tr><td>甲<tr><td>乙</table>", "甲\n乙"),
        ] as [(String, String?)]
    )
    func texts(written: String, text: String?) {
        #expect(cells("<td>\(written)</td>").map(\.text) == [text].compactMap(\.self))
    }

    @Test(
        "cells keep the values that office programs write beside their text",
        arguments: [
            ("x:num", "1990", RawCell.Kind.number, "1990"),
            ("x:num=\"19900000003\"", "1.99E+10", .number, "19900000003"),
            (
                "x:num='41278' style='mso-number-format:\"Short Date\"'", "2013-1-4", .date,
                "2013-01-04"
            ),
            ("x:num='41278' class=xl24", "1月4日", .date, "2013-01-04"),
            ("x:num='41278' class='a XL25'", "2013年1月", .date, "2013-01"),
            ("x:str", "0013", .text, "0013"), ("x:str='0013 '", "0013", .text, "0013 "),
            ("x:bool='TRUE'", "TRUE", .bool, "TRUE"), ("x:err='#N/A'", "#N/A", .error, "#N/A"),
            ("sdval='41300' sdnum='1033;0;M/D/YYYY'", "1/26/2013", .date, "2013-01-26"),
            ("sdval=\"2010.1\" sdnum=\"1033;\"", "2010.1", .number, "2010.1"),
            ("sdval='1' sdnum='1033;0;BOOLEAN'", "TRUE", .bool, "TRUE"),
            ("sdval='0' sdnum='1033;'", "#N/A", .error, "#N/A"),
            ("sdnum='1033;0;@'", "0013", .text, "0013"),
            (
                "style=\"vnd.ms-excel.numberformat:@\"", "330106198001011234", .text,
                "330106198001011234"
            ), ("", "2013-01-04", .text, "2013-01-04"), ("x:num='x'", "甲", .text, "甲"),
        ]
    )
    func values(attributes: String, shown: String, kind: RawCell.Kind, text: String) {
        let head =
            "<style><!-- td {color:red} .xl24 {mso-style-parent:style0; mso-number-format:\"m\\0022月\\0022d\\0022日\\0022\\;\\@\";}\n"
            + ".xl25, td.b\n\t{mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\"} --></style>"
        let found = cells("<td \(attributes)>\(shown)</td>", head: head)
        #expect(found.map(\.kind) == [kind])
        #expect(found.map(\.text) == [text])
        if kind == .date { #expect(found.map(\.isYearShown) == [!attributes.contains("xl24")]) }
    }

    @Test(
        "the text beside the number of a day says from when it counts",
        arguments: [
            ("M/D/YYYY", "39831", "1/19/2013", "2013-01-19", true),
            ("M/D/YYYY", "39831", "1/18/2009", "2009-01-18", false),
            ("D-MMM-YY", "39831", "19-Jan-13", "2013-01-19", true),
            ("M/D/YY", "39821", "1/9/13", "2013-01-09", true),
            ("M月D日", "39831", "1月19日", "2013-01-19", true),
            ("YYYY-MM-DD", "39831", "###", "2009-01-18", false),
        ]
    )
    func dates1904(format: String, number: String, shown: String, day: String, isDated1904: Bool) {
        let cell = "<td sdval=\"\(number)\" sdnum=\"1033;0;\(format)\">\(shown)</td>"
        let sheet = read("<html><table><tr>\(cell)</tr></table></html>", name: "f").sheets.first
        #expect(sheet?.rows.first?.cells.map(\.text) == [day])
        #expect(sheet?.isDated1904 == isDated1904)
    }

    @Test("a number in a date format that is no day is said")
    func outOfRange() {
        let page =
            "<table><tr><td x:num='-1' style='mso-number-format:\"Short Date\"'>#</td></tr></table>"
        #expect(read(page, name: "f").codes == ["I0213"])
    }

    @Test("cells find their places around those that reach over several rows and columns")
    func spans() {
        let page =
            "<table><tr><th rowspan=2>甲<th colspan='2'>乙<th rowspan=3>丙</tr><tr><td>1<td>2</tr><tr><td>3<td colspan=2>4</table>"
        let sheet = read(page, name: "f").sheets.first
        #expect(sheet?.rows.map { $0.cells.map(\.column) } == [[1, 2, 4], [2, 3], [1, 2]])
        #expect(
            sheet?.merged.ranges == [
                MergedRange(firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 1),
                MergedRange(firstRow: 1, firstColumn: 2, lastRow: 1, lastColumn: 3),
                MergedRange(firstRow: 1, firstColumn: 4, lastRow: 3, lastColumn: 4),
                MergedRange(firstRow: 3, firstColumn: 2, lastRow: 3, lastColumn: 3),
            ])
    }

    @Test(
        "tables are read however carelessly they are written",
        arguments: [
            "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
            "<TABLE><TBODY><TR><TD>a</TD><TD>b</TD></TR><TR><TD>c</TD><TD>d</TD></TR></TBODY></TABLE>",
            "<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>",
            "<table><td>a<td>b<tr><td>c<td>d</table></html>",
            "<table><tr><td><font><b>a<td>b</font><tr><td>c<td>d",
            "\n\n<meta charset=utf-8><table border=1><tr><td>a</td><td>b</td></tr><form><tr><td>c</td><td>d</td></form></tr></table>",
        ]
    )
    func careless(page: String) {
        let sheet = read(page + (page.hasSuffix("d") ? "</html>" : ""), name: "f").sheets.first
        #expect(sheet?.rows.map { $0.cells.map(\.text) } == [["a", "b"], ["c", "d"]])
    }

    @Test(
        "each table is a sheet of its own, tables in cells too; what only sets out the page is none"
    )
    func tables() {
        let inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
        let drop = read(
            "<html><table><tr><td>\(inner)<td></table>\(inner)<table><tr><td></table></html>",
            name: "f")
        #expect(drop.sheets.map(\.name) == ["表1", "表2"])
        #expect(
            drop.sheets.map { $0.rows.flatMap(\.cells).map(\.text) } == [
                ["a", "b", "c", "d"], ["a", "b", "c", "d"],
            ])
    }

    @Test(
        "lines above and below a table are its rows, as spreadsheet programs show them; links are none"
    )
    func outside() {
        let page =
            "<html><head><title>题</title></head><body><a href='x'>首页</a><h2>汇总表</h2><p>填报单位：<b>区甲局</b></p><table><caption>附件3</caption><tr><td>a<td>b</table><p>审核人：</p></body></html>"
        #expect(grid(page) == [["汇总表"], ["填报单位：区甲局"], ["附件3"], ["a", "b"], ["审核人："]])
    }

    @Test("LibreOffice's headings name the sheets, and its list of them is left out")
    func libreOffice() {
        let page =
            "<html><head><meta name=generator content='LibreOffice 7.4'></head><body><h1>Overview</h1><A HREF='#table0'>区甲局</A><br><A NAME='table0'><h1>Sheet 1: <em>区甲局</em></h1></A><table><tr><td>a<td>b</table></body></html>"
        let drop = read(page, name: "f")
        #expect(drop.sheets.map(\.name) == ["区甲局"])
        #expect(drop.grid == [["a", "b"]])
    }

    @Test("Excel's note of its sheets names them and hides them")
    func excel() {
        let page =
            "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>名单</x:Name>"
            + "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>"
            + "<body><table><tr><td>a<td>b</tr><![if supportMisalignedColumns]><tr style='display:none'><td></td></tr><![endif]></table></body></html>"
        let drop = read(page, name: "f")
        #expect(drop.sheets.map(\.name) == ["名单"])
        #expect(drop.codes == ["I0209"])
    }

    @Test("hidden rows and tables are read and said")
    func hidden() {
        let page =
            "<html><style>.h {display:none}</style><table><tr><td>a<td>b<tr class=h><td>c<tbody style='display: none'><tr><td>d</tbody><tr><td>e</table><div class=h><table><tr><td>f<td>g</table></div></html>"
        let drop = read(page, name: "f")
        #expect(drop.codes == ["I0210", "I0209"])
        #expect(drop.sheets.first?.rows.map(\.isHidden) == [false, true, true, false])
        #expect(drop.sheets.map(\.state) == [.visible, .hidden])
        #expect(drop.sheets.last?.rows.flatMap(\.cells).map(\.text) == ["f", "g"])
    }

    @Test("the page is in the encoding that it says, or in the one that its bytes are")
    func encodings() {
        let page =
            "<html><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><table><tr><td>联通</td></tr></table></html>"
        let expected = [["联通"]]
        #expect(read(page.nationalBytes, name: "f").grid == expected)
        #expect(read(page, name: "f").grid == expected)
        #expect(read("\u{FEFF}" + page, name: "f").grid == expected)
        let wide = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(read([0xFF, 0xFE] + wide, name: "f").grid == expected)
        #expect(read(wide, name: "f").grid == expected)
        let big = page.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(read(big, name: "f").grid == expected)
        let unsaid = page.replacing("charset=gb2312", with: "")
        #expect(
            read(unsaid.replacing("联通", with: "西湖区司法局").nationalBytes, name: "f").grid == [
                ["西湖区司法局"]
            ])
    }

    @Test("one hint says what a file with another name is")
    func names() {
        let page = "<html><table><tr><td>a<td>b</table></html>"
        for name in ["a.xls", "a.xlsx", "a.csv", "a.et"] {
            #expect(read(page, name: name).codes == ["I0017"])
        }
        for name in ["a.html", "a.htm", "a"] { #expect(read(page, name: name).codes == []) }
        #expect(read(page, name: "a.xls").files.first?.outcome == .read(.webPage))
    }

    @Test(
        "a page without a table, with frames only, of ours or cut says so",
        arguments: [
            ("<html><body><p>请登录</p></body></html>", ["I0008"]),
            ("<html><frameset><frame src='x.files/sheet001.htm'></frameset></html>", ["I0019"]),
            (
                "<html><meta name=\"generator\" content=\"hegui 1\"><table><tr><td>a</table></html>",
                ["I0021"]
            ),
            (
                "<html><meta name='hegui.report' content='review'><table><tr><td>a</table></html>",
                ["I0021"]
            ),
            ("<html><table><tr><td>a</td></tr><tr><td>b", ["I0018"]),
            ("<table><tr><td a=\"" + String(repeating: "x", count: 300_000), ["I0018"]),
            (
                "<table><tr><td " + (0..<300).map { "a\($0)" }.joined(separator: " ")
                    + ">x</table>", ["I0018"]
            ),
            (String(repeating: "<table><tr><td>", count: 1_000), ["I0206"]),
            ("<table><tr><td colspan=16384>a<td>b</table>", ["I0109"]),
        ]
    )
    func refused(page: String, codes: [String]) {
        #expect(read(page, name: "f").codes == codes)
    }

    @Test("rows that may follow a cut count as not read")
    func cut() {
        let sheet = read("<html><table><tr><td>a</td></tr><tr><td>b", name: "f").sheets.first
        #expect(sheet?.cutRows == 1)
        #expect(sheet?.rows.count == 2)
    }

    @Test("spans that cover more than a file may hold are refused in time")
    func bombs() {
        let row = "<tr>" + String(repeating: "<td rowspan=65534 colspan=1000>", count: 16)
        #expect(
            read("<table>" + row + String(repeating: "<tr><td>", count: 5_000), name: "f").codes
                == ["I0110"])
        var limits = IntakeLimits()
        limits.cells = 5_000
        var drop = Drop()
        let page = Array(
            ("<table>" + row.replacing("colspan=1000", with: "colspan=100")
                + String(repeating: "<tr><td>", count: 50)).utf8)
        _ = DropReader(limits: limits).read(page, name: "f", into: &drop)
        #expect(drop.codes == ["I0110"])
    }
}
