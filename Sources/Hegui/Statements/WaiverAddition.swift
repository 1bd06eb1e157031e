public import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReports

/// A waiver added to a file of waivers, not yet written.
public struct WaiverAddition: Sendable {
    /// The material against which a waiver is held before it is written.
    public struct Material: Sendable {
        let drop: [String]
        let asOf: Day

        /// The files and folders of a drop, and the day that counts as today.
        public init(drop: [String], asOf: Day) {
            self.drop = drop
            self.asOf = asOf
        }
    }

    /// The whole file with the waiver in it.
    public let file: ReportFile
    /// What is worth knowing though nothing stands against the waiver.
    private let notices: [Diagnostic]

    init(path: String, content: [UInt8], notices: [Diagnostic]) {
        // The file is the user's own, with all it held before.
        file = ReportFile(name: path, redaction: .none) { $0.write(packed: content) }
        self.notices = notices
    }

    /// Returns the notices, for a terminal; empty where there are none.
    public func notices(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(notices.map(Redaction.full.masked))
    }
}

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
