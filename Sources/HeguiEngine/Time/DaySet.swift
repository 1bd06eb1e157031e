import HeguiCalendar

/// Days as ranges that neither meet nor overlap, in order.
struct DaySet {
    private(set) var ranges: [DayRange] = []

    mutating func insert(_ range: DayRange) {
        var (first, last) = (range.first, range.last)
        var rest: [DayRange] = []
        for other in ranges {
            if other.last.adding(days: 1) < first || last.adding(days: 1) < other.first {
                rest.append(other)
            } else {
                (first, last) = (min(first, other.first), max(last, other.last))
            }
        }
        if let union = DayRange(first: first, last: last) { rest.append(union) }
        ranges = rest.sorted { $0.first < $1.first }
    }

    /// Returns how many of its days lie in `range`.
    func count(in range: DayRange) -> Int {
        ranges.reduce(0) { $0 + ($1.intersection(range)?.count ?? 0) }
    }
}
