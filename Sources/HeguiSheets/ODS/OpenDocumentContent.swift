internal import HeguiDiagnostics

/// The tables of an OpenDocument spreadsheet, from the parts that hold its styles and its content.
final class OpenDocumentContent: MarkupHandler {
    /// What the document is, once its body is reached.
    private(set) var body: String?
    private(set) var sheets: [Sheet] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: String
    private let limits: IntakeLimits
    private let isCommonStyles: Bool
    private var styles: OpenDocumentStyles
    private var decoder = OpenDocumentDecoder()
    private var path: [String] = []
    /// How many elements are open of what holds no cells of the spreadsheet itself.
    private var skipped = 0
    private var table: OpenDocumentTable?
    private let properties = OwnProperties()
    private var room: SheetRoom

    /// `isCommonStyles` says that the part holds what all parts share; its automatic styles are then
    /// those of pages, which have the same names as those of cells.
    init(
        file: String, limits: IntakeLimits, styles: OpenDocumentStyles = OpenDocumentStyles(),
        isCommonStyles: Bool = false
    ) {
        self.file = file
        self.limits = limits
        self.styles = styles
        self.isCommonStyles = isCommonStyles
        room = SheetRoom(limits)
    }

    /// Whether the document says that it is a report or a marked copy of ours.
    var isOwn: Bool { properties.isThere }

    /// The styles that were read, for the part that uses them.
    var commonStyles: OpenDocumentStyles { styles }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        if table != nil {
            try table?.start(name, attributes)
            return
        }
        switch path.last {
        case "body": body = name
        case "spreadsheet":
            if name == "table" { try startTable(attributes) }
            if !["table", "calculation-settings"].contains(name) { return skipped = 1 }
        case "calculation-settings" where name == "null-date":
            decoder.isDated1904 = attributes.value("date-value") == "1904-01-01"
        case "document-styles", "document", "document-content":
            if isCommonStyles, name == "automatic-styles" { return skipped = 1 }
        default: break
        }
        if body == nil {
            styles.start(name, attributes)
            properties.start(name, attributes)
        }
        if table == nil { path.append(name) }
    }

    func end(_ name: String) throws(IntakeFailure) {
        if skipped > 0 {
            skipped -= 1
        } else if table != nil {
            if try table?.end(name, styles: &styles, decoder: &decoder) == true { endTable() }
        } else {
            if body == nil { styles.end(name) }
            path.removeLast()
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        if skipped == 0 { table?.text(piece) }
    }

    private func startTable(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        guard sheets.count < limits.sheets else {
            throw IntakeFailure(.tooManySheets(file, sheets.count + 1, limit: limits.sheets))
        }
        let title = SheetTitle(
            attributes.value("name") ?? "", number: sheets.count + 1, file: file, limits: limits)
        if let diagnostic = title.diagnostic { diagnostics.append(diagnostic) }
        if styles.hidesTable(attributes.value("style-name")) {
            diagnostics.append(.sheetHidden(file, sheet: title.text))
        }
        table = OpenDocumentTable(
            isHidden: styles.hidesTable(attributes.value("style-name")), limits: limits,
            draft: SheetDraft(file: file, name: title.text, limits: limits, room: room))
    }

    private func endTable() {
        guard let table else { return }
        self.table = nil
        room = table.draft.room
        diagnostics += decoder.found.items + table.draft.diagnostics
        let isDated1904 = decoder.isDated1904
        decoder = OpenDocumentDecoder()
        decoder.isDated1904 = isDated1904
        sheets.append(
            table.draft.sheet(table.isHidden ? .hidden : .visible, isDated1904: isDated1904))
    }
}
