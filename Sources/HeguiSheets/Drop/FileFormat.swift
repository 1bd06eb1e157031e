/// What a file is, judged by its first bytes and never by its name.
package enum FileFormat: Hashable, Sendable {
    case csv(TextEncoding, delimiter: Delimiter)
    case workbook
    /// Text in YAML, for those who read waivers and explanations.
    case yaml
}
