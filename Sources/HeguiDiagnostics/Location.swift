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

/// A cell of a table in a dropped file; row and column are 1-based, as people count them.
///
/// `sheet` is nil for a file without sheets (CSV); `column` is nil where a whole row is meant.
package struct CellAddress: Hashable, Sendable {
    package var file: String
    package var sheet: String?
    package var row: Int
    package var column: Int?

    package init(file: String, sheet: String? = nil, row: Int, column: Int? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}

extension CellAddress {
    /// Returns the letters of a 1-based column as spreadsheets show them: 1 is `A`, 27 is `AA`.
    ///
    /// Empty for numbers below 1.
    package static func letters(ofColumn number: Int) -> String {
        var letters: [Character] = []
        var rest = number
        while rest > 0 {
            rest -= 1
            letters.append(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))))
            rest /= 26
        }
        return String(letters.reversed())
    }

    /// Returns the 1-based column of `letters` (`A`, `aa`), or nil if they are no column's letters.
    package static func column(ofLetters letters: some StringProtocol) -> Int? {
        guard !letters.isEmpty, letters.utf8.count <= 7 else { return nil }
        var number = 0
        for byte in letters.utf8 {
            let upper = byte & ~0x20
            guard (0x41...0x5A).contains(upper) else { return nil }
            number = number * 26 + Int(upper - 0x40)
        }
        return number
    }

    /// Returns `C5`, or where a whole row is meant `row 5` / `第 5 行`.
    package func reference(in language: Language) -> String {
        if let column { return Self.letters(ofColumn: column) + String(row) }
        switch language {
        case .chinese: return "第 \(row) 行"
        case .english: return "row \(row)"
        }
    }
}
