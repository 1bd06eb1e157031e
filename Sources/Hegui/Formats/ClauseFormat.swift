import HeguiReports

/// A form in which the matrix of clauses is written.
public enum ClauseFormat: String, CaseIterable, Sendable {
    /// A clause and its checks on lines of their own.
    case text
    /// One row a clause, for spreadsheets.
    case csv
    /// A table for a page.
    case markdown

    var format: ClauseMatrix.Format {
        switch self {
        case .text: .text
        case .csv: .csv
        case .markdown: .markdown
        }
    }

    var ending: String {
        switch self {
        case .text: "txt"
        case .csv: "csv"
        case .markdown: "md"
        }
    }
}
