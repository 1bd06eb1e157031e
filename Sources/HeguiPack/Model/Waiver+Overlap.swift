import HeguiCalendar

extension Waiver {
    /// Whether it and `other` speak of one rule and one written subject on a day in common.
    package func repeats(_ other: Waiver) -> Bool {
        rule == other.rule && subject == other.subject && overlaps(other)
    }

    /// Whether both count on some day.
    package func overlaps(_ other: Waiver) -> Bool {
        day <= other.expires && other.day <= expires
    }
}
