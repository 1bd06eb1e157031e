internal import HeguiDiagnostics

/// What Excel writes of a workbook's sheets into a comment of the page.
final class ExcelOutline: PageHandler {
    struct Entry {
        var name = ""
        /// The page that holds the sheet, in a workbook of several.
        var page: String?
        var state = Sheet.State.visible
    }

    private(set) var entries: [Entry] = []
    private var element = ""
    private static let most = 256
    private static let longest = 1_000

    /// Returns what a comment says; nothing for those that say something else.
    static func entries(in comment: String, file: String) -> [Entry] {
        guard comment.utf8.count < 1 << 20, let start = comment.firstRange(of: "<xml") else {
            return []
        }
        guard comment.contains("ExcelWorksheet") else { return [] }
        let outline = ExcelOutline()
        let text = Array(comment[start.lowerBound...].utf8)
        guard (try? HTMLParser.run(text, file: file, handler: outline)) != nil else { return [] }
        return outline.entries
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        element = name
        if name == "x:excelworksheet", entries.count < Self.most { entries.append(Entry()) }
        if name == "x:worksheetsource", let last = entries.indices.last {
            entries[last].page = attributes.value("href")
        }
    }

    func end(_ name: String) { element = "" }

    func text(_ piece: String) {
        guard let last = entries.indices.last, piece.utf8.count < Self.longest else { return }
        switch element {
        case "x:name" where entries[last].name.utf8.count < Self.longest:
            entries[last].name += piece
        case "x:visible":
            let states: [String: Sheet.State] = [
                "SheetHidden": .hidden, "SheetVeryHidden": .veryHidden,
            ]
            entries[last].state = states[piece] ?? entries[last].state
        default: break
        }
    }

    func comment(_ text: String) {}
}
