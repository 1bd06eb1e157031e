/// What a diagnostic points at.
package enum Location: Hashable, Sendable {
    case file(String)
    case text(Span)
    case cell(CellAddress)
}

extension Location {
    /// The file that is meant.
    package var file: String {
        switch self {
        case .file(let name): name
        case .text(let span): span.file
        case .cell(let address): address.file
        }
    }

    /// The line of a text; nil for a whole file and for a cell, which has a row.
    package var line: Int? {
        if case .text(let span) = self { span.start.line } else { nil }
    }
}

extension Location {
    /// Returns the place in one line: `a.yaml:14:10`, `a.xlsx ▸ Sheet1 ▸ C5` or the file's name.
    package func description(in language: Language) -> String {
        switch self {
        case .file(let name): name
        case .text(let span): "\(span.file):\(span.start.line):\(span.start.column)"
        case .cell(let cell):
            [cell.file, cell.sheet, cell.reference(in: language)].compactMap(\.self)
                .joined(separator: " ▸ ")
        }
    }
}
