import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the values of an enum: a list of names, or names with their spellings; from lowest to highest.
struct EnumValueReader {
    let context: LoadContext

    func read(_ node: Node?) -> [Column.EnumValue] {
        let what = Message(zh: "取值 `values`", en: "`values`")
        guard let node else { return [] }
        var result: [Column.EnumValue] = []
        var seen: [String: Span] = [:]
        func note(_ spelling: String, _ span: Span) {
            if let first = seen[spelling] {
                context.report(.declaredTwice(spelling, at: span, first: first))
            } else {
                seen[spelling] = span
            }
        }
        if case .sequence(let items) = node.content {
            for item in items {
                guard let name = context.text(item, what) else { continue }
                note(name, item.span)
                result.append(Column.EnumValue(name: name, spellings: [name]))
            }
            return result
        }
        guard var fields = Fields(node, what, context) else { return [] }
        for entry in fields.all() {
            let spellings = context.oneOrMore(entry.value, what)
            for spelling in spellings { note(spelling, entry.value.span) }
            result.append(
                Column.EnumValue(
                    name: entry.key.text,
                    spellings: spellings.contains(entry.key.text)
                        ? spellings : spellings + [entry.key.text]))
        }
        return result
    }
}
