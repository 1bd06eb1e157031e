package import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Collects the mistakes of a pack while it is loaded, so that all are reported in one go.
package final class LoadContext {
    package private(set) var diagnostics: [Diagnostic] = []
    /// Where the expressions stand that were compiled.
    private(set) var compiled: [Span] = []
    /// The files that nodes were read from, by name.
    private var texts: [String: SourceText] = [:]

    package init() {}

    /// Whether anything found so far keeps the pack from being used.
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    package func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func noteCompiled(_ span: Span) {
        compiled.append(span)
    }

    func remember(_ text: SourceText) {
        texts[text.name] = text
    }

    /// Returns the YAML of a value as it is written, without the indent that its lines share.
    func yaml(of node: Node?) -> String {
        guard let span = node?.span, let text = texts[span.file] else { return "" }
        return text.unindented(span)
    }

    /// Reports a file that is not named like what it declares.
    func checkFileName(_ name: String, _ file: String, at span: Span) {
        let base = file.split(separator: "/").last.map(String.init) ?? file
        guard base != name + ".yaml" else { return }
        report(.nameUnlikeFile(name, file: base, at: span))
    }

    /// Returns whether `dataset` has a column of that name; reports where it has not.
    func isColumn(_ name: Scalar, of dataset: Dataset) -> Bool {
        guard dataset.columnIndex(name.text) == nil else { return true }
        let known = dataset.columns.map(\.name)
        report(.columnUnknown(name, of: dataset.name, among: known))
        return false
    }
}
