import HeguiCalendar
import HeguiDiagnostics

@testable import HeguiSheets

func day(_ text: String) -> Day { Day(text) ?? .minimum }

func days(_ first: String, _ last: String) -> DayRange {
    DayRange(first: day(first), last: day(last)) ?? DayRange(.minimum)
}

/// `2013-01-04`, `2013-01` or `2013-01-04..2013-01-06`.
func range(_ text: String) -> DayRange {
    if let month = Month(text) { return month.days }
    let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    return parts.count == 2 ? days(parts[0], parts[1]) : DayRange(day(text))
}

/// Reads a file's bytes the way a drop does, without the file system.
func read(
    _ bytes: [UInt8], name: String = "f", limits: IntakeLimits = IntakeLimits()
) -> Drop {
    var drop = Drop()
    let outcome = DropReader(limits: limits).read(bytes, name: name, into: &drop)
    drop.files.append(DropFile(name: name, outcome: outcome))
    return drop
}

func read(_ text: String, name: String = "f.csv") -> Drop {
    read(Array(text.utf8), name: name)
}

extension Drop {
    var codes: [String] { diagnostics.map(\.code) }

    /// The texts of the first sheet, one array a row, `nil` for empty cells in between.
    var grid: [[String?]] {
        (sheets.first?.rows ?? []).map { row in
            (1...(row.cells.last?.column ?? 1)).map { row.cell(column: $0)?.text }
        }
    }
}
