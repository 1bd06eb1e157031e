internal import HeguiDiagnostics
internal import HeguiTables

/// The options of a block of a form: those that are ticked, and those of which nobody can tell.
struct TickedOptions {
    struct Option {
        let label: String
        let address: CellAddress
    }

    private(set) var ticked: [Option] = []
    private(set) var doubts: [Option] = []

    /// The options of these lines; `isLabel` says whether a text is a label of the form instead.
    init(_ lines: [SheetText.Line], isLabel: (String) -> Bool) {
        let rows = TickedOptions.rows(lines)
        let hasSigns = rows.contains { TickLine($0.raw).hasSigns }
        let read = rows.map { TickLine($0.raw, hasSigns: hasSigns, keepsLeading: true) }
        let hasTicks = read.contains { $0.hasTicks }
        for (row, line) in zip(rows, read) {
            if line.hasSigns {
                let line = TickLine(row.raw, hasTicks: hasTicks, hasSigns: true, keepsLeading: true)
                for choice in line.choices { add(choice, at: row.address) }
            } else {
                // A line of its own that is no list of options is not taken for one.
                let isOptions = (line.hasHeading || !hasSigns) && !RowWords.isNote(row.text)
                let words = isOptions ? line.words : []
                for word in words where TickedOptions.isOption(word) && !isLabel(word.compact) {
                    doubts.append(Option(label: word, address: row.address))
                }
            }
        }
    }

    private mutating func add(_ choice: TickReader.Choice, at address: CellAddress) {
        let word = choice.label.split(separator: ":").first.map { String($0).compact }
        guard let word, !word.isEmpty else { return }
        let option = Option(label: word, address: address)
        if choice.isTicked {
            ticked.append(option)
        } else if choice.isDoubtful {
            doubts.append(option)
        }
    }

    private static func isOption(_ word: String) -> Bool {
        let text = word.compact
        if ["是", "否"].contains(text) { return true }
        return text.count > 1 && text.unicodeScalars.contains(where: \.isIdeograph)
            && !text.hasSuffix(":") && !text.hasSuffix(")")
    }

    /// The lines, with the cells of a row put together where a box has a cell of its own.
    private static func rows(_ lines: [SheetText.Line]) -> [SheetText.Line] {
        var rows: [SheetText.Line] = []
        // Whether the last row was put together and ends with a box that has no word yet.
        var isOpen = false
        for line in lines {
            let isSigns = TickLine(line.raw).isOnlySigns
            let isNext =
                rows.last.map {
                    $0.address.row == line.address.row && $0.address.column != line.address.column
                } ?? false
            if let last = rows.last, isNext, isOpen || isSigns {
                rows[rows.count - 1] = SheetText.Line(
                    text: last.text + line.text, address: last.address,
                    raw: last.raw + "  " + line.raw)
            } else {
                rows.append(line)
            }
            isOpen = isSigns
        }
        return rows
    }
}
