import HeguiReports

/// How much of a review its text tells.
public enum ReportScope: Sendable {
    /// What is wrong, and a summary.
    case findings
    /// Standings, what is pending or undetermined, and the account of all files too.
    case everything

    var scope: TextReport.Scope {
        switch self {
        case .findings: .findings
        case .everything: .everything
        }
    }
}
