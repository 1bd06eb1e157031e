/// Shapes of SARIF 2.1.0 that all its reports have.
extension JSONWriter {
    /// Writes a log with one run.
    mutating func sarifLog(_ run: (inout JSONWriter) -> Void) {
        object { writer in
            writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            writer.member("version", "2.1.0")
            writer.key("runs")
            writer.list { $0.element(run) }
        }
    }

    /// Writes a member that is a message (3.11); nothing in its text is a placeholder or a link.
    mutating func sarifMessage(_ name: MaskedText, _ text: DataText) {
        key(name)
        object { $0.sarifText(text) }
    }

    /// Writes the text of a message.
    mutating func sarifText(_ text: DataText) {
        member("text", masked: redaction.masked(text).inSARIFMessage)
    }
}
