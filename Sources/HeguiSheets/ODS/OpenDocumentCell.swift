internal import HeguiCalendar
internal import HeguiDiagnostics

/// What the element of a cell says, before it is known what it means.
struct OpenDocumentCell {
    private(set) var type: String?
    private(set) var isError = false
    private(set) var style: String?
    private(set) var hasFormula = false
    private(set) var repeated = 1
    private(set) var columns = 1
    private(set) var rows = 1
    private var values: [String: String] = [:]
    var text: ParagraphText

    init(_ attributes: [MarkupAttribute], limits: IntakeLimits) {
        text = ParagraphText(limit: limits.cellLength)
        for attribute in attributes {
            switch attribute.name {
            case "value-type":
                // LibreOffice says beside the standard's type that the value is an error.
                if attribute.value == "error" { isError = true }
                if type == nil { type = attribute.value }
            case "style-name": style = attribute.value
            case "formula": hasFormula = true
            case "number-columns-repeated":
                repeated = Self.count(attribute.value, limit: limits.columns + 1)
            case "number-columns-spanned":
                columns = Self.count(attribute.value, limit: limits.columns)
            case "number-rows-spanned": rows = Self.count(attribute.value, limit: limits.rows)
            case "value", "date-value", "time-value", "boolean-value", "string-value":
                values[attribute.name] = attribute.value
            default: break
            }
        }
    }

    /// The length of the longest value, in UTF-16 units.
    var longestValue: Int { values.values.map(\.utf16.count).max() ?? 0 }

    func value(_ name: String) -> String? { values[name] }

    /// How often something stands there: at least once, and no more than a sheet can hold.
    static func count(_ text: String?, limit: Int) -> Int {
        guard let text else { return 1 }
        guard let count = Int(text) else {
            return !text.isEmpty && text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) ? limit : 1
        }
        return max(1, min(count, limit))
    }
}

/// An OpenDocument cell → the cell, with what is wrong about it.
struct OpenDocumentDecoder {
    var isDated1904 = false
    private(set) var found = FirstDiagnostics()

    /// Returns the cell at `address`, or nil where it is empty; `format` is what its style shows of
    /// a date.
    mutating func cell(
        _ written: OpenDocumentCell, format: NumberFormat?, at address: CellAddress
    ) -> RawCell? {
        let column = address.column ?? 1
        let shown = written.text.content.text
        func make(_ text: String, as kind: RawCell.Kind) -> RawCell {
            RawCell(column: column, text: text, kind: kind, isFormula: written.hasFormula)
        }
        if written.isError || (written.hasFormula && ErrorSign.isOne(shown)) {
            return make(shown, as: .error)
        }
        switch written.type {
        case nil, "void"?:
            if written.hasFormula, !written.text.hasParagraph { return make("", as: .uncomputed) }
            return shown.isEmpty ? nil : make(shown, as: .text)
        case "string"?:
            let text = written.value("string-value") ?? shown
            return text.isEmpty ? nil : make(text, as: .text)
        // LibreOffice has truth values that are numbers and only look otherwise.
        case "float"? where ["TRUE", "FALSE"].contains(shown): return make(shown, as: .bool)
        default: break
        }
        if let cell = value(of: written, make("", as: .error), format: format, at: address) {
            return cell
        }
        found.append(.numberMalformed(address))
        return make("", as: .error)
    }

    /// The cell of a value that is no text; nil where the value does not fit its type.
    private mutating func value(
        of written: OpenDocumentCell, _ cell: RawCell, format: NumberFormat?,
        at address: CellAddress
    ) -> RawCell? {
        var cell = cell
        switch written.type {
        case "boolean"?:
            let truths = ["true": "TRUE", "false": "FALSE"]
            guard let text = written.value("boolean-value").flatMap({ truths[$0] }) else {
                return nil
            }
            (cell.kind, cell.text) = (.bool, text)
            return cell
        case "float"?, "percentage"?, "currency"?:
            guard let number = written.value("value").flatMap({ ExactDecimal($0) }) else {
                return nil
            }
            (cell.kind, cell.text) = (.number, number.text)
            return dated(cell, number, format: format, at: address)
        case "date"?:
            guard let moment = written.value("date-value").flatMap({ DayTime($0) }) else {
                return nil
            }
            return dated(cell, moment, format: format, at: address)
        case "time"?:
            let written = written.value("time-value") ?? ""
            guard let seconds = DayFraction.seconds(duration: written) else { return nil }
            (cell.kind, cell.text) = (.number, DayFraction.text(seconds: seconds))
            return cell
        default: return nil
        }
    }

    /// The cell of a number, which may stand for a day.
    private mutating func dated(
        _ cell: RawCell, _ number: ExactDecimal, format: NumberFormat?, at address: CellAddress
    ) -> RawCell {
        guard let format, format.isDate else { return cell }
        let shown = RawCell(
            column: cell.column, number: number, format: format,
            system: isDated1904 ? .from1904 : .from1900, isFormula: cell.isFormula)
        if shown.kind == .number { found.append(.dateOutOfRange(address)) }
        return shown
    }

    /// The cell of a day, as far as its style shows it.
    private mutating func dated(
        _ cell: RawCell, _ moment: DayTime, format: NumberFormat?, at address: CellAddress
    ) -> RawCell {
        var cell = cell
        // A style with the day of the week alone shows a number's worth of date.
        if format?.isDate == false || moment.serial < 1 {
            if format?.isDate != false { found.append(.dateOutOfRange(address)) }
            cell.kind = .number
            cell.text = String(moment.serial)
            return cell
        }
        let whole = NumberFormat(
            showsYear: true, showsMonth: true, showsDay: true, showsTime: moment.seconds > 0)
        return cell.showing(CellDate(moment, format: format ?? whole))
    }
}
