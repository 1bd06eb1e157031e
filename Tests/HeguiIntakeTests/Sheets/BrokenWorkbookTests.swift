import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Broken and hostile workbooks")
struct BrokenWorkbookTests {
    private static let one = "<row r='1'><c r='A1'><v>1</v></c></row>"

    @Test(
        "broken content is reported and the workbook rejected as a whole",
        arguments: [
            ("<row r='1'><c r='A1'><v>1</v></row>", "I0204"),
            ("<row r='1'><c r='B2'><v>1</v></c></row>", "I0212"),
            ("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "I0212"),
            ("<row r='0'/>", "I0212"), ("<row r='9999999'/>", "I0110"),
            ("<row r='1'><c r='XFE1'><v>1</v></c></row>", "I0212"),
            (one + one, "I0212"),
        ]
    )
    func brokenContent(rows: String, code: String) {
        let drop = read(WorkbookBytes(rows: rows).bytes)
        #expect(drop.codes == [code])
        #expect(drop.files.first?.outcome == .rejected(code: code))
        #expect(drop.sheets.isEmpty)
    }

    @Test(
        "one unreadable cell is reported and stays a cell that cannot be read",
        arguments: [
            ("<c r='A1' t='s'><v>7</v></c>", "I0207"), ("<c r='A1' t='s'><v>-1</v></c>", "I0207"),
            ("<c r='A1'><v>abc</v></c>", "I0214"), ("<c r='A1' t='b'><v>7</v></c>", "I0214"),
            ("<c r='A1'><v>1E9999</v></c>", "I0214"), ("<c r='A1' t='d'><v>x</v></c>", "I0214"),
        ]
    )
    func brokenCell(cell: String, code: String) {
        let drop = read(WorkbookBytes(rows: "<row r='1'>\(cell)</row>").bytes)
        #expect(drop.codes == [code])
        #expect(drop.sheets.first?.rows.first?.cells.map(\.kind) == [.error])
    }

    @Test(
        "a part that is not there is named",
        arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
    )
    func missingPart(name: String) {
        var workbook = WorkbookBytes(rows: Self.one)
        workbook.leavesOut = [name]
        let drop = read(workbook.bytes)
        #expect(drop.codes == ["I0202"])
        #expect(drop.diagnostics.first?.message.en.contains(name) == true)
    }

    @Test("a sheet that is not there is named, and the others are read")
    func missingSheet() {
        var workbook = WorkbookBytes(rows: Self.one)
        workbook.sheets.append(("Sheet2", "visible", WorkbookBytes.sheetXML("")))
        workbook.leavesOut = ["xl/worksheets/sheet2.xml"]
        let drop = read(workbook.bytes)
        #expect(drop.codes == ["I0202"])
        #expect(drop.diagnostics.first?.message.en.contains("Sheet2") == true)
        #expect(drop.sheets.map(\.name) == ["Sheet1"])
    }

    @Test("a workbook cut short at any place is reported and never taken")
    func truncated() {
        let whole = WorkbookBytes(rows: Self.one).bytes
        for length in stride(from: 4, to: whole.count - 1, by: 97) {
            let drop = read(Array(whole[..<length]))
            #expect(drop.codes == ["I0201"])
            #expect(drop.sheets.isEmpty)
        }
    }

    @Test("a part whose bytes do not fit its checksum is reported")
    func wrongChecksum() throws {
        var bytes = WorkbookBytes(rows: "<row r='1'><c r='A1'><v>12345</v></c></row>").bytes
        let index = try #require(bytes.firstRange(of: Array("12345".utf8))?.lowerBound)
        bytes[index] = 0x39
        #expect(read(bytes).codes == ["I0201"])
    }

    @Test("a DOCTYPE is refused before any entity is expanded")
    func doctype() {
        var workbook = WorkbookBytes(rows: "<row r='1'><c r='A1' t='str'><v>&b;</v></c></row>")
        workbook.doctype = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
        #expect(read(workbook.bytes).codes == ["I0205"])
    }

    @Test("nesting, length, number of parts, size and ratio have their limits")
    func limits() {
        var limits = IntakeLimits()
        limits.cellLength = 10
        limits.archiveEntries = 8
        limits.inflatedBytes = 8_000
        func codes(_ workbook: WorkbookBytes) -> [String] {
            var drop = Drop()
            _ = DropReader(limits: limits).read(workbook.bytes, name: "w", into: &drop)
            return drop.codes
        }
        let deep = String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70)
        #expect(codes(WorkbookBytes(rows: deep)) == ["I0206"])
        let long = "<row r='1'><c r='A1' t='str'><v>12345678901</v></c></row>"
        #expect(codes(WorkbookBytes(rows: long)) == ["I0108"])
        var many = WorkbookBytes(rows: Self.one)
        many.extra = (0..<9).map { ("x\($0)", "") }
        #expect(codes(many) == ["I0203"])
        let wide = String(repeating: "<row r='1'/>", count: 1_000)
        #expect(codes(WorkbookBytes(rows: wide)) == ["I0203"])
        limits.cells = 1
        let two = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row>"
        #expect(codes(WorkbookBytes(rows: two)) == ["I0110"])
    }

    @Test(
        "names that lead out of the archive, or that come twice, are refused",
        arguments: ["../../etc/x", "/etc/x", "C:/x", "xl/../../x", "XL/workbook.xml"]
    )
    func refusedNames(name: String) {
        var workbook = WorkbookBytes(rows: Self.one)
        workbook.extra = [(name, "")]
        #expect(read(workbook.bytes).codes == ["I0211"])
    }

    @Test("encrypted parts are reported as a password")
    func encryptedParts() {
        var zip = ZipBytes()
        zip.add("xl/workbook.xml", [1, 2, 3], isEncrypted: true)
        #expect(read(zip.bytes).codes == ["I0007"])
    }

    @Test(
        "other archives are told apart from workbooks",
        arguments: [
            ("word/document.xml", "I0204"), ("xl/workbook.bin", "I0006"), ("content.xml", "I0204"),
            ("a.xlsx", "I0005"),
        ]
    )
    func otherArchives(part: String, code: String) {
        var zip = ZipBytes()
        if part.contains("/") {
            let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            let xml =
                "<Relationships><Relationship Id='a' Type='\(base)officeDocument' "
                + "Target='\(part)'/></Relationships>"
            zip.add("_rels/.rels", Array(xml.utf8))
        }
        zip.add(part, [])
        #expect(read(zip.bytes).codes == [code])
    }
}
