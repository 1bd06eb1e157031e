import HeguiCalendar

/// The formats that cells of a workbook have that is made from the cells of another kind of file.
enum PlainStyle: Int, CaseIterable {
    case plain, text, moment, day, dayOfMonth, month, monthAlone, year

    /// How a date is written; nil for what is none.
    private var code: String? {
        switch self {
        case .plain, .text: nil
        case .moment: "yyyy\\-mm\\-dd\\ hh:mm:ss"
        case .day: "yyyy\\-mm\\-dd"
        case .dayOfMonth: "m\"月\"d\"日\""
        case .month: "yyyy\"年\"m\"月\""
        case .monthAlone: "m\"月\""
        case .year: "yyyy\"年\""
        }
    }

    /// The format that shows of a date what the file showed of it.
    init(_ date: DayRange, isYearShown: Bool, hasTime: Bool) {
        if date.first == date.last {
            self = hasTime ? .moment : isYearShown ? .day : .dayOfMonth
        } else if Month(containing: date.first).days == date {
            self = isYearShown ? .month : .monthAlone
        } else {
            self = .year
        }
    }

    /// The style sheet in which each format stands at its number.
    static func sheet(_ namespace: OfficeNamespace) -> String {
        let codes = allCases.compactMap { style in style.code.map { (style, $0) } }
        let formats = codes.map { style, code in
            "<numFmt numFmtId=\"\(style.id)\" formatCode=\"\(code.markupEscaped)\"/>"
        }
        let cells = allCases.map { style in
            "<xf numFmtId=\"\(style.id)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + " applyNumberFormat=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"center\" wrapText=\"1\"/></xf>"
        }
        return """
            <styleSheet xmlns="\(namespace.sheets)"><numFmts count="\(codes.count)">\
            \(formats.joined())</numFmts><fonts count="1"><font><sz val="11"/>\
            <name val="宋体"/></font></fonts><fills count="2"><fill>\
            <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
            </fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">\
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="\(cells.count)">\(cells.joined())</cellXfs></styleSheet>
            """
    }

    /// Formats of one's own begin at 164, and text is a format that every workbook has.
    private var id: Int {
        switch self {
        case .plain: 0
        case .text: 49
        default: 164 + rawValue
        }
    }
}
