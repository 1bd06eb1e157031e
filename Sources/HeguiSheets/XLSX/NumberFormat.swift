/// What a number format shows of a date, if it shows one.
struct NumberFormat: Hashable, Sendable {
    var showsYear = false
    var showsMonth = false
    var showsDay = false
    var showsTime = false

    /// Whether numbers in this format are days; a format with hours only shows a duration.
    var isDate: Bool { showsYear || showsMonth || showsDay }

    static let plain = NumberFormat()

    /// The formats that workbooks refer to by number, including those of Chinese Excel.
    static func builtIn(_ id: Int) -> NumberFormat {
        switch id {
        case 14, 15, 30, 31: NumberFormat(code: "yyyy/m/d")
        case 16, 28, 29, 51, 53, 54, 58: NumberFormat(code: "m-d")
        case 17, 27, 36, 50, 52, 57: NumberFormat(code: "yyyy-m")
        case 18...21, 32...35, 45...47, 55, 56: NumberFormat(code: "h:mm:ss")
        case 22: NumberFormat(code: "yyyy/m/d h:mm")
        default: .plain
        }
    }
}
