package import HeguiDiagnostics

/// What a file is, judged by its first bytes and never by its name.
package enum FileFormat: Hashable, Sendable {
    case csv(TextEncoding, delimiter: Delimiter)
    case workbook
    /// Text in YAML, for those who read waivers and explanations.
    case yaml
}

/// What the bytes of a file look like, before they are read.
enum SniffedFormat: Hashable {
    case empty
    case zip
    /// A compound file of the old Office family.
    case compound
    case oldWorkbook
    case markup(Message)
    case other(Message)
    case text
}
