package import HeguiCalendar

/// What stands round a bulletin that goes out as a document; what is not given is left blank.
package struct BulletinFrame: Sendable {
    /// Who sends it; by default who issued the policy.
    let issuer: String?
    /// Its number, such as `西组通〔2014〕1号`.
    let number: String?
    /// Whom it is sent to.
    let recipients: String?
    /// The day that it is dated.
    let day: Day?

    package init(
        issuer: String? = nil, number: String? = nil, recipients: String? = nil, day: Day? = nil
    ) {
        self.issuer = issuer
        self.number = number
        self.recipients = recipients
        self.day = day
    }
}
