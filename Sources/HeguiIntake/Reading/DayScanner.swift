internal import HeguiCalendar
internal import HeguiDiagnostics

/// Finds a date at a given place of a text that is already in half-width forms.
struct DayScanner {
    let text: [Unicode.Scalar]
    /// The year of dates written without one.
    let defaultYear: Int?
    /// Two-digit years are the latest such year up to this one.
    let latestYear: Int
    var index = 0
    /// Where the first 年 stands, where somebody looked already: a text may hold thousands of dates.
    private let yearMark: Int??

    struct Number: Equatable {
        let value: Int
        /// How many ASCII digits; 0 for a Chinese numeral.
        let digits: Int
    }

    init(
        _ text: [Unicode.Scalar], defaultYear: Int?, latestYear: Int, yearMark: Int?? = nil
    ) {
        self.text = text
        self.yearMark = yearMark
        self.defaultYear = defaultYear
        self.latestYear = latestYear
    }

    /// Looks for a date that starts at `start`.
    mutating func scan(at start: Int) -> DayScan {
        index = start
        guard let first = number() else { return .none }
        if take("年") { return afterYear(first) }
        if take("月") {
            _ = take("份")
            return monthAndDay(year: nil, month: first, notes: [])
        }
        guard first.digits > 0 else { return .none }
        switch first.digits {
        case 8: return compactDay(first.value)
        case 6: return compactMonth(first.value)
        case 1, 2, 4: return separated(first)
        default: return .none
        }
    }

    /// Where the first 年 of the text stands.
    var firstYear: Int? { yearMark ?? DayScanner.firstYear(in: text) }

    /// Returns where the first 年 of a text stands.
    static func firstYear(in text: [Unicode.Scalar]) -> Int? { text.firstIndex(of: "年") }

    // MARK: - Characters

    func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
        text.indices.contains(index + offset) ? text[index + offset] : nil
    }

    mutating func skipBlanks() {
        while let next = scalar(), next == " " || next == "\t" { index += 1 }
    }

    /// Moves past `wanted`, and blanks before it, where it comes next.
    mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        let start = index
        skipBlanks()
        guard scalar() == wanted else {
            index = start
            return false
        }
        index += 1
        return true
    }

    /// Moves past the text where it comes next.
    mutating func take(text wanted: String) -> Bool {
        let scalars = Array(wanted.unicodeScalars)
        guard text[index...].starts(with: scalars) else { return false }
        index += scalars.count
        return true
    }

    mutating func number() -> Number? {
        let start = index
        skipBlanks()
        let from = index
        while let next = scalar(), next.digit != nil, index - from < 9 { index += 1 }
        if index > from {
            let value = text[from..<index].reduce(0) { $0 * 10 + ($1.digit ?? 0) }
            return Number(value: value, digits: index - from)
        }
        if scalar() == "元", scalar(1) == "月" {
            index += 1
            return Number(value: 1, digits: 0)
        }
        while let next = scalar(), ChineseNumeral.isPart(next), index - from < 6 { index += 1 }
        guard index > from, let value = ChineseNumeral.value(text[from..<index]) else {
            index = start
            return nil
        }
        return Number(value: value, digits: 0)
    }

    /// Moves past a sign that separates the parts of a date; all dashes count as one sign.
    mutating func separator() -> Unicode.Scalar? {
        let start = index
        skipBlanks()
        guard let next = scalar() else { return nil }
        let sign: Unicode.Scalar? =
            switch next {
            case ".", "。", "﹒", "·", "．": "."
            case "/", "\\": "/"
            case "-", "—", "–", "‐", "‑", "−", "﹣": "-"
            default: nil
            }
        if sign == nil { index = start } else { index += 1 }
        return sign
    }

    // MARK: - Years

    /// The year that is meant by the number, or nil where it can be none.
    func year(_ number: Number) -> (year: Int, notes: [ParsingNote])? {
        if (1900...2100).contains(number.value) { return (number.value, []) }
        guard number.value < 100, number.digits == 2 else { return nil }
        let year = latestYear / 100 * 100 + number.value
        return (year > latestYear ? year - 100 : year, [.twoDigitYear])
    }
}

/// A date found at some place of a text.
struct ScannedDay: Equatable {
    var range: DayRange
    var notes: [ParsingNote] = []
    /// The index after the date's last character.
    var end: Int
    /// Two bare numbers such as `5.12`, which may be something else than a date.
    var isBarePair = false
    /// Whether the parts are joined by hyphens, so that a hyphen after it joins nothing more.
    var usesHyphen = false
}

/// What was found at a place of a text.
enum DayScan: Equatable {
    case none
    case found(ScannedDay)
    case ambiguous([DayRange], end: Int)
    /// Written like a date, but there is no such day; or its year is not given.
    case impossible(Message, end: Int)
}
