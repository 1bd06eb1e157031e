import HeguiDiagnostics
import HeguiPack
import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

/// Parts of a workbook with some of their characters, tags and numbers changed.
@Suite("Workbooks whose parts are damaged or made to harm")
struct MutatedWorkbookTests {
    private static let loaded = Result { try TestPack.load() }

    private static let sheet =
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>"
        + "<row r='2' hidden='1'><c r='A2' t='inlineStr'><is><t>M1</t></is></c>"
        + "<c r='B2' t='s'><v>3</v></c><c r='C2' s='1'><v>41278.5</v></c></row>"
        + "<row r='3'><c r='A3' t='str'><f>A2</f><v>M_x0032_</v></c><c r='B3' t='b'><v>1</v></c>"
        + "<c r='C3' s='2' t='d'><v>2013-01-04T08:30:00</v></c></row>"

    private static let strings = [
        "<si><t>编号</t></si>", "<si><t>姓名</t></si>", "<si><t>入职日期</t></si>",
        "<si><r><t>赵</t></r><rPh sb='0' eb='1'><t>zhao</t></rPh><r><t>一</t></r></si>",
    ]

    private static let parts: [(name: String, content: String)] = [
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData>\(sheet)</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>"
        ),
        ("xl/sharedStrings.xml", "<sst>\(strings.joined())</sst>"),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"d\"日\"'/></numFmts>"
                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf numFmtId='14'/></cellXfs></styleSheet>"
        ),
        (
            "xl/workbook.xml",
            "<workbook><workbookPr date1904='0'/><sheets><sheet name='S1' id='r1' state='visible'/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='r2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                + "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/></Relationships>"
        ),
    ]

    @Test("nothing ends the work", arguments: 0..<400 as Range<UInt64>)
    func mutated(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let target = Int(seed) % Self.parts.count
        var zip = ZipBytes()
        for (index, part) in Self.parts.enumerated() {
            var content = part.content
            if index == target {
                for _ in 0...(numbers.next() % 3) {
                    content = MutatedText.mutated(content, &numbers)
                }
            }
            zip.add(part.name, Array(content.utf8))
        }
        let drop = read(zip.bytes, name: "m.xlsx")
        #expect(drop.files.count == 1)
        let tables = Intake(try Self.loaded.get()).read(drop)
        #expect(tables.files.count == 1)
    }
}
