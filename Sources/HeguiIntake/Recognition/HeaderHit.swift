/// Rows that hold the headings of one or more patterns; rows are indices into the sheet's rows.
struct HeaderHit {
    let rows: Range<Int>
    /// For each pattern that is complete, the column of each field.
    var columns: [Int: [Int?]]

    /// The greatest number of headings that one pattern finds here.
    var count: Int { columns.values.map(HeaderHit.count).max() ?? 0 }

    static func count(_ columns: [Int?]) -> Int { columns.count { $0 != nil } }
}
