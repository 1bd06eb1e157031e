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
