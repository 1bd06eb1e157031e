/// What the styles of an OpenDocument spreadsheet say of dates, and which of its tables are hidden.
struct OpenDocumentStyles {
    private struct CellStyle {
        var parent: String?
        var data: String?
    }

    private enum Open {
        /// A format of dates or times that is being read.
        case data(String, NumberFormat)
        /// Another format, which may refer to one of dates for its first section.
        case other(String)
        case cell, table(String)
    }

    /// By name, the formats that show dates or times.
    private var formats: [String: NumberFormat] = [:]
    /// By name, the format that stands for the first section of another.
    private var sections: [String: String] = [:]
    private var cells: [String: CellStyle] = [:]
    private var hidden: Set<String> = []
    private var open: Open?
    private var known: [String: NumberFormat?] = [:]

    mutating func start(_ name: String, _ attributes: [MarkupAttribute]) {
        let title = attributes.value("name") ?? ""
        switch (name, open) {
        case ("date-style", _), ("time-style", _): open = .data(title, .plain)
        case ("style", _): startStyle(title, attributes)
        case ("map", .data(let style, _)?), ("map", .other(let style)?):
            if sections[style] == nil { sections[style] = attributes.value("apply-style-name") }
        case ("table-properties", .table(let style)?):
            if attributes.value("display") == "false" { hidden.insert(style) }
        case (_, .data(let style, var format)?):
            format.add(part: name)
            open = .data(style, format)
        case (_, nil) where name.hasSuffix("-style"): open = .other(title)
        default: break
        }
    }

    mutating func end(_ name: String) {
        guard name == "style" || name.hasSuffix("-style") else { return }
        if case .data(let style, let format)? = open { formats[style] = format }
        open = nil
    }

    private mutating func startStyle(_ title: String, _ attributes: [MarkupAttribute]) {
        switch attributes.value("family") {
        case "table-cell":
            cells[title] = CellStyle(
                parent: attributes.value("parent-style-name"),
                data: attributes.value("data-style-name"))
            open = .cell
        case "table": open = .table(title)
        default: open = .cell
        }
    }

    /// Whether tables of that style are hidden.
    func hidesTable(_ style: String?) -> Bool { style.map(hidden.contains) ?? false }

    /// Returns what cells of that style show of a date; nil where the style says nothing of dates.
    mutating func format(_ style: String?) -> NumberFormat? {
        guard let style else { return nil }
        if let known = known[style] { return known }
        let found = search(style)
        known[style] = .some(found)
        return found
    }

    private func search(_ style: String) -> NumberFormat? {
        var next: String? = style
        // Styles that are each other's parents end here.
        for _ in 0..<32 {
            guard let name = next, let cell = cells[name] else { return nil }
            if let data = cell.data { return formats[sections[data] ?? data] }
            next = cell.parent
        }
        return nil
    }
}

extension NumberFormat {
    /// Adds what an element of a date style shows.
    fileprivate mutating func add(part: String) {
        switch part {
        case "year", "era": showsYear = true
        case "month", "quarter": showsMonth = true
        case "day": showsDay = true
        case "hours", "minutes", "seconds": showsTime = true
        default: break
        }
    }
}
