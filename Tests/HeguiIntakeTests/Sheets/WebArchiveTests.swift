import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Web archives")
struct WebArchiveTests {
    private static let page =
        "<html><table><tr><td class=3Da>=BC=D7</td><td x:num=3D\"41278\" class=3Dxl1>1=\r\n</td></tr></table></html>"
    private static let css = ".xl1 {mso-number-format:\"Short Date\"}"

    private func archive(
        _ parts: [String], head: String = "MIME-Version: 1.0\r\n", end: String = "--B--\r\n"
    ) -> String {
        head + "Content-Type: multipart/related;\r\n\tboundary=\"B\"\r\n\r\nvor\r\n"
            + parts.map { "--B\r\n" + $0 + "\r\n" }.joined() + end
    }

    private func part(
        _ name: String, _ body: String, type: String = "text/html; charset=\"gb2312\"",
        coding: String = "quoted-printable"
    ) -> String {
        "Content-Location: file:///C:/x/\(name)\r\nContent-Transfer-Encoding: \(coding)\r\nContent-Type: \(type)\r\n\r\n\(body)"
    }

    @Test("pages are decoded, with the style sheets beside them")
    func quotedPrintable() {
        let drop = read(
            archive([
                part("a.htm", Self.page),
                part("stylesheet.css", Self.css, type: "text/css", coding: "7bit"),
            ]), name: "a.mht")
        #expect(drop.codes == [])
        #expect(drop.grid == [["甲", "2013-01-04"]])
        #expect(drop.files.first?.outcome == .read(.webArchive))
    }

    @Test("base64 is decoded too, and archives within archives")
    func base64() {
        // <html><table><tr><td>a<td>b</table></html>
        let body = "PGh0bWw+PHRhYmxlPjx0cj48dGQ+YTx0ZD5iPC90YWJsZT48\r\nL2h0bWw+\r\n"
        let inner =
            "Content-Type: multipart/alternative; boundary=C\r\n\r\n--C\r\n"
            + part("a.htm", body, coding: "base64") + "\r\n--C--"
        #expect(read(archive([inner]), name: "a.mht").grid == [["a", "b"]])
    }

    @Test(
        "a workbook's list of sheets says which pages they are, in which order and by which names")
    func workbook() {
        let entries = ["二": "sheet002.htm", "一": "sheet001.htm"].sorted { $0.value > $1.value }
            .map {
                "<x:ExcelWorksheet><x:Name>\($0.key)</x:Name><x:WorksheetSource HRef='x.files/\($0.value)'/></x:ExcelWorksheet>"
            }.joined()
        let frames =
            "<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>\(entries)</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><frameset></frameset></html>"
        func page(_ text: String) -> String { "<html><table><tr><td>\(text)<td>x</table></html>" }
        let parts = [
            ("x.htm", frames), ("tabstrip.htm", page("标签")), ("sheet001.htm", page("1")),
            ("sheet002.htm", page("2")),
        ]
        let drop = read(
            archive(
                parts.map { part($0.0, $0.1, type: "text/html; charset=utf-8", coding: "8bit") }),
            name: "a.mht")
        #expect(drop.sheets.map(\.name) == ["二", "一"])
        #expect(drop.sheets.map { $0.rows.first?.cells.first?.text } == ["2", "1"])
    }

    @Test("what is no archive, holds no table, is cut or ours says so")
    func others() {
        #expect(read(archive([part("a.htm", "<p>x</p>")]), name: "a.mht").codes == ["I0008"])
        let mail = "Received: from x\r\nTo: a@b\r\nMIME-Version: 1.0\r\n"
        #expect(
            read(archive([part("a.htm", Self.page)], head: mail), name: "a.eml").codes == ["I0005"])
        #expect(
            read(archive([part("a.htm", String(Self.page.dropLast(30)))], end: ""), name: "a.mht")
                .codes == ["I0018"])
        let own =
            "<html><meta name=3D\"generator\" content=3D\"hegui 1\"><table><tr><td>a</table></html>"
        #expect(read(archive([part("a.htm", own)]), name: "a.mht").codes == ["I0021"])
        #expect(read(archive([part("a.htm", Self.page)]), name: "a.xls").codes == ["I0017"])
    }
}
