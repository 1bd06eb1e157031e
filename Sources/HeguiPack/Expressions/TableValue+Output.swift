import CEL
import HeguiCalendar

extension TableValue {
    /// Returns what the table gives for `input`; unknown where it gives nothing, or for a day
    /// that is not known where its days give different things.
    func output(for input: Value) -> Value {
        switch input {
        case .string(let text): return value(of: table.row(for: text))
        case .opaque(let day as DayValue):
            let row = table.row(for: .day(day.days.first))
            guard day.days.isOneDay || isSame(row?.result, on: day.days) else {
                return DayValue.unknown([day])
            }
            return value(of: row)
        default:
            guard let number = NumberValue(input) else { return .noSuchOverload("at") }
            return value(of: table.row(for: .number(number.ratio)))
        }
    }

    private func isSame(_ result: BracketTable.Result?, on days: DayRange) -> Bool {
        (0..<days.count).allSatisfy { offset in
            table.row(for: .day(days.first.adding(days: offset)))?.result == result
        }
    }

    private func value(of row: BracketTable.Row?) -> Value {
        switch row?.result {
        case .value(let value): value.value(name: name, type: nil)
        case .undefined(let reading): gap(reading)
        case nil: gap(nil)
        }
    }

    private func gap(_ reading: LocalizedText?) -> Value {
        .unknown(Unknown(causes: [TableGap(table: name, reading: reading).cause]))
    }
}
