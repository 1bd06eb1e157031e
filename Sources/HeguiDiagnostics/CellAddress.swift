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
