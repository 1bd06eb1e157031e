/// What a diagnostic points at.
package enum Location: Hashable, Sendable {
    case file(String)
    case text(Span)
    case cell(CellAddress)
}
