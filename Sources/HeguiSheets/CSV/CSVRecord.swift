/// One record of a CSV file.
package struct CSVRecord: Equatable {
    /// 1-based, blank lines counted, as a spreadsheet program numbers its rows.
    package let number: Int
    /// The line on which it starts.
    package let line: Int
    /// In UTF-8, with LF for every line break; one empty field for a blank line.
    package var fields: [String]
    /// 1-based columns of fields with text after their closing quote, with the line of that text.
    package var strayText: [(column: Int, line: Int)] = []

    package static func == (left: CSVRecord, right: CSVRecord) -> Bool {
        left.number == right.number && left.line == right.line && left.fields == right.fields
            && left.strayText.elementsEqual(right.strayText, by: ==)
    }
}
