import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `input` and `output` of a table.
struct TableTypeLoader {
    let context: LoadContext
    let enums: EnumColumns

    private static let inputs: [String: TableType.Side] = [
        "number": .number, "integer": .integer, "day": .day, "text": .text,
    ]
    private static let outputs: [String: TableType.Side] = inputs.merging(
        ["boolean": .boolean, "length": .length]
    ) { first, _ in first }

    func load(_ fields: inout Fields) -> TableType? {
        let input = side(fields.required("input"), Self.inputs)
        let output = side(fields.required("output"), Self.outputs)
        guard let input, let output else { return nil }
        return TableType(input: input, output: output)
    }

    private func side(_ node: Node?, _ known: [String: TableType.Side]) -> TableType.Side? {
        let what = Message(zh: "表的类型", en: "the type of a table")
        guard let scalar = context.scalar(node, what) else { return nil }
        if let side = known[scalar.text] ?? enums.side(scalar.text) { return side }
        let names = known.keys.sorted() + enums.names
        context.report(.valueNotAChoice(scalar, for: what, among: names))
        return nil
    }
}
