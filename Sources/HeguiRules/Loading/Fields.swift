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
            context.reportKind(node, expected: Message(zh: "映射", en: "a mapping"), for: what)
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
        context.report(
            "R0102", Message(zh: "\(what.zh)缺少 `\(key)`", en: "\(what.en) lacks `\(key)`"),
            at: Span(file: span.file, start: span.start, end: span.start),
            help: Message(zh: "请补上 `\(key)：`", en: "add `\(key):`"))
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
            let key = entry.key.text
            context.reportUnknown(
                "R0101", Message(zh: "未知的键 `\(key)`", en: "unknown key `\(key)`"), key,
                among: known, at: entry.key.span,
                label: Message(zh: "\(what.zh)没有这个键", en: "not a key of \(what.en)"))
        }
    }
}

extension LoadContext {
    func reportKind(_ node: Node, expected: Message, for what: Message) {
        let found = node.kind
        report(
            "R0103",
            Message(
                zh: "\(what.zh)应为\(expected.zh)，这里是\(found.zh)",
                en: "\(what.en) must be \(expected.en), not \(found.en)"),
            at: node.span)
    }
}
