/// The list of what a package's parts are, to which new ones are added.
final class ContentTypes: PlacedHandler {
    var place = 0..<0
    private var root = 0..<0
    /// Before the end tag; nil for `<Types/>`.
    private var end: Int?
    private var depth = 0
    private var extensions: Set<String> = []
    private var parts: Set<String> = []

    /// What parts of a workbook are, by what refers to them.
    private static let known = [
        "worksheet": main + "worksheet+xml", "chartsheet": main + "chartsheet+xml",
        "styles": main + "styles+xml", "sharedStrings": main + "sharedStrings+xml",
        "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    ]
    static let main = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    /// The list for a workbook that has none.
    static func list(_ workbook: String, _ targets: [Relationships.Target]) -> [UInt8] {
        let parts = targets.compactMap { target in
            known[target.kind].map { (name: target.part, type: $0) }
        }
        let overrides = ([(name: workbook, type: main + "sheet.main+xml")] + parts).map {
            "<Override PartName=\"/\($0.name.markupEscaped)\" ContentType=\"\($0.type)\"/>"
        }
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())</Types>
            """
        return Array(text.utf8)
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        if depth == 1 { root = place }
        if name == "Default", let ending = attributes.value("Extension") {
            extensions.insert(ending.lowercased())
        }
        if name == "Override", let part = attributes.value("PartName") {
            parts.insert(part.lowercased())
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        if depth == 0 { end = place.isEmpty ? nil : place.lowerBound }
    }

    /// Returns the list with the parts, by name and type, with drawings of comments and with
    /// relationships, which a new part may have.
    func adding(_ parts: [(name: String, type: String)], to bytes: [UInt8]) -> [UInt8] {
        let prefix = MarkupTag(bytes[root]).prefix
        var splice = Splice()
        let types = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"),
        ]
        let defaults = types.filter { !extensions.contains($0.0) }.map {
            "<\(prefix)Default Extension=\"\($0.0)\" ContentType=\"\($0.1)\"/>"
        }.joined()
        let new = parts.filter { !self.parts.contains("/" + $0.name.lowercased()) }
        let overrides = new.map {
            "<\(prefix)Override PartName=\"/\($0.name.markupEscaped)\" ContentType=\"\($0.type)\"/>"
        }
        if let end {
            // Defaults come first.
            splice.insert(defaults, at: root.upperBound)
            splice.insert(overrides.joined(), at: end)
        } else {
            var tag = MarkupTag(bytes[root])
            let name = tag.name
            tag.open()
            splice.replace(root, with: tag.text + defaults + overrides.joined() + "</\(name)>")
        }
        return splice.applied(to: bytes)
    }
}

/// The namespaces of a workbook, which strict and transitional ones name differently.
struct OfficeNamespace {
    let isStrict: Bool

    var relationships: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    var customProperties: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/customProperties"
            : "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    }

    /// The types of what custom properties hold.
    var propertyTypes: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
            : "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    }

    var sheets: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }
}
