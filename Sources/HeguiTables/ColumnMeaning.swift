internal import HeguiColumns

/// What the cells of a column of a columnar table say.
package enum ColumnMeaning: Sendable {
    /// No source has the column.
    case notGiven
    /// The column is checked, but its cells are not kept.
    case unkept
    /// A day's number; all else is `special`.
    case days(place: Int)
    case integers(place: Int)
    /// A place in `ColumnTable.values`.
    case words(place: Int)
    /// The row of the table `target`, `orphan`, or `absent`.
    case reference(place: Int, target: Int)
    /// The row's own key, by number.
    case key(place: Int)

    /// Where the cells stand in each segment.
    package var place: Int? {
        switch self {
        case .notGiven, .unkept: nil
        case .days(let place), .integers(let place), .words(let place), .key(let place),
            .reference(let place, _):
            place
        }
    }
}
