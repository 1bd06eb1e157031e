import HeguiDiagnostics

/// Writes the cells that a verdict rests on in one line.
enum SourceList {
    /// Further cells are only counted: a rate may rest on hundreds.
    private static let limit = 3

    /// Returns `a.xlsx ▸ Sheet1 ▸ C5`, the first few where there are several; empty for none.
    ///
    /// A cell of the same sheet as the one before it is named by its column and row alone.
    static func text(_ cells: [CellAddress], in language: Language) -> String {
        let separator = Message(zh: "；", en: "; ").text(in: language)
        let comma = Message(zh: "、", en: ", ").text(in: language)
        var text = ""
        var last: CellAddress?
        for cell in cells.prefix(limit) {
            if let last, last.file == cell.file, last.sheet == cell.sheet {
                text += comma + cell.reference(in: language)
            } else {
                text += (last == nil ? "" : separator)
                text += Location.cell(cell).description(in: language)
            }
            last = cell
        }
        guard cells.count > limit else { return text }
        let more = Message(zh: " 等 \(cells.count) 处", en: " and \(cells.count - limit) more")
        return text + more.text(in: language)
    }
}
