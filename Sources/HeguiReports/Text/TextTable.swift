import HeguiDiagnostics

/// Lines up columns by the width that their text takes on a terminal.
struct TextTable {
    struct Cell {
        var text: String
        var tone = Tone.plain
    }

    private struct Row {
        var cells: [Cell]
        /// Whole lines that stand below the row, ready to print.
        var notes: [String]
    }

    private let alignments: [DisplayWidth.Alignment]
    private var rows: [Row] = []

    init(_ alignments: [DisplayWidth.Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row of at most as many cells as there are columns.
    mutating func add(_ cells: [Cell], notes: [String] = []) {
        rows.append(Row(cells: Array(cells.prefix(alignments.count)), notes: notes))
    }

    /// Adds a row of plain texts.
    mutating func add(_ texts: [String], tone: Tone = .plain) {
        add(texts.map { Cell(text: $0, tone: tone) })
    }

    /// Writes every row after `indent`, without spaces at the ends of lines.
    func write(to stream: inout ReportStream, indent: String, ink: Ink) {
        let rows = rows.map { row in
            Row(
                cells: row.cells.map { Cell(text: ink.clean($0.text), tone: $0.tone) },
                notes: row.notes)
        }
        var widths = alignments.map { _ in 0 }
        for row in rows {
            for (column, cell) in row.cells.enumerated() {
                widths[column] = max(widths[column], DisplayWidth.of(cell.text))
            }
        }
        for row in rows {
            var line = indent
            let last = row.cells.lastIndex { !$0.text.isEmpty } ?? -1
            for (column, cell) in row.cells.enumerated() where column <= last {
                let alignment = alignments[column]
                let isOpenEnd = column == last && alignment == .left
                let filled =
                    isOpenEnd
                    ? cell.text
                    : DisplayWidth.pad(cell.text, to: widths[column], alignment: alignment)
                line += ink(filled, cell.tone)
                if column < last { line += "  " }
            }
            stream.write(line + "\n")
            for note in row.notes { stream.write(note + "\n") }
        }
    }
}
