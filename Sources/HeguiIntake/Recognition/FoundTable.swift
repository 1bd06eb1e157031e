/// A table in a sheet; ranges are indices into the sheet's rows.
struct FoundTable {
    /// Index into the book's patterns.
    let pattern: Int
    /// What stands above the headings: the title, the unit, the year.
    let preamble: Range<Int>
    let header: Range<Int>
    let body: Range<Int>
    /// Rows of the body that repeat the headings.
    let repeatedHeadings: Set<Int>
    /// The column of each of the pattern's fields.
    let columns: [Int?]
}
