import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("XML spreadsheets of Excel 2003")
struct SpreadsheetXMLTests {
    private func workbook(
        _ table: String, styles: String = "", options: String = "", before: String = "",
        encoding: String = ""
    ) -> String {
        "<?xml version=\"1.0\"\(encoding)?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + "\(before)<Styles><Style ss:ID=\"Default\"/>\(styles)</Styles>"
            + "<Worksheet ss:Name=\"甲\"><Table>\(table)</Table><WorksheetOptions>\(options)</WorksheetOptions></Worksheet></Workbook>"
    }

    private func cells(_ cells: String, styles: String = "") -> [RawCell] {
        read(workbook("<Row>\(cells)</Row>", styles: styles), name: "a.xml").sheets.first?.rows
            .first?.cells ?? []
    }

    @Test(
        "cells have the kind that their data says",
        arguments: [
            ("", "Number", "19900000003", RawCell.Kind.number, "19900000003"),
            ("", "Number", "2013.0999999999999", .number, "2013.0999999999999"),
            ("", "String", "0013", .text, "0013"), ("", "Boolean", "1", .bool, "TRUE"),
            ("", "Error", "#N/A", .error, "#N/A"), ("", "Number", "x", .error, ""),
            ("", "DateTime", "2013-01-04T00:00:00.000", .date, "2013-01-04"),
            ("Short Date", "DateTime", "2013-01-04T00:00:00.000", .date, "2013-01-04"),
            (
                "m&quot;月&quot;d&quot;日&quot;", "DateTime", "2013-01-04T00:00:00.000", .date,
                "2013-01-04"
            ),
            ("yyyy\\-mm", "DateTime", "2013-01-04T00:00:00.000", .date, "2013-01"),
            ("General Date", "DateTime", "2013-01-04T08:30:00.000", .date, "2013-01-04 08:30:00"),
            ("Short Time", "DateTime", "1899-12-31T08:30:00.000", .number, "0.354166666666667"),
            ("[h]:mm", "DateTime", "1900-01-01T12:00:00.000", .number, "1.5"),
            ("yyyy-mm-dd", "Number", "41278", .date, "2013-01-04"),
            ("Fixed", "Number", "41278", .number, "41278"),
        ]
    )
    func kinds(format: String, type: String, data: String, kind: RawCell.Kind, text: String) {
        let styles =
            "<Style ss:ID='s1'><NumberFormat ss:Format='\(format)'/></Style><Style ss:ID='s2' ss:Parent='s1'/>"
        let style = format.isEmpty ? "" : "ss:StyleID='s2'"
        let found = cells(
            "<Cell \(style)><Data ss:Type='\(type)'>\(data)</Data></Cell>", styles: styles)
        #expect(found.map(\.kind) == [kind])
        #expect(found.map(\.text) == [text])
        if kind == .date { #expect(found.map(\.isYearShown) == [!format.hasPrefix("m")]) }
    }

    @Test("rows and cells find their places by index, span and merging; comments are no text")
    func places() {
        let data = "<Data ss:Type='String'>%</Data>"
        let table =
            "<Column ss:Span='2'/><Row ss:Index='2'><Cell ss:MergeAcross='1' ss:MergeDown='1'>\(data)</Cell><Cell>\(data)"
            + "<Comment><ss:Data>批注</ss:Data></Comment><PhoneticText>yin</PhoneticText></Cell></Row>"
            + "<Row ss:Span='3' ss:Hidden='1'><Cell ss:Index='5'><ss:Data ss:Type='String'><B>粗</B>体&#10;行</ss:Data></Cell></Row><Row><Cell>\(data)</Cell></Row>"
        let drop = read(
            workbook(table, options: "<Visible>SheetVeryHidden</Visible>"), name: "a.xml")
        let sheet = drop.sheets.first
        #expect(sheet?.rows.map(\.number) == [2, 3, 7])
        #expect(sheet?.rows.map { $0.cells.map(\.column) } == [[1, 3], [5], [1]])
        #expect(sheet?.cell(row: 2, column: 3)?.text == "%")
        #expect(sheet?.cell(row: 3, column: 5)?.text == "粗体\n行")
        #expect(
            sheet?.merged.ranges == [
                MergedRange(firstRow: 2, firstColumn: 1, lastRow: 3, lastColumn: 2)
            ])
        #expect(sheet?.state == .veryHidden)
        #expect(drop.codes == ["I0209", "I0210"])
    }

    @Test("the style of a row or column counts where a cell has none")
    func inherited() {
        let styles = "<Style ss:ID='d'><NumberFormat ss:Format='yyyy-mm-dd'/></Style>"
        let number = "<Data ss:Type='Number'>41278</Data>"
        let table =
            "<Column/><Column ss:StyleID='d'/><Row><Cell>\(number)</Cell><Cell>\(number)</Cell></Row>"
            + "<Row ss:StyleID='d'><Cell>\(number)</Cell></Row>"
        let sheet = read(workbook(table, styles: styles)).sheets.first
        #expect(sheet?.rows.map { $0.cells.map(\.kind) } == [[.number, .date], [.date]])
    }

    @Test("a formula without data has no result; one with an empty text has")
    func formulas() {
        let found = cells(
            "<Cell ss:Formula='=A1'/><Cell ss:Formula='=&quot;&quot;'><Data ss:Type='String'></Data></Cell>"
        )
        #expect(found.map(\.kind) == [.uncomputed])
    }

    @Test("the text is in the encoding that the file says, or in the one that its bytes are")
    func encodings() throws {
        let text = workbook(
            "<Row><Cell><Data ss:Type='String'>联通</Data></Cell></Row>",
            encoding: " encoding='gb2312'")
        #expect(
            read(text.nationalBytes, name: "a.xls").sheets.first?.rows.first?.cells.map(\.text) == [
                "联通"
            ])
        #expect(read(text, name: "a.xls").sheets.first?.rows.first?.cells.map(\.text) == ["联通"])
    }

    @Test(
        "what is misplaced, too deep, ours or has a document type is refused",
        arguments: [
            ("<Row ss:Index='5'><Cell ss:Index='1'/></Row><Row ss:Index='5'/>", "I0212"),
            ("<Row><Cell ss:Index='0'><Data>x</Data></Cell></Row>", "I0212"),
            (
                "<Row><Cell ss:Index='2'><Data>x</Data></Cell><Cell ss:Index='2'><Data>x</Data></Cell></Row>",
                "I0212"
            ),
            ("<Row ss:Index='9999999'><Cell><Data>x</Data></Cell></Row>", "I0212"),
            ("<Row>", "I0204"),
        ]
    )
    func broken(table: String, code: String) {
        #expect(read(workbook(table), name: "a.xml").codes == [code])
    }

    @Test("a copy or report of ours is no material, and a hint says what a file named .xls is")
    func own() {
        let row = "<Row><Cell><Data ss:Type='String'>x</Data></Cell></Row>"
        let own =
            "<CustomDocumentProperties><hegui.report dt:dt='string' xmlns:dt='d'>review</hegui.report></CustomDocumentProperties>"
        #expect(read(workbook(row, before: own), name: "a.xml").codes == ["I0021"])
        let drop = read(workbook(row), name: "a.xls")
        #expect(drop.codes == ["I0017"])
        #expect(drop.files.first?.outcome == .read(.spreadsheetXML))
    }
}
