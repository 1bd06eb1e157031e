import HeguiPack

/// Where each clause stands in the sheet of clauses, so that other sheets lead there.
struct ClauseRows {
    let sheet: DataText
    private let rows: [String: Int]

    init(_ pack: Pack, sheet: DataText) {
        self.sheet = sheet
        rows = Dictionary(
            pack.clauses.enumerated().map { ($0.element.id, $0.offset + 2) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The clause's number, leading to its words.
    func cell(_ clause: String) -> SheetCell {
        .link(DataText(clause), to: rows[clause].map { "'\(sheet)'!A\($0)" })
    }
}
