import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the rows of a table, and reports where two of them overlap or leave a gap.
struct BracketTableLoader {
    static let what = Message(zh: "表的一行", en: "a row of a table")

    let context: LoadContext
    let type: TableType
    let enums: EnumColumns

    func load(_ node: Node) -> BracketTable? {
        let nodes = context.items(node, Message(zh: "表", en: "a table"))
        guard !nodes.isEmpty else {
            if case .sequence = node.content { context.report(.tableEmpty(at: node.span)) }
            return nil
        }
        let rows = nodes.compactMap(row)
        guard rows.count == nodes.count else { return nil }
        switch type.input {
        case .text, .enumeration:
            TableKeyChecker(context: context, values: enums.values(of: type.input))
                .check(rows, at: node.span)
            return BracketTable(rows: rows)
        default:
            let stretches = BracketScale(rows, isDiscrete: type.input != .number)
            stretches.check(context)
            return BracketTable(rows: stretches.sorted)
        }
    }

    private func row(_ node: Node) -> BracketTable.Row? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let isKeyed =
            switch type.input {
            case .text, .enumeration: true
            default: false
            }
        let keys = isKeyed ? keys(fields.required("is")) : []
        let lower = isKeyed ? nil : edge(&fields, included: "from", excluded: "over")
        let upper = isKeyed ? nil : edge(&fields, included: "up_to", excluded: "below")
        let result = result(&fields)
        fields.finish()
        if let lower, let upper, isEmpty(lower, upper) {
            context.report(.tableRowEmpty(at: node.span))
        }
        guard let result, !isKeyed || !keys.isEmpty else { return nil }
        return BracketTable.Row(
            lower: lower, upper: upper, keys: keys, result: result, span: node.span)
    }

    private func isEmpty(_ lower: BracketTable.Edge, _ upper: BracketTable.Edge) -> Bool {
        lower.isIncluded && upper.isIncluded
            ? lower.point > upper.point : lower.point >= upper.point
    }

    private func keys(_ node: Node?) -> [String] {
        let keys = context.oneOrMore(node, Self.what)
        guard let values = enums.values(of: type.input), let node else { return keys }
        for key in keys where !values.contains(key) {
            context.report(.enumValueUnknown(key, among: values, at: node.span))
        }
        return keys
    }

    private func edge(
        _ fields: inout Fields, included: String, excluded: String
    ) -> BracketTable.Edge? {
        let first = fields.optional(included)
        let second = fields.optional(excluded)
        if first != nil, let second {
            context.report(.tableEdgeUnclear(included, excluded, at: second.span))
        }
        return (first ?? second).flatMap(point).map {
            BracketTable.Edge(point: $0, isIncluded: first != nil)
        }
    }

    private func point(_ node: Node) -> BracketTable.Point? {
        switch type.input {
        case .day: context.day(node, Self.what).map { .day($0) }
        case .integer:
            context.parsed(node, Self.what, as: ScalarParser.integerName) {
                ScalarParser.integer($0).map { .number(Ratio($0)) }
            }
        default:
            context.parsed(node, Self.what, as: ScalarParser.numberName) {
                ScalarParser.number($0).map { .number($0) }
            }
        }
    }

    private func result(_ fields: inout Fields) -> BracketTable.Result? {
        let gives = fields.optional("gives")
        let undefined = fields.optional("undefined")
        switch (gives, undefined) {
        case (let gives?, nil): return value(gives).map { .value($0) }
        case (nil, let undefined?):
            return context.localized(undefined, Self.what).map { .undefined($0) }
        default:
            context.report(.tableResultUnclear(at: fields.span))
            return nil
        }
    }

    private func value(_ node: Node) -> ParameterValue? {
        let kind: Parameter.Kind =
            switch type.output {
            case .number: .number
            case .integer: .integer
            case .day: .day
            case .boolean: .boolean
            case .length: .length
            case .text, .enumeration: .text
            }
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        guard let value = ParameterValueReader.value(scalar.text, of: kind, choices: []) else {
            let name = ParameterValueReader.name(of: kind)
            context.report(.valueUnreadable(scalar, as: name, for: Self.what))
            return nil
        }
        if let values = enums.values(of: type.output), !values.contains(scalar.text) {
            context.report(.enumValueUnknown(scalar.text, among: values, at: scalar.span))
            return nil
        }
        return value
    }
}

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
