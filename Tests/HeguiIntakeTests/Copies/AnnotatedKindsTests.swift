import HeguiDiagnostics
import Testing

@testable import HeguiSheets

/// Workbooks as programs other than Excel write them, and as Excel writes them rarely.
@Suite("Annotated copies of every kind of workbook")
struct AnnotatedKindsTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable () -> WorkbookBytes

        init(_ name: String, _ change: @escaping @Sendable (inout WorkbookBytes) -> Void) {
            testDescription = name
            make = {
                var workbook = WorkbookBytes(rows: AnnotatedKindsTests.rows)
                change(&workbook)
                return workbook
            }
        }
    }

    private static let rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>\
        <c r="C1" s="1"><v>41278</v></c></row><row r="3"><c r="B3"><v>7</v></c></row>
        """
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/"

    private static func link(_ kind: String, _ target: String, id: String = "rId7") -> String {
        "<Relationship Id='\(id)' Type='\(office)relationships/\(kind)' Target='\(target)'/>"
    }

    private static func sheetLinks(_ links: String) -> (name: String, content: String) {
        ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>\(links)</Relationships>")
    }

    static let kinds = [
        Kind("plain") { _ in },
        Kind("without styles") {
            $0.leavesOut = ["xl/styles.xml"]
        },
        Kind("strict, without styles") {
            $0.leavesOut = ["xl/styles.xml"]
            $0.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
            $0.relationshipBase = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        },
        Kind("without content types") { $0.leavesOut = ["[Content_Types].xml"] },
        Kind("names with backslashes") {
            $0.renamed = { Array($0.replacing("/", with: "\\").utf8) }
        },
        Kind("names in another case") { $0.renamed = { Array($0.uppercased().utf8) } },
        Kind("a part named in GBK") {
            $0.targetPrefix = "worksheets/表"
            $0.renamed = { name in
                let parts = name.split(separator: "表", omittingEmptySubsequences: false)
                    .map { Array($0.utf8) }
                return Array(parts.joined(separator: [0xB1, 0xED]))
            }
            $0.extra = [
                (
                    "xl/worksheets/表sheet1.xml",
                    "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
                )
            ]
        },
        Kind("a picture named in GBK") {
            $0.extra = [("xl/media/图.png", "png")]
            $0.renamed = { $0.hasSuffix("png") ? [0xCD, 0xBC, 0x2E] : Array($0.utf8) }
        },
        Kind("without r") {
            $0.sheets[0].xml = WorkbookBytes.sheetXML(
                "<row><c t='inlineStr'><is><t>姓名</t></is></c><c/><c><v>1</v></c></row><row/>"
                    + "<row><c/><c><v>7</v></c></row>")
        },
        Kind("a protected sheet") {
            $0.sheets[0].xml += "<sheetProtection sheet='1' objects='1'/>"
        },
        Kind("comments that are referred to and not there") {
            $0.sheets[0].xml += "<legacyDrawing r:id='rId7' xmlns:r='\(office)relationships'/>"
            $0.extra = [
                sheetLinks(
                    link("vmlDrawing", "../drawings/vml.vml")
                        + link("comments", "../comments1.xml", id: "rId8"))
            ]
        },
        Kind("drawings without a relationship") {
            $0.sheets[0].xml += "<legacyDrawing r:id='rId7' xmlns:r='\(office)relationships'/>"
        },
        Kind("a list of relationships with a remark behind it") {
            $0.extra = [sheetLinks(link("hyperlink", "x"))]
            $0.extra[0].content += "<!-- end -->"
        },
        Kind("a sheet with a name that is too long") {
            $0.sheets[0].name = String(repeating: "长", count: 120)
        },
        Kind("a mark of UTF-8 before parts") {
            $0.doctype = ""
            $0.sheets[0].xml = WorkbookBytes.sheetXML(rows)
            $0.mark = "\u{FEFF}"
        },
    ]

    private func sheets(_ bytes: [UInt8]) throws -> [Sheet] {
        var reader = WorkbookReader(file: "a.xlsx", limits: IntakeLimits())
        return try reader.read(bytes)
    }

    private func note(_ sheet: String, _ row: Int, _ column: Int) -> CellNote {
        let cell = CellAddress(file: "a.xlsx", sheet: sheet, row: row, column: column)
        return CellNote(cell: cell, text: "疑点", tone: .verify)
    }

    /// Every part that is XML is whole, and no name is there twice.
    private func check(_ bytes: [UInt8]) throws -> [String] {
        let archive = try ZipArchive(bytes, file: "a.xlsx", limits: IntakeLimits())
        final class Nothing: MarkupHandler {
            func start(_ name: String, _ attributes: [MarkupAttribute]) {}
        }
        for name in archive.names {
            let lower = name.lowercased()
            guard lower.hasSuffix(".xml") || lower.hasSuffix(".rels") || lower.hasSuffix(".vml")
            else { continue }
            try MarkupParser.run(name, of: archive, limits: IntakeLimits(), handler: Nothing())
        }
        return archive.names
    }

    private func text(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes, file: "a.xlsx", limits: IntakeLimits())
        var content: [UInt8] = []
        try archive.read(name) { content += $0 }
        return String(decoding: content, as: UTF8.self)
    }

    @Test("cells are as they were, two are marked, and all parts can be read", arguments: kinds)
    func kind(_ kind: Kind) throws {
        let workbook = kind.make()
        let before = try sheets(workbook.bytes)
        let name = try #require(before.first?.name)
        let result = try WorkbookAnnotator.annotate(
            workbook.bytes, file: "a.xlsx", notes: [note(name, 1, 1), note(name, 7, 2)],
            author: "合规审查", properties: [("pack", "p")])
        #expect(result.cellCount == 2)
        #expect(try sheets(result.bytes) == before)
        let names = try check(result.bytes)
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        let types = try text("[Content_Types].xml", of: result.bytes)
        #expect(types.matches(of: /Extension="rels"/).count == 1)
        let parts = types.matches(of: #/PartName=["']([^"']+)/#).map { String($0.1).lowercased() }
        #expect(Set(parts).count == parts.count)
        #expect(try isOwn(result.bytes))
    }

    /// A copy is not taken for material when it comes back.
    private func isOwn(_ bytes: [UInt8]) throws -> Bool {
        var drop = Drop()
        let outcome = DropReader().read(bytes, name: "a.xlsx", into: &drop)
        return outcome == .ignored(Diagnostic.madeByHegui("a.xlsx").message)
    }

    @Test("in a conversation about a cell there is an answer that everybody sees")
    func threads() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        let thread = "{00000000-0000-0000-0000-00000000000A}"
        workbook.extra = [
            Self.sheetLinks(
                Self.link("comments", "../comments1.xml", id: "rId8")
                    + Self.link("threadedComment", "../threads1.xml", id: "rId9")),
            (
                "xl/comments1.xml",
                "<comments><authors><author>tc=\(thread)</author></authors><commentList>"
                    + "<comment ref='A1' authorId='0'><text><t>原有</t></text></comment>"
                    + "</commentList></comments>"
            ),
            (
                "xl/threads1.xml",
                "<ThreadedComments><threadedComment ref='A1' dT='2013-01-04T00:00:00.00' "
                    + "personId='{P}' id='\(thread)'><text>原有</text></threadedComment>"
                    + "</ThreadedComments>"
            ),
            (
                "xl/persons/person.xml",
                "<personList><person displayName='甲' id='{P}'/></personList>"
            ),
        ]
        workbook.workbookLinks = Self.link("person", "persons/person.xml", id: "rId5")
        let result = try WorkbookAnnotator.annotate(
            workbook.bytes, file: "a.xlsx",
            notes: [note("Sheet1", 1, 1), note("Sheet1", 3, 2)], author: "合规审查")
        let threads = try text("xl/threads1.xml", of: result.bytes)
        #expect(threads.matches(of: /<threadedComment/).count == 2)
        #expect(threads.contains("parentId=\"\(thread)\"><text>疑点</text>"))
        let persons = try text("xl/persons/person.xml", of: result.bytes)
        #expect(persons.contains("displayName=\"合规审查\""))
        #expect(try check(result.bytes).count > 0)
    }

    @Test("a cover stands in front, and what counts sheets by order counts it too")
    func cover() throws {
        var workbook = WorkbookBytes(rows: Self.rows)
        workbook.sheets[0].name = "封面"
        workbook.sheets[0].xml =
            "<sheetViews><sheetView tabSelected='1' workbookViewId='0'/></sheetViews>"
            + workbook.sheets[0].xml
        workbook.afterSheets =
            "<definedNames><definedName name='_xlnm.Print_Area' localSheetId='0'>封面!$A$1"
            + "</definedName></definedNames>"
        var cover = CoverSheet(name: "封面", widths: [8, 20], footer: "")
        cover.rows = [CoverSheet.Row([CoverSheet.Cell("标题", CellLook(), span: 2)], height: 20)]
        cover.heading = 1
        let before = try sheets(workbook.bytes)
        let result = try WorkbookAnnotator.annotate(
            workbook.bytes, file: "a.xlsx", notes: [note("封面", 1, 1)], author: "合规审查",
            properties: [("pack", "p")], cover: cover)
        let after = try sheets(result.bytes)
        #expect(after.map(\.name) == ["封面 2", "封面"])
        #expect(Array(after.dropFirst()) == before)
        #expect(after[0].cell(row: 1, column: 1)?.text == "标题")
        let book = try text("xl/workbook.xml", of: result.bytes)
        #expect(book.contains(#"name='_xlnm.Print_Area' localSheetId='1'"#))
        #expect(book.contains(#"localSheetId="0">'封面 2'!$1:$1"#))
        let sheet = try text("xl/worksheets/sheet1.xml", of: result.bytes)
        #expect(sheet.contains("tabSelected='0'"))
        #expect(try isOwn(result.bytes))
        _ = try check(result.bytes)
    }
}
