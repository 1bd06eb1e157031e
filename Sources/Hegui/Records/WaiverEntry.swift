public import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// A waiver that is to be recorded.
public struct WaiverEntry: Sendable {
    /// The id of the rule whose violation it covers.
    public var rule: String
    /// The key of whom or what it covers, or the name where no two have it.
    public var subject: String
    /// Why it is given.
    public var reason: String
    /// Who has given it.
    public var approver: String
    /// The day from which it counts.
    public var day: Day
    /// The last day on which it counts.
    public var expires: Day

    /// The waiver of a rule for a subject, from `day` up to and including `expires`.
    public init(
        rule: String, subject: String, reason: String, approver: String, day: Day, expires: Day
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.approver = approver
        self.day = day
        self.expires = expires
    }

    /// The waiver as part of the file `name`.
    func waiver(in name: String) -> Waiver {
        Waiver(
            rule: rule, subject: subject, reason: reason, approver: approver, day: day,
            expires: expires, location: .file(name))
    }
}
