import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// The enum columns of a pack as `dataset.column`, known before its expressions are.
struct EnumColumns {
    private var columns: [(name: String, dataset: String, column: String, values: [String])] = []

    init(_ drafts: [DatasetDraft] = []) {
        for draft in drafts {
            for column in draft.columns where column.type == .enumeration {
                columns.append(
                    (
                        draft.name + "." + column.name, draft.name, column.name,
                        column.values.map(\.name)
                    ))
            }
        }
    }

    var names: [String] { columns.map(\.name) }

    /// Returns the side of a table that is called `name`.
    func side(_ name: String) -> TableType.Side? {
        columns.first { $0.name == name }.map {
            .enumeration(dataset: $0.dataset, column: $0.column)
        }
    }

    /// Returns the values of that column, from lowest to highest.
    func values(of side: TableType.Side) -> [String]? {
        guard case .enumeration(let dataset, let column) = side else { return nil }
        return columns.first { $0.dataset == dataset && $0.column == column }?.values
    }
}

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
        guard var fields = Fields(node, what, in: context) else { return [] }
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

extension [Column.EnumValue] {
    /// The names of the values by their spellings.
    var spellings: [String: String] {
        let pairs = flatMap { value in value.spellings.map { ($0, value.name) } }
        return Dictionary(pairs) { first, _ in first }
    }
}
