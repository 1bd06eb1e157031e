import HeguiCalendar
import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Workbooks")
struct WorkbookReaderTests {
    private func cells(_ workbook: WorkbookBytes) -> [RawCell] {
        read(workbook.bytes).sheets.first?.rows.first?.cells ?? []
    }

    @Test("shared strings join their runs and leave out how they are read aloud")
    func sharedStrings() {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' t='s'><v>1</v></c></row>")
        workbook.strings = [
            "<si><t>x</t></si>",
            "<si><r><t>张</t></r><r><rPr/><t xml:space='preserve"
                + "'> 三_x000D_</t></r><rPh sb='0' eb='1'><t>ZHANG</t></rPh></si>",
        ]
        #expect(cells(workbook).map(\.text) == ["张 三\n"])
    }

    @Test("inline strings, results of formulas, booleans and errors keep their kind")
    func kinds() {
        let workbook = WorkbookBytes(
            rows: """
                <row r='1'><c r='A1' t='inlineStr'><is><t>甲</t><rPh><t>jia</t></rPh></is></c>
                <c r='B1' t='str'><f>A1</f><v>甲</v></c><c r='C1' t='b'><v>1</v></c>
                <c r='D1' t='e'><v>#N/A</v></c><c r='E1'><f>1+1</f><v>2</v></c>
                <c r='F1' t='str'><f>""</f><v></v></c><c r='G1' s='0'/></row>
                """
        )
        let found = cells(workbook)
        #expect(found.map(\.text) == ["甲", "甲", "TRUE", "#N/A", "2"])
        #expect(found.map(\.kind) == [.text, .text, .bool, .error, .number])
        #expect(found.map(\.isFormula) == [false, true, false, false, true])
    }

    @Test("a formula without a saved result is no empty cell, and is reported once a sheet")
    func uncomputed() {
        let rows = "<row r='3'><c r='B3'><f>A1</f></c><c r='C3'><f>A1</f><v/></c></row>"
        let drop = read(WorkbookBytes(rows: rows).bytes, name: "w.xlsx")
        #expect(drop.codes == ["I0208"])
        let address = CellAddress(file: "w.xlsx", sheet: "Sheet1", row: 3, column: 2)
        #expect(drop.diagnostics.first?.location == .cell(address))
        #expect(drop.sheets.first?.rows.first?.cells.map(\.kind) == [.uncomputed, .uncomputed])
    }

    @Test(
        "numbers keep their exact digits",
        arguments: [
            ("19900000003", "19900000003"), ("1.9900000003E10", "19900000003"),
            ("3.30106198001011E+17", "330106198001011000"), ("2013.1", "2013.1"),
            ("0.30000000000000004", "0.30000000000000004"), ("-0.50", "-0.5"), ("1E-3", "0.001"),
            ("007", "7"),
        ]
    )
    func numbers(written: String, text: String) {
        let workbook = WorkbookBytes(rows: "<row r='1'><c r='A1'><v>\(written)</v></c></row>")
        #expect(cells(workbook).first?.text == text)
        #expect(cells(workbook).first?.kind == .number)
    }

