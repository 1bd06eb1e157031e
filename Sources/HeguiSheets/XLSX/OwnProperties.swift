/// Finds out whether a workbook has properties that only copies and reports of ours have.
final class OwnProperties: MarkupHandler {
    /// What the names of our properties begin with.
    static let prefix = "hegui."
    /// What the part is called among the relationships of a workbook, transitional and strict.
    static let kind = "custom-properties"
    static let strictKind = "customProperties"
    static let kinds = [kind, strictKind]

    private(set) var isThere = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        // The second is what a workbook's property becomes in a document of OpenDocument.
        guard name == "property" || name == "user-defined" else { return }
        isThere = isThere || attributes.value("name")?.hasPrefix(Self.prefix) ?? false
    }
}
