internal import HeguiDiagnostics

/// The tables of a web page.
final class WebPage: PageHandler {
    /// What an open element does to what stands in it.
    private enum Role {
        case plain, table, group, row, cell, block, hidden, styleSheet, sheetName
    }

    /// In the order of their beginnings.
    var tables: [WebTable] { slots.compactMap(\.self) }
    private(set) var isOwn = false
    private(set) var hasFrames = false
    private(set) var outline: [ExcelOutline.Entry] = []
    private let file: String
    private let limits: IntakeLimits
    /// What the file may still have.
    private(set) var room: SheetRoom
    private var styles: PageStyles
    private var sheetText = ""
    private var slots: [WebTable?] = []
    private var open: [(slot: Int, hidden: Int, table: WebTable)] = []
    private var elements: [Role] = []
    private var skipped = 0
    private var hidden = 0
    /// What stands outside all tables since the last one.
    private var outside: FlowText
    /// Whether an office program wrote the page, which writes nothing of ours outside tables.
    private var isOffice = false
    private var nextName: String?

    private static let foreign: Set<String> = [
        "script", "title", "template", "object", "comment", "button", "svg", "math", "noscript",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dt", "dd", "center",
        "hr",
        "blockquote", "form", "fieldset", "caption", "pre",
    ]

    /// `sheets` are the style sheets that stand beside the page.
    init(file: String, limits: IntakeLimits, room: SheetRoom, sheets: [String] = []) {
        self.file = file
        self.limits = limits
        self.room = room
        outside = FlowText(limit: limits.cellLength)
        styles = PageStyles()
        for sheet in sheets { styles.add(sheet: sheet) }
    }

    /// Reads the page, in UTF-8; `isCut` says that the bytes end before the page does.
    func read(_ utf8: [UInt8], isCut: Bool) throws(IntakeFailure) {
        try HTMLParser.run(utf8, file: file, handler: self) { reachEnd(isCut: isCut) }
        try finish()
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        let style = styles.declarations(of: attributes)
        guard !isForeign(name, attributes) else {
            skipped = 1
            return
        }
        elements.append(try begin(name, attributes, style: style))
    }

    private func begin(
        _ name: String, _ attributes: [MarkupAttribute], style: PageStyles.Declarations
    ) throws(IntakeFailure) -> Role {
        if let role = try beginTable(name, attributes, style: style) { return role }
        switch name {
        case "style": return .styleSheet
        case "br": write { $0.breakLine() }
        case "meta": note(attributes)
        case "frame": hasFrames = true
        case "input": if let text = Self.shown(attributes) { write { $0.append(text) } }
        case "em" where isOffice && open.isEmpty:
            nextName = ""
            return .sheetName
        default: break
        }
        if style.isHidden {
            hidden += 1
            return .hidden
        }
        guard Self.blocks.contains(name) else { return .plain }
        write { $0.startBlock() }
        return .block
    }

