package import HeguiDiagnostics

/// What the bytes of a file look like, before they are read.
package enum SniffedFormat: Hashable {
    case empty
    case zip
    /// A compound file of the old Office family.
    case compound
    case oldWorkbook
    case markup(Message)
    case other(Message)
    case text
}
