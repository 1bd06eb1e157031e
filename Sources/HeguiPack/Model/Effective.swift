package import HeguiCalendar

/// The days on which something is in force, both ends included; nil is open.
package struct Effective: Hashable, Sendable {
    package let from: Day?
    package let until: Day?

    package init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// Returns whether `day` is within.
    package func contains(_ day: Day) -> Bool {
        (from ?? day) <= day && day <= (until ?? day)
    }
}
