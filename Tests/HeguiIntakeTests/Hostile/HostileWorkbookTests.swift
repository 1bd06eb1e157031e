import HeguiCalendar
import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiSheets

@Suite("Workbooks that ask for much")
struct HostileWorkbookTests {
    private static let one = "<row r='1'><c r='A1'><v>1</v></c></row>"

    @Test(
        "a number beyond all bounds is one cell that cannot be read",
        arguments: [
            "1E-9223372036854775808", "1E9223372036854775807", "1e401", "-1E-401",
            "1E99999999999999999999", "1E", "E5", ".", "-", "+", "NaN", "INF", "1e+", "0x10",
        ])
    func exponents(text: String) {
        let drop = read(WorkbookBytes(rows: "<row r='1'><c r='A1'><v>\(text)</v></c></row>").bytes)
        #expect(drop.codes == ["I0214"])
        #expect(drop.sheets.first?.rows.first?.cells.map(\.kind) == [.error])
        #expect(ExactDecimal(text) == nil)
    }

    @Test(
        "a serial number that is no day is reported",
        arguments: [
            "9223372036854775807.99999999", "9223372036854775807", "9223372036854775808",
            "1E300", "2958465.999999", "-1", "1E-300", "99999999999",
        ])
    func serials(text: String) {
        var workbook = WorkbookBytes(
            rows: "<row r='1'><c r='A1' s='1'><v>\(text)</v></c></row>")
        workbook.formats = ["yyyy-mm-dd"]
        for isDated1904 in [false, true] {
            workbook.isDated1904 = isDated1904
            let drop = read(workbook.bytes)
            #expect(
                drop.codes == ["I0213"] || drop.sheets.first?.rows.first?.cells[0].kind == .date)
        }
    }

    @Test("a text that comes in thousands of pieces is as long as its pieces together")
    func pieces() {
        var text = CellText()
        for _ in 0..<16_383 { text.append("&甲", limit: 32_767) }
        #expect(!text.isTooLong && text.text.utf16.count == 32_766)
        text.append("𠀀", limit: 32_767)
        #expect(text.isTooLong)
        #expect(text.text.utf16.count == 32_766)
    }

    @Test(
        "an escape is four digits and nothing else",
        arguments: [
            ("_x0041_", "A"), ("_x000d_b", "\nb"), ("_x+041_", "_x+041_"), ("_x-041_", "_x-041_"),
            ("_x041_", "_x041_"), ("_xD800_", "_xD800_"), ("_x_x0042_", "_xB"), ("_x", "_x"),
        ])
    func escapes(text: String, expected: String) {
        var cell = CellText()
        cell.append(text, limit: 100)
        #expect(cell.unescaped == expected)
    }

    @Test("a format of thousands of digits behind its seconds is a day all the same")
    func format() {
        let long =
            String(repeating: "y", count: 20_000) + "s" + String(repeating: "0", count: 20_000)
        #expect(NumberFormat(code: long).showsYear)
        #expect(!NumberFormat(code: "0" + long).isDate)
    }

    @Test("more sheets than people make are refused with the file")
    func manySheets() {
        var workbook = WorkbookBytes(rows: Self.one)
        workbook.sheets += (1...256).map { ("S\($0)", "visible", WorkbookBytes.sheetXML(Self.one)) }
        let drop = read(workbook.bytes)
        #expect(drop.codes == ["I0401"])
        #expect(drop.files.first?.outcome == .rejected(code: "I0401"))
        workbook.sheets.removeLast()
        #expect(read(workbook.bytes).sheets.count == 256)
    }

    @Test("more merged blocks than people make, over all sheets, are refused with the file")
    func manyBlocks() {
        let blocks = (1...3).map { "<mergeCell ref='A\($0):B\($0)'/>" }.joined()
        let xml = WorkbookBytes.sheetXML(Self.one, after: "<mergeCells>\(blocks)</mergeCells>")
        var workbook = WorkbookBytes(rows: Self.one)
        workbook.sheets = ["S1", "S2"].map { ($0, "visible", xml) }
        var limits = IntakeLimits()
        limits.mergedBlocks = 6
        #expect(read(workbook.bytes, limits: limits).sheets.map(\.merged.ranges.count) == [3, 3])
        limits.mergedBlocks = 5
        let drop = read(workbook.bytes, limits: limits)
        #expect(drop.codes == ["I0405"])
        #expect(drop.files.first?.outcome == .rejected(code: "I0405"))
    }

    @Test(
        "the same holds for a page and for a spreadsheet in XML",
        arguments: [
            "<table>\(String(repeating: "<tr><td colspan=2>a</td></tr>", count: 3))</table>",
            """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>\(
            String(
                repeating: "<Row><Cell ss:MergeAcross='1'><Data ss:Type='String'>a</Data></Cell></Row>",
                count: 3))</Table></Worksheet></Workbook>
            """,
            """
            <?xml version="1.0"?><office:document
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
            <table:table table:name="S">\(
            String(
                repeating: "<table:table-row><table:table-cell table:number-columns-spanned='2' "
                    + "office:value-type='string'><text:p>a</text:p></table:table-cell></table:table-row>",
                count: 3))</table:table></office:spreadsheet></office:body></office:document>
            """,
        ])
    func manyBlocksInMarkup(text: String) {
        var limits = IntakeLimits()
        limits.mergedBlocks = 3
        let sheets = read(Array(text.utf8), limits: limits).sheets
        #expect(sheets.map(\.merged.ranges.count) == [3])
        limits.mergedBlocks = 2
        #expect(read(Array(text.utf8), limits: limits).codes.contains("I0405"))
    }

    @Test("sheets that are one part of the file are read once")
    func repeatedPart() {
        let sheets = (1...9).map { "<sheet name='S\($0)' id='r1'/>" }.joined()
        let parts = [
            ("xl/workbook.xml", "<workbook><sheets>\(sheets)</sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='sheet.xml'/>"
                    + "</Relationships>"
            ),
            ("xl/sheet.xml", "<worksheet><sheetData>\(Self.one)</sheetData></worksheet>"),
        ]
        var zip = ZipBytes()
        for (name, content) in parts { zip.add(name, Array(content.utf8)) }
        let drop = read(zip.bytes)
        #expect(drop.codes == Array(repeating: "I0403", count: 8))
        #expect(drop.sheets.map(\.name) == ["S1"])
    }

    @Test("the name of a sheet is cut, and each cut name is another")
    func longNames() {
        var workbook = WorkbookBytes(rows: Self.one)
        let name = String(repeating: "甲", count: 70_000)
        workbook.sheets = (1...2).map { _ in (name, "visible", WorkbookBytes.sheetXML(Self.one)) }
        let drop = read(workbook.bytes)
        #expect(drop.codes == ["I0402", "I0402"])
        #expect(Set(drop.sheets.map(\.name)).count == 2)
        #expect(drop.sheets.allSatisfy { ($0.name ?? "").count < 40 })
    }

    @Test("a mistake of every cell is said some hundred times")
    func manyMistakes() {
        let rows = (1...2_000).map { "<row r='\($0)'><c r='A\($0)'><v>x</v></c></row>" }.joined()
        let drop = read(WorkbookBytes(rows: rows).bytes)
        #expect(drop.codes.filter { $0 == "I0214" }.count == FirstDiagnostics.mostOfAKind)
        #expect(drop.codes.last == "L0001")
        #expect(drop.sheets.first?.rows.count == 2_000)
    }
}
