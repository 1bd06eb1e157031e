import HeguiSheets

/// The path of a file of the drop, ready to be written.
struct MaskedPath {
    let text: MaskedText
    /// Whether bytes of it that are no text stand as `%HH`.
    let isEscaped: Bool

    /// The value of a property of a workflow command; the runner leaves other escapes as they are.
    var inCommandProperty: MaskedText {
        isEscaped ? text.inCommandProperty.keepingPercents : text.inCommandProperty
    }
}

extension Redaction {
    /// Returns the path of a file; its bytes are told exactly unless people may not see its name.
    func path(ofFile name: String, _ places: DropPlaces) -> MaskedPath {
        if mask(name) == name, let escaped = places.escapedPath(ofFile: name) {
            return MaskedPath(text: masked(DataText(escaped)), isEscaped: true)
        }
        return MaskedPath(text: masked(DataText(places.path(ofFile: name))), isEscaped: false)
    }
}
