/// A paragraph or a table of a text document.
enum WordBlock: Sendable {
    case paragraph(WordStyle, DataText)
    case table(WordTable)
}

/// A table whose headings stand again on every page.
struct WordTable: Sendable {
    struct Column: Sendable {
        let title: DataText
        /// Its share of the width, in percent.
        let share: Int
        let style: WordStyle

        init(_ title: DataText, share: Int, style: WordStyle = .cell) {
            self.title = title
            self.share = share
            self.style = style
        }
    }

    let columns: [Column]
    var rows: [[DataText]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }
}
