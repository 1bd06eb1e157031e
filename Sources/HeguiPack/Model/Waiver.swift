package import HeguiCalendar
package import HeguiDiagnostics

/// A recorded decision that a violation is not held against a subject.
package struct Waiver: Hashable, Sendable {
    package var rule: String
    /// The subject's key or label.
    package var subject: String
    package var reason: String
    package var approver: String
    package var day: Day
    /// The last day on which it covers anything.
    package var expires: Day
    package var location: Location

    package init(
        rule: String, subject: String, reason: String, approver: String, day: Day, expires: Day,
        location: Location
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.approver = approver
        self.day = day
        self.expires = expires
        self.location = location
    }
}
