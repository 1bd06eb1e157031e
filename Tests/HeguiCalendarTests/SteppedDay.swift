/// A day kept as year, month and day and moved one day at a time: slow, and unlike `Day` in
/// every way, so that the two can be held against each other.
struct SteppedDay: Hashable {
    var year: Int
    var month: Int
    var day: Int

    var lengthOfMonth: Int {
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func step() {
        day += 1
        if day > lengthOfMonth { (month, day) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
    }
}
