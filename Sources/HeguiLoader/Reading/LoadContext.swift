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

    /// Returns whether no name occurs twice; reports those that do (R0108).
    @discardableResult
    func areUnique(_ names: [(name: String, span: Span)]) -> Bool {
        var seen: [String: Span] = [:]
        var isSound = true
        for (name, span) in names {
            if let first = seen[name] {
                report(.declaredTwice(name, at: span, first: first))
                isSound = false
            } else {
                seen[name] = span
            }
        }
        return isSound
    }

    /// Returns whether `dataset` has a column of that name; if not, reports it (R0210).
    func isColumn(_ name: Scalar, of dataset: Dataset) -> Bool {
        guard dataset.columnIndex(name.text) == nil else { return true }
        let known = dataset.columns.map(\.name)
        report(.columnUnknown(name, of: dataset.name, among: known))
        return false
    }
}

/// A mapping that is read key by key; a key that no loader asked for is a mistake.
struct Fields {
    let context: LoadContext
    let span: Span
    private let what: Message
    /// Each key once: the reader refuses a second.
    private let entries: [Node.Entry]
    private var known: [String] = []
    /// Whether all entries were asked for.
    private var isRead = false

    /// Returns the fields of `node`, or nil, with a diagnostic, where it is no mapping.
    init?(_ node: Node, _ what: Message, in context: LoadContext) {
        guard case .mapping(let list) = node.content else {
            let expected = Message(zh: "映射", en: "a mapping")
            context.report(.kindMismatched(node, expected: expected, for: what))
            return nil
        }
        self.context = context
        self.what = what
        span = node.span
        entries = list
    }

    /// Whether `key` is there, without reading it.
    func has(_ key: String) -> Bool { entries.contains { $0.key.text == key } }

    /// Returns the value of `key` if it is there.
    mutating func optional(_ key: String) -> Node? {
        known.append(key)
        return entries.firstIndex { $0.key.text == key }.map { entries[$0].value }
    }

    /// Returns the value of `key`; where it is missing, reports that.
    mutating func required(_ key: String) -> Node? {
        if let node = optional(key) { return node }
        context.report(.keyMissing(key, of: what, at: span))
        return nil
    }

    /// Returns all entries, in the order of the file, as if each had been asked for.
    mutating func all() -> [Node.Entry] {
        isRead = true
        return entries
    }

    /// Reports every key that was not asked for.
    func finish() {
        guard !isRead else { return }
        for entry in entries where !known.contains(entry.key.text) {
            context.report(.keyUnknown(entry.key, of: what, among: known))
        }
    }
}