    /// Begins what is part of a table; nil for other elements.
    private func beginTable(
        _ name: String, _ attributes: [MarkupAttribute], style: PageStyles.Declarations
    ) throws(IntakeFailure) -> Role? {
        switch name {
        case "table":
            startTable(isHidden: style.isHidden || hidden > 0)
            return .table
        case "thead", "tbody", "tfoot":
            try change { (table, left) throws(IntakeFailure) in
                try table.endRow(&left)
                table.isGroupHidden = style.isHidden
            }
            return .group
        case "tr":
            try flushOutside()
            try change { (table, left) throws(IntakeFailure) in
                try table.startRow(isHidden: style.isHidden, &left)
            }
            return .row
        case "td", "th":
            try flushOutside()
            let cell = WebCell(attributes, format: style.format, limits: limits)
            try change { (table, left) throws(IntakeFailure) in
                try table.startCell(cell, &left)
            }
            return .cell
        default: return nil
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        switch elements.popLast() {
        case .table?: try endTable()
        case .group?:
            try change { (table, left) throws(IntakeFailure) in
                try table.endRow(&left)
                table.isGroupHidden = false
            }
        case .row?: try change { (table, left) throws(IntakeFailure) in try table.endRow(&left) }
        case .cell?: try change { (table, left) throws(IntakeFailure) in try table.endCell(&left) }
        case .block?: write { $0.startBlock() }
        case .hidden?: hidden -= 1
        case .styleSheet?:
            styles.add(sheet: sheetText)
            sheetText = ""
        case .plain?, .sheetName?, nil: break
        }
    }

    func text(_ piece: String) {
        guard skipped == 0 else { return }
        switch elements.last {
        case .styleSheet?:
            if sheetText.utf8.count < 1 << 20 { sheetText += piece }
        case .sheetName?:
            if (nextName ?? "").utf8.count < 1_000 { nextName = (nextName ?? "") + piece }
        default: write { $0.append(piece) }
        }
    }

    func comment(_ text: String) {
        if outline.isEmpty { outline = ExcelOutline.entries(in: text, file: file) }
    }

    /// Whether an element holds nothing that is shown as text of the table or beside it.
    private func isForeign(_ name: String, _ attributes: [MarkupAttribute]) -> Bool {
        switch name {
        case _ where Self.foreign.contains(name): true
        // Of a list to choose from, what is chosen.
        case "option": attributes.value("selected") == nil
        // Outside tables, links lead to other pages.
        case "a": open.isEmpty && attributes.value("href") != nil
        default:
            attributes.value("style")?.contains("mso-element:comment") ?? false
                || attributes.value("class")?.hasPrefix("msocom") ?? false
        }
    }

    private func note(_ attributes: [MarkupAttribute]) {
        let name = attributes.value("name")?.lowercased() ?? ""
        let content = attributes.value("content") ?? ""
        if name.hasPrefix(OwnProperties.prefix) { isOwn = true }
        guard name == "generator" else { return }
        if content.hasPrefix("hegui") { isOwn = true }
        if content.contains("Office") { isOffice = true }
    }

    /// What a field of a form shows; nil for those that show nothing.
    private static func shown(_ attributes: [MarkupAttribute]) -> String? {
        switch attributes.value("type")?.lowercased() ?? "text" {
        case "checkbox", "radio": attributes.value("checked") == nil ? "□" : "☑"
        case "hidden", "button", "submit", "reset", "image", "file", "password": nil
        default: attributes.value("value")
        }
    }
}

// Tables as they begin and end.
extension WebPage {
    private func startTable(isHidden: Bool) {
        let table = WebTable(
            file: file, title: "表\(slots.count + 1)", isHidden: isHidden, limits: limits)
        open.append((slots.count, hidden, table))
        slots.append(nil)
        if open.count == 1, let name = nextName, !name.isEmpty {
            open[0].table.name = name
            nextName = nil
        }
    }

    private func endTable() throws(IntakeFailure) {
        try flushOutside()
        guard var last = open.popLast() else { return }
        try last.table.endRow(&room)
        if last.table.isLayout, open.contains(where: { $0.table.hasCell }) {
            let text = last.table.text
            write { flow in
                flow.startBlock()
                for line in text.split(separator: "\n") {
                    flow.append(String(line))
                    flow.breakLine()
                }
            }
        } else {
            slots[last.slot] = last.table
        }
    }

    private func change(
        _ body: (inout WebTable, inout SheetRoom) throws(IntakeFailure) -> Void
    ) throws(IntakeFailure) {
        guard let index = open.indices.last else { return }
        try body(&open[index].table, &room)
    }

    /// Writes to the innermost open cell, or beside the tables where there is none.
    private func write(_ body: (inout FlowText) -> Void) {
        guard hidden <= open.last?.hidden ?? 0 else { return }
        if let index = open.lastIndex(where: { $0.table.hasCell }) {
            open[index].table.write(body)
        } else {
            body(&outside)
        }
    }

    /// Makes the lines that stand before a table the rows above it, as spreadsheet programs do.
    private func flushOutside() throws(IntakeFailure) {
        guard let index = open.indices.last, !open[index].table.isBegun,
            !open.contains(where: { $0.table.hasCell })
        else { return }
        for line in takeLines() { try open[index].table.addLine(line, &room) }
    }

    private func takeLines() -> [String] {
        let text = outside.content
        outside = FlowText(limit: limits.cellLength)
        guard !isOffice, !text.isTooLong else { return [] }
        return text.text.split(separator: "\n")
            .map { line in
                var flow = FlowText(limit: limits.cellLength)
                flow.append(String(line))
                return flow.trimmed
            }.filter { !$0.isEmpty }
    }

    /// What is open where the bytes end was cut off, unless the page is only written carelessly.
    private func reachEnd(isCut: Bool) {
        guard isCut, let index = open.indices.last else { return }
        open[index].table.isCut = true
    }

    /// Puts what stands below the last table under it.
    private func finish() throws(IntakeFailure) {
        guard let last = slots.lastIndex(where: { $0 != nil }), var table = slots[last] else {
            return
        }
        for line in takeLines() { try table.addLine(line, &room) }
        slots[last] = table
    }
}
