internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Reads the values above an annex's table, and those in the text below it.
struct AnnexHeading {
    let annex: Annex
    let sheet: Sheet

    /// Returns the heading fields by name, found in these rows.
    func values(in rows: Range<Int>) -> [String: SourceValue] {
        let labels = annex.heading.flatMap(\.labels) + verticalLabels
        let labelled = LabelledValue(sheet: sheet, rows: rows, labels: labels)
        let text = SheetText(sheet, rows: rows)
        var values: [String: SourceValue] = [:]
        for field in annex.heading {
            if let pattern = field.pattern {
                let found = text.capture(pattern, digitsOnly: field.type == .integer)
                guard var found else { continue }
                if field.isYear, let year = YearText.year(found.text) {
                    found.text = String(year)
                }
                let column = found.address.column ?? 1
                let cell = found.text.isEmpty ? nil : RawCell(column: column, text: found.text)
                values[field.name] = .cell(cell, found.address, days: sheet.days())
            } else if let found = labelled.find(field.labels) {
                values[field.name] = .cell(found.cell, found.address, days: sheet.days())
            }
        }
        return values
    }

    /// What stands above a table for a field that is not found as the form has it.
    struct Near {
        let field: String
        let value: SourceValue
        let finding: DataFinding
    }

    /// Returns the fields that stand there in nearly the form's words: another label for the owner,
    /// and a year elsewhere in the title or in the name of the sheet or the file.
    func near(
        in rows: Range<Int>, besides known: [String: SourceValue], at header: CellAddress
    ) -> [Near] {
        let labels = annex.heading.flatMap(\.labels) + verticalLabels
        return annex.heading.compactMap { field in
            guard known[field.name]?.written == nil else { return nil }
            if field.isYear { return year(field, in: rows, at: header) }
            guard field.type == .organisation, field.pattern == nil, known[field.name] == nil,
                let found = LabelledValue(sheet: sheet, rows: rows, labels: labels)
                    .near(field.labels)
            else { return nil }
            return Near(
                field: field.name, value: .cell(found.cell, found.address, days: sheet.days()),
                finding: .headingNear(
                    found.label, as: field.labels.first ?? field.name, at: found.address))
        }
    }

    private func year(
        _ field: Annex.HeadingField, in rows: Range<Int>, at header: CellAddress
    ) -> Near? {
        let lines = SheetText(sheet, rows: rows).lines
        var year: Int?
        var address = header
        for line in lines where year == nil && !line.text.contains("日期") {
            year = YearText.named(in: line.text)
            if year != nil { address = line.address }
        }
        for clue in AnnexArrival.clues(file: sheet.file, sheet: sheet.name) where year == nil {
            year = YearText.standing(in: clue)
        }
        guard let year else { return nil }
        let cell = RawCell(column: address.column ?? 1, text: String(year))
        return Near(
            field: field.name, value: .cell(cell, address, days: sheet.days()),
            finding: DataFinding(
                .headingNear, .hint, zh: "标题没有按“\(field.words)”的写法，年份按\(year)年读取",
                en: "the title is not written as `\(field.words)`; the year is taken as \(year)",
                at: address))
    }

    private var verticalLabels: [String] {
        annex.layout == .vertical ? annex.columns.flatMap(\.headers) : []
    }

    /// The year that dates without one take in a column, from its `year` source.
    func days(for column: Annex.SheetColumn, _ heading: [String: SourceValue]) -> DayReader {
        guard case .heading(let name)? = column.year, case .cell(let cell, _, _)? = heading[name],
            let year = IntegerReader.read(cell).value, (1900...2100).contains(year)
        else { return sheet.days() }
        return sheet.days(year: Int(year))
    }

    /// Returns the footer fields by name: the number after each field's words.
    func footer(in rows: Range<Int>) -> [String: SourceValue] {
        let text = SheetText(sheet, rows: rows)
        let whole = text.joined
        var values: [String: SourceValue] = [:]
        for field in annex.footer {
            guard let words = whole.firstRange(of: field.after.compact) else { continue }
            let rest = whole[words.upperBound...].drop { ":为共有约是_".contains($0) }
            let number = Self.number(at: rest)
            let address = text.address(containing: field.after.compact)
            let cell =
                number.isEmpty ? nil : RawCell(column: address.column ?? 1, text: String(number))
            values[field.name] = .cell(cell, address, days: sheet.days())
        }
        return values
    }

    /// Returns the number with which a text begins, with its sign, decimals and thousands
    /// separators: `1,234.50` of `1,234.50元`, `20` of `20,2013年`, `12` of `12.说明`.
    private static func number(at text: Substring) -> String {
        func isDigit(_ character: Character?) -> Bool {
            character.map { $0.isASCII && $0.isNumber } ?? false
        }
        let words = Array(text)
        var place = 0
        if words.first == "-", words.count > 1, isDigit(words[1]) { place = 1 }
        while place < words.count {
            let character = words[place]
            let isNumeral = character.unicodeScalars.first.map(ChineseNumeral.isPart) ?? false
            if isDigit(character) || isNumeral {
                place += 1
                continue
            }
            let digits = words[(place + 1)...].prefix { isDigit($0) }.count
            let isPoint = character == "." && digits > 0
            let isGroup = (character == "," || character == "，") && digits == 3
            guard place > 0, isDigit(words[place - 1]), isPoint || isGroup else { break }
            place += 1 + digits
        }
        return String(words[..<place])
    }
}

extension Annex.HeadingField {
    /// Whether it is the year in the title.
    var isYear: Bool { type == .integer && pattern?.contains("{}年") == true }

    /// The words by which people find it in the form.
    var words: String {
        labels.first ?? pattern?.replacing("{}", with: "…") ?? name
    }
}
