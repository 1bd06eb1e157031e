import HeguiReports

/// What a reader may choose about a report besides its format.
public struct ReportOptions: Sendable {
    /// How much the formats for people tell.
    public var scope: ReportScope
    /// The language of messages in formats that hold only one.
    public var language: ReportLanguage
    /// The lightest level that counts as a failure in formats that tell failures from other findings;
    /// nil: none does.
    public var failLevel: FindingLevel? = .verify
    /// The findings that are known from an earlier review and count as no failure.
    public var baseline: FindingBaseline?
    /// Whether text is coloured for a terminal.
    public var isColoured = false

    /// Options for text without colours.
    public init(scope: ReportScope, language: ReportLanguage) {
        self.scope = scope
        self.language = language
    }
}

/// How much of a review its text tells.
public enum ReportScope: Sendable {
    /// What is wrong, and a summary.
    case findings
    /// Standings, what is pending or undetermined, and the account of all files too.
    case everything

    var scope: ReviewScope {
        switch self {
        case .findings: .findings
        case .everything: .everything
        }
    }
}
