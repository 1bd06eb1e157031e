package import HeguiCalendar
package import HeguiDiagnostics

/// A recorded decision that a violation is not held against a subject.
package struct Waiver: Hashable, Sendable {
    package var rule: String
    /// The subject's key or label.
    package var subject: String
    package var reason: String
    package var approver: String
    /// The number of the document by which it was approved, where one is given.
    package var document: String?
    package var day: Day
    /// The last day on which it covers anything.
    package var expires: Day
    package var location: Location

    package init(
        rule: String, subject: String, reason: String, approver: String, document: String? = nil,
        day: Day, expires: Day, location: Location
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.approver = approver
        self.document = document
        self.day = day
        self.expires = expires
        self.location = location
    }
}

extension Waiver {
    /// Whether it and `other` name the same rule and subject and share a day.
    package func repeats(_ other: Waiver) -> Bool {
        rule == other.rule && subject == other.subject && overlaps(other)
    }

    /// Whether both count on some day.
    package func overlaps(_ other: Waiver) -> Bool {
        day <= other.expires && other.day <= expires
    }
}

extension Waiver {
    /// Within so many days of its last day people are told that a waiver ends.
    package static let warningDays = 30

    /// Whether its last day is near `day`, on which it counts.
    package func endsSoon(on day: Day) -> Bool {
        day.days(until: expires) <= Self.warningDays
    }
}

/// What a unit says to a finding of level verify (说明); it closes the finding.
package struct Explanation: Hashable, Sendable {
    package var rule: String
    /// The subject's key or label.
    package var subject: String
    package var text: String
    package var author: String
    package var day: Day
    package var location: Location

    package init(
        rule: String, subject: String, text: String, author: String, day: Day, location: Location
    ) {
        self.rule = rule
        self.subject = subject
        self.text = text
        self.author = author
        self.day = day
        self.location = location
    }
}
