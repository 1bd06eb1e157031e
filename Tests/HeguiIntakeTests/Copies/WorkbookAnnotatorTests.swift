import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Annotated copies")
struct WorkbookAnnotatorTests {
    private static let rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>\
        <c r="C1" s="1"><f>1+1</f><v>2</v></c></row><row r="3"/>\
        <row r="5" s="2" customFormat="1"><c r="B5"><v>7</v></c></row>
        """

    private func note(
        _ row: Int, _ column: Int?, _ text: String = "疑点", tone: CellNote.Tone = .verify,
        sheet: String = "Sheet1"
    ) -> CellNote {
        CellNote(
            cell: CellAddress(file: "a.xlsx", sheet: sheet, row: row, column: column), text: text,
            tone: tone)
    }

    private func annotate(
        _ workbook: WorkbookBytes, _ notes: [CellNote]
    ) throws -> (bytes: [UInt8], cellCount: Int) {
        try WorkbookAnnotator.annotate(
            workbook.bytes, file: "a.xlsx", notes: notes, author: "合规审查")
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes, file: "a.xlsx", limits: IntakeLimits())
        var content: [UInt8] = []
        try archive.read(name) { content += $0 }
        return String(decoding: content, as: UTF8.self)
    }

    private func sheets(_ bytes: [UInt8]) throws -> [Sheet] {
        var reader = WorkbookReader(file: "a.xlsx", limits: IntakeLimits())
        return try reader.read(bytes)
    }

    @Test("what the cells hold stays, and cells that were not there are put in their place")
    func cells() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        workbook.formats = ["0.00", "0.000"]
        let notes = [
            note(1, 1), note(1, 2), note(1, 3), note(1, 5), note(2, 2), note(3, 4), note(5, 1),
            note(9, 1),
        ]
        let result = try annotate(workbook, notes)
        #expect(result.cellCount == 8)
        #expect(try sheets(result.bytes) == sheets(workbook.bytes))
        let sheet = try part("xl/worksheets/sheet1.xml", of: result.bytes)
        let cells = sheet.matches(of: /<c r="([A-Z]+[0-9]+)"/).map { String($0.1) }
        #expect(cells == ["A1", "B1", "C1", "E1", "B2", "D3", "A5", "B5", "A9"])
        let rows = sheet.matches(of: /<row r="([0-9]+)"/).map { String($0.1) }
        #expect(rows == ["1", "2", "3", "5", "9"])
        #expect(sheet.contains("<f>1+1</f><v>2</v>"))
    }

    @Test("a marked cell keeps all of its look but the fill")
    func styles() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        workbook.formats = ["0.00", "0.000"]
        let result = try annotate(
            workbook, [note(1, 3, "a", tone: .mandatory), note(5, 1), note(5, 2)])
        let styles = try part("xl/styles.xml", of: result.bytes)
        let formats = styles.matches(of: /<xf numFmtId='([0-9]+)' fillId="([0-9]+)"/)
        #expect(formats.map { String($0.1) } == ["176", "177", "0"])
        #expect(Set(formats.map { String($0.2) }).count == 2)
    }

    @Test("parts without changes are there byte for byte")
    func otherParts() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        workbook.sheets.append(("隐藏", "hidden", WorkbookBytes.sheetXML(Self.rows)))
        workbook.extra = [("xl/theme/theme1.xml", "<a:theme  xmlns:a='x'/>")]
        let result = try annotate(workbook, [note(1, 1)])
        for name in ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/theme/theme1.xml"] {
            #expect(try part(name, of: result.bytes) == part(name, of: workbook.bytes))
        }
        #expect(try sheets(result.bytes).map(\.state) == [.visible, .hidden])
    }

    @Test("properties are added to those that are there, and those of an earlier copy go")
    func properties() throws {
        func copy(_ bytes: [UInt8], _ value: String) throws -> [UInt8] {
            try WorkbookAnnotator.annotate(
                bytes, file: "a.xlsx", notes: [note(1, 1)], author: "合规审查",
                properties: [("pack", value), ("file", "甲 <1>"), ("file", "乙")]
            ).bytes
        }
        let workbook = WorkbookBytes(rows: Self.rows)
        let first = try part("docProps/custom.xml", of: copy(workbook.bytes, "p 1"))
        let names = first.matches(of: /pid="([0-9]+)" name="([^"]+)"/)
        let expected = ["2 hegui.pack", "3 hegui.file", "4 hegui.file 2"]
        #expect(names.map { "\($0.1) \($0.2)" } == expected)
        #expect(first.contains("甲 &lt;1&gt;"))
        let again = try part("docProps/custom.xml", of: copy(copy(workbook.bytes, "p 1"), "p 2"))
        #expect(again.contains(">p 2<") && !again.contains(">p 1<"))
        #expect(again.matches(of: /<property\s/).count == 3)
        let root = try part("_rels/.rels", of: copy(copy(workbook.bytes, "p 1"), "p 2"))
        #expect(root.matches(of: /custom-properties/).count == 1)
        let types = try part("[Content_Types].xml", of: copy(workbook.bytes, "p 1"))
        #expect(types.contains("/docProps/custom.xml"))
    }

    @Test("without a marked cell a workbook gets no properties")
    func noProperties() throws {
        let workbook = WorkbookBytes(rows: Self.rows)
        let result = try WorkbookAnnotator.annotate(
            workbook.bytes, file: "a.xlsx", notes: [], author: "", properties: [("pack", "p")])
        #expect(result.bytes == workbook.bytes)
    }

    @Test("a note in a merged block stands at the cell that shows it")
    func merged() throws {
        let workbook = WorkbookBytes(
            rows: Self.rows, after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
        let result = try annotate(workbook, [note(2, 2, "甲"), note(1, 1, "乙")])
        #expect(result.cellCount == 1)
        let comments = try part("xl/comments-hegui1.xml", of: result.bytes)
        #expect(comments.contains("ref=\"A1\"") && comments.contains("甲\n\n乙"))
    }

    @Test("a note of a whole row stands at its first cell")
    func wholeRow() throws {
        let result = try annotate(WorkbookBytes(rows: Self.rows), [note(5, nil), note(3, nil)])
        let comments = try part("xl/comments-hegui1.xml", of: result.bytes)
        #expect(comments.contains("ref=\"B5\"") && comments.contains("ref=\"A3\""))
    }

    @Test("comments that are there stay, and a cell's own comes first")
    func existing() throws {
        var workbook = WorkbookBytes(
            rows: Self.rows, after: "<legacyDrawing r:id='rId7' xmlns:r='\(base)'/>")
        workbook.extra = [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id='rId7' Type='\(base)/vmlDrawing' "
                    + "Target='../drawings/vml.vml'/><Relationship Id='rId8' "
                    + "Type='\(base)/comments' Target='../comments1.xml'/></Relationships>"
            ), ("xl/drawings/vml.vml", "<xml><v:shape id='s1'/></xml>"),
            (
                "xl/comments1.xml",
                "<comments><authors><author>甲</author></authors><commentList>"
                    + "<comment ref='A1' authorId='0'><text><t>原有</t></text></comment>"
                    + "</commentList></comments>"
            ),
        ]
        let result = try annotate(workbook, [note(1, 1, "新的"), note(1, 3, "另一处")])
        let comments = try part("xl/comments1.xml", of: result.bytes)
        #expect(comments.matches(of: /ref=/).count == 2)
        let (old, new) = (comments.firstRange(of: "原有"), comments.firstRange(of: "新的"))
        #expect(try #require(old).upperBound < #require(new).lowerBound)
        #expect(comments.contains("authorId=\"1\""))
        let drawing = try part("xl/drawings/vml.vml", of: result.bytes)
        #expect(drawing.contains("id='s1'") && drawing.matches(of: /ObjectType="Note"/).count == 1)
        let sheet = try part("xl/worksheets/sheet1.xml", of: result.bytes)
        #expect(sheet.matches(of: /legacyDrawing/).count == 1)
    }

    private let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    @Test("text of a cell can bring no markup into the comment")
    func markup() throws {
        let result = try annotate(
            WorkbookBytes(rows: Self.rows), [note(1, 1, "</t><x a=\"&\u{1}\">")])
        let comments = try part("xl/comments-hegui1.xml", of: result.bytes)
        #expect(comments.contains("&lt;/t&gt;&lt;x a=&quot;&amp;&quot;&gt;"))
    }

    @Test("a sheet without rows gets them, and one that is not there is passed over")
    func emptySheet() throws {
        var workbook = WorkbookBytes(rows: "")
        workbook.sheets[0].xml = "<sheetData/>"
        let result = try annotate(
            workbook, [note(2, 1), note(4, 2), note(1, 1, sheet: "没有")])
        let sheet = try part("xl/worksheets/sheet1.xml", of: result.bytes)
        #expect(sheet.matches(of: /<row r="([24])"/).count == 2)
        #expect(result.cellCount == 2)
    }

    @Test("the same notes give the same bytes, and none give the original")
    func deterministic() throws {
        let workbook = WorkbookBytes(rows: Self.rows)
        let notes = [note(1, 1), note(5, 2)]
        #expect(try annotate(workbook, notes).bytes == annotate(workbook, notes).bytes)
        #expect(try annotate(workbook, []).bytes == workbook.bytes)
    }

    @Test("what is no workbook is refused with its own diagnostic")
    func noWorkbook() throws {
        let failure = #expect(throws: AnnotationFailure.self) {
            try WorkbookAnnotator.annotate(
                Array("PK\u{3}\u{4}no".utf8), file: "a.xlsx", notes: [note(1, 1)], author: "")
        }
        #expect(failure?.diagnostic.code == "I0201")
    }

    @Test("a strict workbook stays strict")
    func strict() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        workbook.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        workbook.relationshipBase = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        let result = try annotate(workbook, [note(1, 1)])
        #expect(try sheets(result.bytes) == sheets(workbook.bytes))
        for part in [
            "worksheets/sheet1.xml", "comments-hegui1.xml", "worksheets/_rels/sheet1.xml.rels",
        ] {
            let text = try self.part("xl/" + part, of: result.bytes)
            #expect(!text.contains("openxmlformats.org/spreadsheetml"))
            #expect(!text.contains("openxmlformats.org/officeDocument"))
        }
    }

    @Test("new elements take the prefix that the part uses")
    func prefix() throws {
        var workbook = WorkbookBytes(rows: "")
        workbook.targetPrefix = "prefixed/"
        let main = workbook.namespace
        workbook.extra = [
            (
                "xl/prefixed/sheet1.xml",
                "<x:worksheet xmlns:x='\(main)'><x:sheetData><x:row r='2'><x:c r='B2'/></x:row>"
                    + "</x:sheetData><x:tableParts count='0'/></x:worksheet>"
            )
        ]
        let result = try annotate(workbook, [note(2, 1), note(2, 2), note(7, 1)])
        let sheet = try part("xl/prefixed/sheet1.xml", of: result.bytes)
        #expect(sheet.matches(of: /<x:c r=/).count == 3)
        #expect(sheet.contains("<x:row r=\"7\">"))
        let drawing = try #require(sheet.firstRange(of: "<x:legacyDrawing"))
        let tables = try #require(sheet.firstRange(of: "<x:tableParts"))
        #expect(drawing.lowerBound < tables.lowerBound)
    }
}
