/// The styles of an XML spreadsheet, as far as they say how numbers are shown.
struct SpreadsheetXMLStyles {
    private var parents: [String: String] = [:]
    private var formats: [String: NumberFormat] = [:]
    private var open: String?

    mutating func start(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "Style":
            open = attributes.value("ID")
            if let open, let parent = attributes.value("Parent") { parents[open] = parent }
        case "NumberFormat":
            // Without a format it is the plain one.
            if let open {
                formats[open] = attributes.value("Format").map(NumberFormat.init(named:)) ?? .plain
            }
        default: break
        }
    }

    mutating func end(_ name: String) {
        if name == "Style" { open = nil }
    }

    /// The format of a style, or of those that it builds on; the last is the default style.
    func format(_ style: String?) -> NumberFormat {
        var next = style
        // Styles that are each other's parents end here.
        for _ in 0..<32 {
            guard let name = next else { break }
            if let format = formats[name] { return format }
            next = parents[name]
        }
        return formats["Default"] ?? .plain
    }
}
