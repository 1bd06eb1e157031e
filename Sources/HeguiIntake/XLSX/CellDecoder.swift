internal import HeguiCalendar
internal import HeguiDiagnostics

/// What a cell's element held, before it is known what it means.
struct CellContent {
    var reference = CellReference.origin
    var type = "n"
    var style = 0
    var hasFormula = false
    var hasValue = false
    var value = CellText()
    var inline = CellText()
}

/// A cell's content → the cell, with what is wrong about it.
struct CellDecoder {
    let strings: [String]
    let formats: [NumberFormat]
    let system: DateSystem
    let address: (CellReference) -> CellAddress
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var uncomputed: (count: Int, first: CellAddress)?

    init(
        strings: [String], formats: [NumberFormat], system: DateSystem,
        address: @escaping (CellReference) -> CellAddress
    ) {
        self.strings = strings
        self.formats = formats
        self.system = system
        self.address = address
    }

    /// Returns the cell, or nil where it is empty.
    mutating func cell(_ content: CellContent) -> RawCell? {
        let value = content.value.text
        if content.hasFormula, !content.hasValue || (value.isEmpty && content.type != "str") {
            let first = uncomputed?.first ?? address(content.reference)
            uncomputed = (1 + (uncomputed?.count ?? 0), first)
            return RawCell(
                column: content.reference.column, text: "", kind: .uncomputed, isFormula: true
            )
        }
        switch content.type {
        case "inlineStr": return text(content.inline.unescaped, content)
        case "str": return text(content.value.unescaped, content)
        case "s": return value.isEmpty ? nil : shared(value, content)
        case _ where value.isEmpty: return nil
        case "b" where ["1", "true"].contains(value): return make("TRUE", .bool, content)
        case "b" where ["0", "false"].contains(value): return make("FALSE", .bool, content)
        case "e": return make(value, .error, content)
        case "d": return isoDate(value, content)
        case "n": return number(value, content)
        default: return broken(content)
        }
    }

    private func make(_ text: String, _ kind: RawCell.Kind, _ content: CellContent) -> RawCell {
        RawCell(
            column: content.reference.column, text: text, kind: kind,
            isFormula: content.hasFormula
        )
    }

    private func text(_ text: String, _ content: CellContent) -> RawCell? {
        text.isEmpty ? nil : make(text, .text, content)
    }

    private mutating func broken(_ content: CellContent) -> RawCell {
        diagnostics.append(.numberMalformed(address(content.reference)))
        return make("", .error, content)
    }

    private mutating func shared(_ value: String, _ content: CellContent) -> RawCell? {
        guard let index = Int(value), strings.indices.contains(index) else {
            diagnostics.append(.sharedStringMissing(address(content.reference)))
            return make("", .error, content)
        }
        return text(strings[index], content)
    }

    private mutating func number(_ value: String, _ content: CellContent) -> RawCell {
        guard let number = ExactDecimal(value) else { return broken(content) }
        var cell = make(number.text, .number, content)
        let isStyled = formats.indices.contains(content.style)
        let format = isStyled ? formats[content.style] : .plain
        guard format.isDate else { return cell }
        guard let date = CellDate(number, format: format, system: system) else {
            diagnostics.append(.dateOutOfRange(address(content.reference)))
            return cell
        }
        cell.kind = .date
        cell.text = date.text
        cell.date = date.range
        cell.isYearShown = date.isYearShown
        return cell
    }

    /// A date of a strict workbook: `2013-01-04`, `2013-01-04T08:30:00`.
    private mutating func isoDate(_ value: String, _ content: CellContent) -> RawCell {
        guard let day = Day(String(value.prefix(10))) else { return broken(content) }
        var cell = make(value.replacing("T", with: " "), .date, content)
        cell.date = DayRange(day)
        return cell
    }
}
