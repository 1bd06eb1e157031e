internal import HeguiCalendar
internal import HeguiDiagnostics

/// A cell's content → the cell, with what is wrong about it.
struct CellDecoder {
    let content: WorkbookContent
    let address: (CellReference) -> CellAddress
    private var found = FirstDiagnostics()
    private(set) var uncomputed: (count: Int, first: CellAddress)?

    init(_ content: WorkbookContent, address: @escaping (CellReference) -> CellAddress) {
        self.content = content
        self.address = address
    }

    var diagnostics: [Diagnostic] { found.items }

    /// Returns the cell, or nil where it is empty.
    mutating func cell(_ written: CellContent) -> RawCell? {
        let value = written.value.text
        if written.hasFormula, !written.hasValue || (value.isEmpty && written.type != "str") {
            let first = uncomputed?.first ?? address(written.reference)
            uncomputed = (1 + (uncomputed?.count ?? 0), first)
            return RawCell(
                column: written.reference.column, text: "", kind: .uncomputed, isFormula: true
            )
        }
        switch written.type {
        case "inlineStr": return text(written.inline.unescaped, written)
        case "str": return text(written.value.unescaped, written)
        case "s": return value.isEmpty ? nil : shared(value, written)
        case _ where value.isEmpty: return nil
        case "b" where ["1", "true"].contains(value): return make("TRUE", as: .bool, written)
        case "b" where ["0", "false"].contains(value): return make("FALSE", as: .bool, written)
        case "e": return make(value, as: .error, written)
        case "d": return isoDate(value, written)
        case "n": return number(value, written)
        default: return broken(written)
        }
    }

    private func make(_ text: String, as kind: RawCell.Kind, _ written: CellContent) -> RawCell {
        RawCell(
            column: written.reference.column, text: text, kind: kind,
            isFormula: written.hasFormula
        )
    }

    private func text(_ text: String, _ written: CellContent) -> RawCell? {
        text.isEmpty ? nil : make(text, as: .text, written)
    }

    private mutating func broken(_ written: CellContent) -> RawCell {
        found.append(.numberMalformed(address(written.reference)))
        return make("", as: .error, written)
    }

    private mutating func shared(_ value: String, _ written: CellContent) -> RawCell? {
        guard let index = Int(value), content.strings.indices.contains(index) else {
            found.append(.sharedStringMissing(address(written.reference)))
            return make("", as: .error, written)
        }
        return text(content.strings[index], written)
    }

    private mutating func number(_ value: String, _ written: CellContent) -> RawCell {
        guard let number = ExactDecimal(value) else { return broken(written) }
        let format = content.format(written.style)
        let cell = RawCell(
            column: written.reference.column, number: number, format: format,
            system: content.system, isFormula: written.hasFormula)
        if format.isDate, cell.kind == .number {
            found.append(.dateOutOfRange(address(written.reference)))
        }
        return cell
    }

    /// A date of a strict workbook: `2013-01-04`, `2013-01-04T08:30:00`.
    private mutating func isoDate(_ value: String, _ written: CellContent) -> RawCell {
        guard let day = Day(String(value.prefix(10))) else { return broken(written) }
        var cell = make(value.replacing("T", with: " "), as: .date, written)
        cell.date = DayRange(day)
        return cell
    }
}
