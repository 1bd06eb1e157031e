/// Puts workbooks together from their XML, for tests.
struct WorkbookBytes {
    var sheets: [(name: String, state: String, xml: String)] = []
    /// The items of the shared strings, `<si>…</si>`; nil leaves the part out.
    var strings: [String]?
    /// The format codes of styles 1, 2, …; style 0 is plain.
    var formats: [String] = []
    var builtInFormats: [Int] = []
    var isDated1904 = false
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relationshipBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var targetPrefix = "worksheets/"
    var leavesOut: Set<String> = []
    var extra: [(name: String, content: String)] = []
    var doctype = ""
    /// What stands before every part.
    var mark = ""
    /// What stands behind the list of sheets.
    var afterSheets = ""
    /// Further relationships of the workbook.
    var workbookLinks = ""
    /// What the archive calls a part.
    var renamed: (String) -> [UInt8] = { Array($0.utf8) }

    /// A workbook of one visible sheet; `rows` is the content of `sheetData`.
    init(rows: String, after: String = "") {
        sheets = [("Sheet1", "visible", WorkbookBytes.sheetXML(rows, after: after))]
    }

    static func sheetXML(_ rows: String, after: String = "") -> String {
        "<sheetData>\(rows)</sheetData>\(after)"
    }

    var bytes: [UInt8] {
        var zip = ZipBytes()
        for (name, content) in parts where !leavesOut.contains(name) {
            zip.add(renamed(name), Array(content.utf8))
        }
        return zip.bytes
    }

    private var parts: [(name: String, content: String)] {
        let header = mark + #"<?xml version="1.0" encoding="UTF-8"?>"# + doctype
        var parts = [
            ("[Content_Types].xml", header + "<Types/>"),
            (
                "_rels/.rels",
                header + "<Relationships>"
                    + relationship("rId1", "officeDocument", "xl/workbook.xml")
                    + "</Relationships>"
            ),
            ("xl/workbook.xml", header + workbook),
            ("xl/_rels/workbook.xml.rels", header + relationships),
            ("xl/styles.xml", header + styles),
        ]
        if let strings {
            let items = strings.joined()
            parts.append(
                ("xl/sharedStrings.xml", header + "<sst xmlns='\(namespace)'>\(items)</sst>"))
        }
        for (index, sheet) in sheets.enumerated() {
            let xml = header + "<worksheet xmlns='\(namespace)'>\(sheet.xml)</worksheet>"
            parts.append(("xl/worksheets/sheet\(index + 1).xml", xml))
        }
        return parts + extra
    }

    private func relationship(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id='\(id)' Type='\(relationshipBase)/\(kind)' Target='\(target)'/>"
    }

    private var workbook: String {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' "
                + "r:id='rId\(index + 10)'/>"
        }
        return "<workbook xmlns='\(namespace)' xmlns:r='\(relationshipBase)'>"
            + "<workbookPr date1904='\(isDated1904 ? 1 : 0)'/>"
            + "<sheets>\(list.joined())</sheets>\(afterSheets)</workbook>"
    }

    private var relationships: String {
        var list = relationship("rId1", "styles", "styles.xml")
        list += relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml")
        for index in sheets.indices {
            let target = targetPrefix + "sheet\(index + 1).xml"
            list += relationship("rId\(index + 10)", "worksheet", target)
        }
        return "<Relationships>\(list)\(workbookLinks)</Relationships>"
    }

    private var styles: String {
        let custom = formats.enumerated().map { index, code in
            let escaped = code.replacing("\"", with: "&quot;")
            return "<numFmt numFmtId='\(176 + index)' formatCode='\(escaped)'/>"
        }
        let ids = [0] + formats.indices.map { 176 + $0 } + builtInFormats
        let cells = ids.map { "<xf numFmtId='\($0)'/>" }
        return "<styleSheet><numFmts>\(custom.joined())</numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs>\(cells.joined())</cellXfs></styleSheet>"
    }
}
