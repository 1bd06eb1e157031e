import HeguiPack
import HeguiReports

/// A format in which the matrix of clauses is written.
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

extension RulePack {
    /// Returns how each clause of the pack's document is checked.
    public func clauseMatrix(
        as format: ClauseFormat = .markdown, in language: ReportLanguage
    ) -> ReportFile {
        let matrix = ClauseMatrix(pack, language: language.language)
        return ReportFile(name: "\(pack.id).\(format.ending)", redaction: .none) {
            matrix.write(format.format, to: &$0)
        }
    }
}
