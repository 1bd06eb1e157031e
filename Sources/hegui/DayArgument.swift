import HeguiCalendar

/// Reads a day of the command line.
enum DayArgument {
    /// - Throws: `Problem` for anything but a day such as `2013-12-31`.
    static func day(_ text: String) throws(Problem) -> Day {
        guard let day = Day(text) else {
            throw Problem(
                zh: "`\(text)` 不是日期，请写成 2013-12-31 这样",
                en: "`\(text)` is no day; write it like 2013-12-31")
        }
        return day
    }
}
