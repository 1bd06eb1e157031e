/// A form in which a comparison is written.
public enum ComparisonFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// For a pull request or a note.
    case markdown
    /// For programs, described by `docs/schema/diff.schema.json`.
    case json
}
