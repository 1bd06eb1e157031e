internal import HeguiCalendar

/// What a cell of a web page says beside its text, as Excel and LibreOffice write it.
struct WebCell {
    let columns: Int
    let rows: Int
    private let format: NumberFormat?
    /// `x:num`, `x:str`, `x:bool`, `x:err`, `x:fmla` and `sdval`, by name.
    private var typed: [String: String] = [:]
    var text: FlowText

    private static let names: Set<String> = [
        "x:num", "x:str", "x:bool", "x:err", "x:fmla", "sdval",
    ]

    init(_ attributes: [MarkupAttribute], format styled: NumberFormat?, limits: IntakeLimits) {
        text = FlowText(limit: limits.cellLength)
        columns = Self.span(attributes.value("colspan"), limit: limits.columns)
        rows = Self.span(attributes.value("rowspan"), limit: 65_534)
        var format = styled
        for attribute in attributes {
            if Self.names.contains(attribute.name) {
                typed[attribute.name] = attribute.value
            } else if attribute.name == "sdnum" {
                // The languages of what is shown and of the format go before it.
                let parts = attribute.value.split(
                    separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3 {
                    let code = String(parts[2])
                    if code == "BOOLEAN" { typed["x:bool"] = "" }
                    format = NumberFormat(named: code)
                }
            }
        }
        self.format = format
    }

    private static func span(_ text: String?, limit: Int) -> Int {
        let digits = text?.drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isNumber } ?? ""
        guard !digits.isEmpty else { return 1 }
        return max(1, min(Int(digits) ?? limit, limit))
    }

    /// What a cell comes to.
    struct Reading {
        var cell: RawCell
        /// Whether the number of a date is no day; the cell is then a number.
        var isOutOfRange = false
        /// Whether the number counts from 1904, as the text beside it shows.
        var isDated1904 = false
    }

    /// Returns what stands in `column`, or nil where it is empty.
    func reading(_ column: Int) -> Reading? {
        let shown = text.trimmed
        func made(_ text: String, _ kind: RawCell.Kind) -> Reading {
            Reading(
                cell: RawCell(
                    column: column, text: text, kind: kind, isFormula: typed["x:fmla"] != nil))
        }
        if let error = typed["x:err"] { return made(error.isEmpty ? shown : error, .error) }
        if let truth = typed["x:bool"] {
            let word = (truth.isEmpty ? shown : truth).uppercased()
            if ["TRUE", "FALSE"].contains(word) { return made(word, .bool) }
        }
        if let text = typed["x:str"], !text.isEmpty { return made(text, .text) }
        if typed["x:str"] == nil, let written = typed["x:num"] ?? typed["sdval"] {
            if ErrorSign.isOne(shown) { return made(shown, .error) }
            if let number = ExactDecimal(written.isEmpty ? shown : written) {
                return dated(made(number.text, .number), number, shown: shown)
            }
        }
        return shown.isEmpty ? nil : made(shown, .text)
    }

    /// The cell of a number, which may stand for a day. From when it counts is not written by
    /// LibreOffice, so that the text beside it decides.
    private func dated(_ reading: Reading, _ number: ExactDecimal, shown: String) -> Reading {
        guard let format, format.isDate else { return reading }
        var reading = reading
        let early = CellDate(number, format: format, system: .from1900)
        let late = CellDate(number, format: format, system: .from1904)
        if let late, late.isShown(in: shown, format), !(early?.isShown(in: shown, format) ?? false)
        {
            reading.isDated1904 = true
            reading.cell = reading.cell.showing(late)
        } else if let early {
            reading.cell = reading.cell.showing(early)
        } else {
            reading.isOutOfRange = true
        }
        return reading
    }
}

extension CellDate {
    /// Whether a text has the numbers of the year and the day, as far as the format shows them.
    fileprivate func isShown(in text: String, _ format: NumberFormat) -> Bool {
        let numbers = Set(text.split { !("0"..."9").contains($0) }.compactMap { Int($0) })
        let day = range.first
        let hasYear = numbers.contains(day.year) || numbers.contains(day.year % 100)
        return (!format.showsYear || hasYear) && (!format.showsDay || numbers.contains(day.day))
    }
}
