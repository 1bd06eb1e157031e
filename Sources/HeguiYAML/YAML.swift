package import HeguiDiagnostics

/// Reads YAML into nodes that know where they stand.
///
/// This is the part of YAML that people use for settings: mappings, lists and text, with anchors
/// and aliases. Explicit tags, merge keys and keys that are no text are refused, and no scalar is
/// given a type: `no` and `2013.10` stay text.
package enum YAML {
    /// Returns the document in `source` with everything that is wrong with it.
    ///
    /// Never fails otherwise: any bytes may be given. After a syntax error, reading goes on at the
    /// next line that begins at the margin, so that one call names as many mistakes as it can.
    ///
    /// The values of the keys `omitted` of the outermost mapping are passed over: the mapping is as if
    /// they were not there.
    ///
    /// - Complexity: linear in the text's length.
    package static func parse(
        _ source: SourceText, limits: Limits = .standard, leavingOut omitted: Set<String> = []
    ) -> YAMLDocument {
        guard source.bytes.count <= limits.bytes else {
            return YAMLDocument(root: nil, diagnostics: [.tooLarge(source, limit: limits.bytes)])
        }
        if UTF8Check.isUTF16(source.bytes) {
            return YAMLDocument(root: nil, diagnostics: [.utf16(source)])
        }
        let check = UTF8Check(source)
        let outcome = Recovery(source: check.clean, limits: limits, omitted: omitted).run()
        let found = check.diagnostics + check.withoutConsequences(outcome.diagnostics)
        return YAMLDocument(
            root: check.isSound ? outcome.root : nil,
            diagnostics: Diagnostic.sorted(found)
        )
    }
}

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
        /// For how many unknown aliases a name is suggested …
        package var suggestions = 20
        /// … and among how many anchors at most.
        package var suggestedNames = 1_000

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

/// What came of reading one YAML file.
package struct YAMLDocument: Sendable {
    /// The first document's root; nil if the text as a whole could not be read.
    ///
    /// Where diagnostics are about single entries (a key given twice, a tag), the root is there
    /// without those entries, so that the rest can be checked in the same go.
    package var root: Node?
    /// By place in the file.
    package var diagnostics: [Diagnostic]

    package init(root: Node?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}
