/// One item of a cell that gives a row for each.
enum RowItem {
    case text(String)
    case event(DatedItem)
}
