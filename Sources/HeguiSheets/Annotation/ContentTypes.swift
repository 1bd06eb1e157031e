/// The list of what a package's parts are, to which new ones are added.
final class ContentTypes: PlacedHandler {
    var place = 0..<0
    private var root = 0..<0
    /// Before the end tag; nil for `<Types/>`.
    private var end: Int?
    private var depth = 0
    private var extensions: Set<String> = []

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        if depth == 1 { root = place }
        if name == "Default", let ending = attributes.value("Extension") {
            extensions.insert(ending.lowercased())
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        if depth == 0 { end = place.isEmpty ? nil : place.lowerBound }
    }

    /// Returns the list with the parts, by name and type, and with drawings of comments.
    func adding(_ parts: [(name: String, type: String)], to bytes: [UInt8]) -> [UInt8] {
        let prefix = MarkupTag(bytes[root]).prefix
        var splice = Splice()
        var defaults = ""
        if !extensions.contains("vml") {
            let type = "application/vnd.openxmlformats-officedocument.vmlDrawing"
            defaults = "<\(prefix)Default Extension=\"vml\" ContentType=\"\(type)\"/>"
        }
        let overrides = parts.map {
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
