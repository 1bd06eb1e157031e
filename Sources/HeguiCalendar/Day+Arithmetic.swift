extension Day {
    /// Returns the day `days` later, or earlier where `days` is negative; stops at ``minimum``
    /// and ``maximum``.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        guard !overflow else { return days < 0 ? .minimum : .maximum }
        return Day(saturating: sum)
    }

    /// Returns the corresponding day `months` months later (earlier where negative), or the last
    /// day of that month where it has no such day; stops at ``minimum`` and ``maximum``.
    ///
    /// 31 January plus one month is 28 or 29 February, plus two is 31 March: steps are always
    /// counted from the first day, never month by month. 民法典 art. 202.
    public func adding(months: Int) -> Day {
        guard let target = Month(containing: self).adding(months: months) else {
            return months < 0 ? .minimum : .maximum
        }
        return target.days.first.adding(days: min(day, target.length) - 1)
    }

    /// Returns how many days `other` lies after this day; negative where it lies before.
    public func days(until other: Day) -> Int {
        Int(other.number) - Int(number)
    }
}
