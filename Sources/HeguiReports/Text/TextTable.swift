import HeguiDiagnostics

/// What a piece of text is, so that a terminal can colour it.
enum Tone {
    case plain, heading, strong, muted
    case mandatory, verify, hint, good

    fileprivate var code: MaskedText? {
        switch self {
        case .plain: nil
        case .heading: "1;36"
        case .strong: "1"
        case .muted: "2"
        case .mandatory: "1;31"
        case .verify: "33"
        case .hint: "34"
        case .good: "32"
        }
    }
}

/// Makes text fit to print: personal numbers masked, control characters shown, coloured if wanted.
struct Pen: Sendable {
    let isColoured: Bool
    let redaction: Redaction

    /// Returns `text` ready to print in `tone`.
    func callAsFunction(_ text: DataText, _ tone: Tone = .plain) -> MaskedText {
        coloured(clean(text), tone)
    }

    /// Returns `text` in one line without personal numbers or anything that a terminal would obey.
    func clean(_ text: DataText) -> MaskedText {
        redaction.masked(text).visible
    }

    /// Returns `text`, which is clean already, in `tone`.
    func coloured(_ text: MaskedText, _ tone: Tone) -> MaskedText {
        guard isColoured, let code = tone.code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// Returns where something stands in a file of a pack: `rules/late.yaml:12`.
    func place(_ span: Span) -> MaskedText {
        clean("\(span.file):\(span.start.line)")
    }
}

/// Lines up columns by the width that their text takes on a terminal.
struct TextTable {
    struct Cell {
        var text: DataText
        var tone = Tone.plain
    }

    private struct Row {
        var cells: [Cell]
        /// Whole lines that stand below the row, ready to print.
        var notes: [MaskedText]
    }

    private let alignments: [DisplayWidth.Alignment]
    private var rows: [Row] = []

    init(_ alignments: [DisplayWidth.Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row of at most as many cells as there are columns.
    mutating func add(_ cells: [Cell], notes: [MaskedText] = []) {
        rows.append(Row(cells: Array(cells.prefix(alignments.count)), notes: notes))
    }

    /// Adds a row of plain texts.
    mutating func add(_ texts: [DataText], tone: Tone = .plain) {
        add(texts.map { Cell(text: $0, tone: tone) })
    }

    /// One long name of a file must not push all other columns off the screen.
    private static let widest = 100

    /// The texts of a row, short where another follows.
    private func shown(_ cells: [Cell], _ pen: Pen) -> [MaskedText] {
        let texts = cells.map { pen.clean($0.text) }
        let last = texts.lastIndex { !$0.isEmpty } ?? 0
        return texts.enumerated().map { column, text in
            column < last ? text.changed { DisplayWidth.shorten($0, to: Self.widest) } : text
        }
    }

    /// A last column of fewer columns is not broken into lines.
    private static let narrowest = 16

    /// Writes every row after `indent`, without spaces at the ends of lines.
    ///
    /// - Parameters:
    ///   - stream: what is written to.
    ///   - indent: stands before each line.
    ///   - pen: makes the text fit to print.
    ///   - screen: the columns of a screen, for which a long last column is broken; nil: never.
    func write(
        to stream: inout ReportStream, indent: MaskedText, pen: Pen, width screen: Int? = nil
    ) {
        let texts = rows.map { shown($0.cells, pen) }
        var widths = alignments.map { _ in 0 }
        for row in texts {
            for (column, text) in row.enumerated() {
                widths[column] = max(widths[column], text.width)
            }
        }
        for (row, texts) in zip(rows, texts) {
            var line = indent
            let last = texts.lastIndex { !$0.isEmpty } ?? -1
            for (column, text) in texts.enumerated() where column <= last {
                let alignment = alignments[column]
                let isOpenEnd = column == last && alignment == .left
                let tone = row.cells[column].tone
                if isOpenEnd {
                    let start = indent.width + widths[..<column].reduce(2 * column, +)
                    let room = max(Self.narrowest, (screen ?? .max) - start)
                    line += text.wrapped(to: room).map { pen.coloured($0, tone) }
                        .joined(separator: "\n" + .spaces(start))
                } else {
                    line += pen.coloured(
                        text.padded(to: widths[column], alignment: alignment), tone)
                }
                if column < last { line += "  " }
            }
            stream.write(line + "\n")
            for note in row.notes { stream.write(note + "\n") }
        }
    }
}
