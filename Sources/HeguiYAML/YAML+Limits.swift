extension YAML {
    /// How much a document may ask of the reader.
    package struct Limits: Sendable {
        /// The largest file that is read, in bytes.
        package var bytes: Int
        /// How deep mappings and lists may stand in each other, aliases expanded.
        package var depth: Int
        /// How many nodes a document may have, aliases expanded.
        package var nodes: Int
        /// After how many syntax errors the rest of the file is left alone.
        package var syntaxErrors: Int

        package init(
            bytes: Int = 8 << 20,
            depth: Int = 64,
            nodes: Int = 250_000,
            syntaxErrors: Int = 10
        ) {
            self.bytes = bytes
            self.depth = depth
            self.nodes = nodes
            self.syntaxErrors = syntaxErrors
        }

        package static let standard = Limits()
    }
}
