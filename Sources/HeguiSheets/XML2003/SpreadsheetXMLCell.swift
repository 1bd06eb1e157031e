internal import HeguiCalendar
internal import HeguiDiagnostics

/// What a cell of an XML spreadsheet holds, before it is known what it means.
struct SpreadsheetXMLCell {
    var column = 1
    var style: String?
    var hasFormula = false
    /// nil where the cell has no data.
    var type: String?
    var text = CellText()
}

/// A cell of an XML spreadsheet → the cell, with what is wrong about it.
struct SpreadsheetXMLDecoder {
    var isDated1904 = false
    private(set) var found = FirstDiagnostics()

    /// Returns the cell at `address`, or nil where it is empty.
    mutating func cell(
        _ written: SpreadsheetXMLCell, format: NumberFormat, at address: CellAddress
    ) -> RawCell? {
        let text = written.text.text
        func make(_ text: String, as kind: RawCell.Kind) -> RawCell {
            RawCell(
                column: written.column, text: text, kind: kind, isFormula: written.hasFormula)
        }
        switch written.type {
        case nil: return written.hasFormula ? make("", as: .uncomputed) : nil
        case "String"?: return text.isEmpty ? nil : make(text, as: .text)
        case "Boolean"? where text == "1": return make("TRUE", as: .bool)
        case "Boolean"? where text == "0": return make("FALSE", as: .bool)
        case "Error"?: return make(text, as: .error)
        case "Number"?:
            if let number = ExactDecimal(text) {
                return dated(make(number.text, as: .number), number, format: format, at: address)
            }
        case "DateTime"?:
            if let moment = DayTime(text) {
                return dated(make("", as: .date), moment, format: format, at: address)
            }
        default: break
        }
        // A formula whose result is the empty number of some programs.
        if text.isEmpty { return written.hasFormula ? make("", as: .uncomputed) : nil }
        found.append(.numberMalformed(address))
        return make("", as: .error)
    }

    private mutating func dated(
        _ cell: RawCell, _ number: ExactDecimal, format: NumberFormat, at address: CellAddress
    ) -> RawCell {
        guard format.isDate else { return cell }
        let shown = RawCell(
            column: cell.column, number: number, format: format,
            system: isDated1904 ? .from1904 : .from1900, isFormula: cell.isFormula)
        if shown.kind == .number { found.append(.dateOutOfRange(address)) }
        return shown
    }

    /// Times without a day stand on 31 December 1899.
    private mutating func dated(
        _ cell: RawCell, _ moment: DayTime, format: NumberFormat, at address: CellAddress
    ) -> RawCell {
        var cell = cell
        // Excel counts a day that never was, so that its days before it are one less.
        let serial = moment.serial - (moment.serial < 61 ? 1 : 0)
        guard format.isTimeOnly || serial < 1 else {
            let whole = NumberFormat(
                showsYear: true, showsMonth: true, showsDay: true, showsTime: moment.seconds > 0)
            return cell.showing(CellDate(moment, format: format.isDate ? format : whole))
        }
        if !format.isTimeOnly { found.append(.dateOutOfRange(address)) }
        cell.kind = .number
        cell.text = DayFraction.text(seconds: serial * 86_400 + moment.seconds)
        return cell
    }
}
