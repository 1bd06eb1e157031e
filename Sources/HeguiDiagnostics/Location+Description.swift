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
