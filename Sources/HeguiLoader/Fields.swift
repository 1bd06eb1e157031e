import HeguiDiagnostics
import HeguiYAML

/// A mapping that is read key by key; what nobody asked for is a mistake.
struct Fields {
    let context: LoadContext
    let span: Span
    private let what: Message
    private var entries: [String: Node.Entry] = [:]
    private var known: [String] = []

    /// Returns the fields of `node`, or nil, with a diagnostic, where it is no mapping.
    init?(_ node: Node, _ what: Message, _ context: LoadContext) {
        guard case .mapping(let list) = node.content else {
            let expected = Message(zh: "映射", en: "a mapping")
            context.report(.kindMismatched(node, expected: expected, for: what))
            return nil
        }
        self.context = context
        self.what = what
        span = node.span
        for entry in list where entries[entry.key.text] == nil { entries[entry.key.text] = entry }
    }

    /// Whether `key` is there, without reading it.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Returns the value of `key` if it is there.
    mutating func optional(_ key: String) -> Node? {
        known.append(key)
        return entries[key]?.value
    }

    /// Returns the value of `key`; where it is missing, reports that.
    mutating func required(_ key: String) -> Node? {
        if let node = optional(key) { return node }
        context.report(.keyMissing(key, of: what, at: span))
        return nil
    }

    /// Returns all entries, in the order of the file, as if each had been asked for.
    mutating func all() -> [Node.Entry] {
        known += entries.keys
        return entries.values.sorted { $0.key.span.start < $1.key.span.start }
    }

    /// Reports every key that was not asked for.
    func finish() {
        let left = entries.values.filter { !known.contains($0.key.text) }
        for entry in left.sorted(by: { $0.key.span.start < $1.key.span.start }) {
            context.report(.keyUnknown(entry.key, of: what, among: known))
        }
    }
}
