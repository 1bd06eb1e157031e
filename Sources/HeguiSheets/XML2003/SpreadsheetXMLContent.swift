internal import HeguiDiagnostics

/// The sheets of an XML spreadsheet as Excel 2003 writes it.
final class SpreadsheetXMLContent: MarkupHandler {
    private(set) var sheets: [Sheet] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the file says that it is a report or a marked copy of ours.
    private(set) var isOwn = false
    private let file: String
    private let limits: IntakeLimits
    private var path: [String] = []
    private var styles = SpreadsheetXMLStyles()
    private var isDated1904 = false
    private var sheet: SpreadsheetXMLSheet?
    private var state = Sheet.State.visible
    private var stateText = ""
    private var room: SheetRoom

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
        room = SheetRoom(limits)
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        path.append(name)
        if sheet != nil {
            if path.count > 3, path[2] == "Table" {
                try sheet?.start(name, attributes, in: path[3...].dropLast())
            }
            return
        }
        switch name {
        case "Worksheet" where path.count == 2: try startSheet(attributes)
        case "Date1904": isDated1904 = true
        case _ where path.count == 3 && path[1] == "CustomDocumentProperties":
            isOwn = isOwn || name.hasPrefix(OwnProperties.prefix)
        case _ where path.count > 2 && path[1] == "Styles": styles.start(name, attributes)
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        path.removeLast()
        guard sheet != nil else {
            styles.end(name)
            return
        }
        switch name {
        case "Worksheet" where path.count == 1: endSheet()
        case "Visible":
            switch stateText {
            case "SheetHidden": state = .hidden
            case "SheetVeryHidden": state = .veryHidden
            default: break
            }
            stateText = ""
        case _ where path.count > 2 && path[2] == "Table":
            try sheet?.end(name, in: path[3...])
        default: break
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        if path.last == "Visible" {
            if stateText.utf8.count < 64 { stateText += piece }
        } else {
            sheet?.text(piece)
        }
    }

    private func startSheet(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        guard sheets.count < limits.sheets else {
            throw IntakeFailure(.tooManySheets(file, sheets.count + 1, limit: limits.sheets))
        }
        let title = SheetTitle(
            attributes.value("Name") ?? "", number: sheets.count + 1, file: file, limits: limits)
        if let diagnostic = title.diagnostic { diagnostics.append(diagnostic) }
        state = .visible
        sheet = SpreadsheetXMLSheet(
            name: title.text, isDated1904: isDated1904, styles: styles, limits: limits,
            draft: SheetDraft(file: file, name: title.text, limits: limits, room: room))
    }

    private func endSheet() {
        guard let sheet else { return }
        self.sheet = nil
        room = sheet.draft.room
        if state != .visible { diagnostics.append(.sheetHidden(file, sheet: sheet.name)) }
        diagnostics += sheet.diagnostics
        sheets.append(sheet.draft.sheet(state, isDated1904: isDated1904))
    }
}
