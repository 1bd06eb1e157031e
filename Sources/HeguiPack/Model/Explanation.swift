package import HeguiCalendar
package import HeguiDiagnostics

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
