/// What a column's cells hold.
package enum ColumnType: String, CaseIterable, Hashable, Sendable {
    case text, name, phone, organisation, integer, number, boolean, day, month, period, list
    case idNumber = "id-number"
    case enumeration = "enum"
    /// Dated events in one cell; only in forms.
    case events
    /// Ticked boxes; only in forms.
    case ticks
}
