import HeguiDiagnostics

/// Writes the cells that a verdict rests on in one line.
enum SourceList {
    /// Further cells are only counted: a rate may rest on hundreds.
    private static let limit = 3

    /// Returns `a.xlsx ▸ Sheet1 ▸ C5`, the first few where there are several; empty for none.
    static func text(_ cells: [CellAddress], in language: Language) -> String {
        let separator = Message(zh: "；", en: "; ").text(in: language)
        let named = cells.prefix(limit).map { Location.cell($0).description(in: language) }
            .joined(separator: separator)
        guard cells.count > limit else { return named }
        return named
            + Message(
                zh: " 等 \(cells.count) 处", en: " and \(cells.count - limit) more"
            ).text(in: language)
    }
}
