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
    /// - Complexity: linear in the text's length.
    package static func parse(_ source: SourceText, limits: Limits = .standard) -> YAMLDocument {
        guard source.bytes.count <= limits.bytes else {
            return YAMLDocument(root: nil, diagnostics: [.tooLarge(source, limit: limits.bytes)])
        }
        if UTF8Check.isUTF16(source.bytes) {
            return YAMLDocument(root: nil, diagnostics: [.utf16(source)])
        }
        let check = UTF8Check(source)
        let outcome = Recovery(source: check.clean, limits: limits).run()
        let found = check.diagnostics + check.withoutConsequences(outcome.diagnostics)
        return YAMLDocument(
            root: check.isSound ? outcome.root : nil,
            diagnostics: Diagnostic.sorted(found)
        )
    }
}