    @Test(
        "a serial number is a date where its format shows one, as far as it shows it",
        arguments: [
            ("yyyy/m/d", "41278", "2013-01-04", true),
            ("yyyy\"年\"m\"月\"d\"日\"", "41278", "2013-01-04", true),
            ("yyyy\"年\"m\"月\"d\"日\";@", "41278", "2013-01-04", true),
            ("[$-804]yyyy\\年m\\月d\\日;@", "41278", "2013-01-04", true),
            ("yyyy\"年\"m\"月\"", "41278", "2013-01", true),
            ("yyyy-mm", "41278", "2013-01", true),
            ("m\"月\"d\"日\"", "41278", "2013-01-04", false),
            ("yyyy-mm-dd hh:mm:ss", "41278.354166666664", "2013-01-04 08:30:00", true),
            ("yyyy-mm-dd hh:mm", "41278.99999999999", "2013-01-05 00:00:00", true),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "41278", "2013-01-04", true),
            ("d-mmm-yy", "41278", "2013-01-04", true),
        ]
    )
    func dateFormats(code: String, serial: String, text: String, isYearShown: Bool) {
        var workbook = WorkbookBytes(
            rows: "<row r='1'><c r='A1' s='1'><v>\(serial)</v></c></row>"
        )
        workbook.formats = [code]
        #expect(cells(workbook).first?.kind == .date)
        #expect(cells(workbook).first?.text == text)
        #expect(cells(workbook).first?.date == range(String(text.prefix(10))))
        #expect(cells(workbook).first?.isYearShown == isYearShown)
    }

    @Test(
        "other formats leave a number a number",
        arguments: [
            "General", "G/通用格式", "0.00E+00", "#,##0", "0\"年\"", "h:mm", "[h]:mm", "mm:ss", "@",
            "_ * #,##0.00_ ", "0%", "[Red]0.00;[Blue]0.00", "dddd",
        ]
    )
    func otherFormats(code: String) {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' s='1'><v>41278</v></c></row>")
        workbook.formats = [code]
        #expect(cells(workbook).first?.kind == .number)
    }

    @Test(
        "built-in formats, those of Chinese Excel among them, are known by their number",
        arguments: [
            (14, "2013-01-04"), (22, "2013-01-04 00:00:00"), (27, "2013-01"), (31, "2013-01-04"),
            (57, "2013-01"), (58, "2013-01-04"), (17, "2013-01"), (20, nil), (2, nil),
        ] as [(Int, String?)]
    )
    func builtInFormats(id: Int, text: String?) {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' s='1'><v>41278</v></c></row>")
        workbook.builtInFormats = [id]
        #expect(cells(workbook).first?.kind == (text == nil ? .number : .date))
        #expect(cells(workbook).first?.text == text ?? "41278")
    }

    @Test(
        "both date systems count as Excel does, with the leap day of 1900 that never was",
        arguments: [
            (false, "1", "1900-01-01"), (false, "59", "1900-02-28"), (false, "60", nil),
            (false, "61", "1900-03-01"), (false, "2958465", "9999-12-31"), (false, "2958466", nil),
            (false, "0", nil), (false, "-1", nil), (true, "0", "1904-01-01"),
            (true, "39816", "2013-01-04"),
        ] as [(Bool, String, String?)]
    )
    func dateSystems(isDated1904: Bool, serial: String, text: String?) {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' s='1'><v>\(serial)</v></c></row>")
        workbook.formats = ["yyyy-mm-dd"]
        workbook.isDated1904 = isDated1904
        let drop = read(workbook.bytes)
        #expect(drop.codes == (text == nil ? ["I0213"] : []))
        #expect(drop.grid.first?.first == text ?? serial)
    }

    @Test("dates of strict workbooks are read from their ISO form")
    func isoDates() {
        let rows = "<row r='1'><c r='A1' t='d'><v>2013-01-04T08:30:00</v></c></row>"
        var workbook = WorkbookBytes(rows: rows)
        workbook.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        workbook.relationshipBase = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        #expect(cells(workbook).first?.date == range("2013-01-04"))
    }

    @Test("sheets come in order with their names; hidden ones are read and reported")
    func sheetStates() {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
        let xml = WorkbookBytes.sheetXML("<row r='1'><c r='A1'><v>2</v></c></row>")
        workbook.sheets += [("明细", "hidden", xml), ("底稿", "veryHidden", xml)]
        let drop = read(workbook.bytes)
        #expect(drop.sheets.map(\.name) == ["Sheet1", "明细", "底稿"])
        #expect(drop.sheets.map(\.state) == [.visible, .hidden, .veryHidden])
        #expect(drop.codes == ["I0209", "I0209"])
    }

    @Test("hidden rows are read and reported")
    func hiddenRows() {
        let rows =
            "<row r='1'><c r='A1'><v>1</v></c></row>"
            + "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
        let drop = read(WorkbookBytes(rows: rows).bytes)
        #expect(drop.sheets.first?.rows.map(\.isHidden) == [false, true])
        #expect(drop.codes == ["I0210"])
    }

    @Test("a merged block shows its first cell wherever it covers")
    func mergedCells() throws {
        let rows =
            "<row r='1'><c r='A1' t='inlineStr'><is><t>题</t></is></c><c r='B1'/></row>"
            + "<row r='2'><c r='D2'><v>7</v></c></row>"
        let merges = "<mergeCells><mergeCell ref='A1:C2'/><mergeCell ref='D2:D9'/></mergeCells>"
        let drop = read(WorkbookBytes(rows: rows, after: merges).bytes)
        let sheet = try #require(drop.sheets.first)
        #expect(sheet.shownCell(row: 2, column: 3)?.text == "题")
        #expect(sheet.shownCell(row: 9, column: 4)?.text == "7")
        #expect(sheet.cell(row: 9, column: 4) == nil)
        #expect(sheet.shownCell(row: 10, column: 4) == nil)
        #expect(sheet.merged.ranges.count == 2)
    }

    @Test("rows and cells without addresses follow each other; a wrong dimension does no harm")
    func missingAddresses() {
        let rows =
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c></row>"
        var workbook = WorkbookBytes(rows: "")
        workbook.sheets[0].xml = "<dimension ref='A1:A1'/>" + WorkbookBytes.sheetXML(rows)
        let drop = read(workbook.bytes)
        #expect(drop.sheets.first?.rows.map(\.number) == [1, 5])
        #expect(drop.grid == [["1", "2"], [nil, nil, "3"]])
    }

    @Test(
        "targets may be written from the root, relatively or with backslashes",
        arguments: ["worksheets/", "/xl/worksheets/", "../xl/worksheets/", "./worksheets\\"]
    )
    func targets(prefix: String) {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
        workbook.targetPrefix = prefix
        #expect(read(workbook.bytes).grid == [["1"]])
    }

    @Test("a workbook without shared strings or styles is read")
    func missingOptionalParts() {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' s='4'><v>1</v></c></row>")
        workbook.leavesOut = ["xl/styles.xml", "_rels/.rels"]
        #expect(read(workbook.bytes).grid == [["1"]])
    }
}
