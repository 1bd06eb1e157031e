package import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics

/// A date serial as its format shows it.
struct CellDate {
    let range: DayRange
    let isYearShown: Bool
    /// ISO form, as far as the format goes; with the time where the format shows one.
    let text: String

    /// Returns nil where the number is not a day of the date system.
    init?(_ number: ExactDecimal, format: NumberFormat, system: DateSystem) {
        guard !number.isNegative, let whole = number.wholePart else { return nil }
        let rounded = number.secondsOfDay
        // The whole part may be any number that fits.
        let (serial, isTooLarge) = whole.addingReportingOverflow(rounded == 86_400 ? 1 : 0)
        guard !isTooLarge, let day = system.day(serial: serial) else { return nil }
        self.init(DayTime(day: day, seconds: rounded % 86_400), format: format)
    }

    init(_ moment: DayTime, format: NumberFormat) {
        let day = moment.day
        isYearShown = format.showsYear
        let month = Month(containing: day)
        if format.showsDay {
            range = DayRange(day)
        } else if format.showsMonth {
            range = month.days
        } else {
            range = DayRange.year(day.year) ?? DayRange(day)
        }
        var text = format.showsMonth || format.showsDay ? range.description : String(day.year)
        if format.showsTime && format.showsDay { text += " " + CellDate.clock(moment.seconds) }
        self.text = text
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }
}

extension RawCell {
    /// A number as its format shows it: as a day where it shows one and the number is one.
    init(
        column: Int, number: ExactDecimal, format: NumberFormat, system: DateSystem, isFormula: Bool
    ) {
        self.init(column: column, text: number.text, kind: .number, isFormula: isFormula)
        guard format.isDate, let date = CellDate(number, format: format, system: system) else {
            return
        }
        self = showing(date)
    }

    /// The cell as one that holds a date.
    func showing(_ date: CellDate) -> RawCell {
        var cell = self
        cell.kind = .date
        cell.text = date.text
        cell.date = date.range
        cell.isYearShown = date.isYearShown
        return cell
    }
}

extension DayRange {
    /// The days of a year, or nil outside years 1 to 9999.
    package static func year(_ year: Int) -> DayRange? {
        guard let first = Month(year: year, month: 1), let last = Month(year: year, month: 12)
        else {
            return nil
        }
        return DayRange(first: first.days.first, last: last.days.last)
    }
}

/// Which day a serial number means.
package enum DateSystem {
    /// Day 1 is 1900-01-01, and 1900-02-29 is counted though it never was.
    case from1900
    /// Day 0 is 1904-01-01.
    case from1904

    /// Returns the day, or nil for 0 (a time without a day), for the day that never was and beyond
    /// the year 9999.
    package func day(serial: Int) -> Day? {
        switch self {
        case .from1900:
            guard serial >= 1, serial <= 2_958_465, serial != 60 else { return nil }
            return Day(number: Int32(serial - (serial > 60 ? 25_569 : 25_568)))
        case .from1904:
            guard serial >= 0, serial <= 2_957_003 else { return nil }
            return Day(number: Int32(serial - 24_107))
        }
    }

    /// Returns the number of a day, nil where there is none for it.
    func serial(of day: Day) -> Int? {
        let number = Int(day.number)
        switch self {
        case .from1900:
            // The day that never was stands between the two.
            let serial = number + 25_568 < 60 ? number + 25_568 : number + 25_569
            return serial >= 1 ? serial : nil
        case .from1904:
            return number >= -24_107 ? number + 24_107 : nil
        }
    }
}
