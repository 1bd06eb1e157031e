/// What `workbook.xml` says: the sheets in their order and the date system.
final class WorkbookOutline: MarkupHandler {
    struct Entry {
        let name: String
        let relationship: String
        let state: Sheet.State
    }

    private(set) var sheets: [Entry] = []
    private(set) var isDated1904 = false
    private var isInSheets = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "workbookPr": isDated1904 = attributes.isTrue("date1904")
        case "sheets": isInSheets = true
        case "sheet" where isInSheets:
            let state = attributes.value("state").flatMap(Sheet.State.init(rawValue:))
            sheets.append(
                Entry(
                    name: attributes.value("name") ?? "",
                    relationship: attributes.value("id") ?? "",
                    state: state ?? .visible
                )
            )
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        if name == "sheets" { isInSheets = false }
    }
}

/// What the sheets of a workbook share.
struct WorkbookContent {
    let strings: [String]
    /// By style number.
    let formats: [NumberFormat]
    let system: DateSystem
}
