@testable import HeguiSheets

/// Puts text documents together from their XML, for tests.
struct DocumentBytes {
    var body: String
    /// The prefix of all elements and attributes.
    var prefix = "w"
    var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    var main = "word/document.xml"
    /// Other parts, by name.
    var parts: [(name: String, content: String)] = []
    /// Of the document: id, kind and target.
    var relationships: [(id: String, kind: String, target: String)] = []
    /// Before the document itself.
    var doctype = ""

    init(_ body: String) {
        self.body = body
    }

    /// The document, in which elements are written with the prefix `w`.
    var bytes: [UInt8] {
        var zip = ZipBytes()
        let header = #"<?xml version="1.0" encoding="UTF-8"?>"#
        zip.add("[Content_Types].xml", Array((header + "<Types/>").utf8))
        zip.add("_rels/.rels", Array((header + list([("r1", "officeDocument", main)])).utf8))
        let document = written("<w:document><w:body>\(body)</w:body></w:document>")
        zip.add(main, Array((header + doctype + document).utf8))
        if !relationships.isEmpty {
            let folder = main.split(separator: "/").dropLast().joined(separator: "/")
            let name = main.split(separator: "/").last ?? ""
            zip.add("\(folder)/_rels/\(name).rels", Array((header + list(relationships)).utf8))
        }
        for part in parts { zip.add(part.name, Array((header + written(part.content)).utf8)) }
        return zip.bytes
    }

    private func written(_ xml: String) -> String {
        let own = prefix.isEmpty ? "" : prefix + ":"
        let declaration = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
        let text = xml.replacing("<w:", with: "<\(own)").replacing("</w:", with: "</\(own)")
            .replacing(" w:", with: prefix.isEmpty ? " " : " \(own)")
        guard let end = text.firstIndex(where: { " >".contains($0) }) else { return text }
        return text[..<end] + " \(declaration)='\(namespace)'" + text[end...]
    }

    private func list(_ targets: [(id: String, kind: String, target: String)]) -> String {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        return "<Relationships>"
            + targets.map {
                "<Relationship Id='\($0.id)' Type='\(base)\($0.kind)' Target='\($0.target)'/>"
            }
            .joined() + "</Relationships>"
    }

    // MARK: - Pieces of a body

    static func p(_ runs: String, _ properties: String = "") -> String {
        "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + runs + "</w:p>"
    }

    static func r(_ text: String, _ properties: String = "") -> String {
        "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
            + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    static func line(_ text: String) -> String { p(r(text)) }

    static func cell(_ text: String, _ properties: String = "") -> String {
        cell(paragraphs: line(text), properties)
    }

    static func cell(paragraphs: String, _ properties: String = "") -> String {
        "<w:tc>" + (properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>") + paragraphs
            + "</w:tc>"
    }

    static func row(_ cells: [String], _ properties: String = "") -> String {
        "<w:tr>" + (properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>") + cells.joined()
            + "</w:tr>"
    }

    static func table(_ rows: [String]) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

    /// A table of plain cells.
    static func table(_ rows: [[String]]) -> String {
        table(rows.map { texts in row(texts.map { cell($0) }) })
    }

    static func field(_ data: String, _ code: String, shows: String? = nil) -> String {
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r>"
            + "<w:r><w:instrText> \(code) </w:instrText></w:r>"
            + (shows.map { "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r($0) } ?? "")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    static func control(_ properties: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    // MARK: - Reading

    var sheets: [Sheet] { drop().sheets }

    func drop(limits: IntakeLimits = IntakeLimits()) -> Drop {
        Self.drop(bytes, limits: limits)
    }

    /// What a drop of these bytes alone holds.
    static func drop(_ bytes: [UInt8], limits: IntakeLimits = IntakeLimits()) -> Drop {
        var drop = Drop()
        let outcome = DropReader(limits: limits).read(bytes, name: "表.docx", into: &drop)
        drop.files = [DropFile(name: "表.docx", outcome: outcome)]
        return drop
    }
}
