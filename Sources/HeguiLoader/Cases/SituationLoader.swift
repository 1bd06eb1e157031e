import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the rows, the day and the settings of an example or a test case.
struct SituationLoader {
    let context: LoadContext
    let datasets: [Dataset]
    let parameters: [Parameter]
    let enums: EnumColumns

    private static let what = Message(zh: "示例", en: "an example")

    /// Reads `name`, `as_of`, `set`, `given` and `without`.
    func load(_ fields: inout Fields) -> Situation? {
        let nameNode = fields.required("name")
        let name = context.text(nameNode, Message(zh: "示例名", en: "name"))
        let asOf = context.day(fields.required("as_of"), Message(zh: "`as_of`", en: "`as_of`"))
        let settings = settings(fields.optional("set"))
        let given = given(fields.required("given"))
        let without = context.items(fields.optional("without"), Self.what)
            .compactMap { dataset($0)?.name }
        guard let name, let asOf, let span = nameNode?.span else { return nil }
        return Situation(
            name: name, asOf: asOf, settings: settings, given: given, without: without, span: span)
    }

    private func dataset(_ node: Node) -> Dataset? {
        context.scalar(node, Self.what).flatMap(dataset)
    }

    private func dataset(_ scalar: Scalar) -> Dataset? {
        if let dataset = datasets.first(where: { $0.name == scalar.text }) { return dataset }
        context.report(
            .datasetUnknown(scalar.text, among: datasets.map(\.name), at: scalar.span))
        return nil
    }

    private func settings(_ node: Node?) -> [String: ParameterValue] {
        guard let node, var fields = Fields(node, Message(zh: "`set`", en: "`set`"), in: context)
        else {
            return [:]
        }
        var result: [String: ParameterValue] = [:]
        for entry in fields.all() {
            guard let parameter = parameters.first(where: { $0.name == entry.key.text }) else {
                context.report(.parameterUnknown(entry.key, among: parameters.map(\.name)))
                continue
            }
            let reader = ParameterValueReader(
                context: context, kind: parameter.kind, choices: parameter.choices,
                tableType: parameter.tableType, enums: enums, alternatives: parameter.alternatives)
            result[parameter.name] = reader.read(entry.value)
        }
        return result
    }

    private func given(_ node: Node?) -> [Situation.GivenTable] {
        guard let node,
            var fields = Fields(node, Message(zh: "`given`", en: "`given`"), in: context)
        else { return [] }
        return fields.all().compactMap { (entry) -> Situation.GivenTable? in
            guard let dataset = dataset(entry.key) else { return nil }
            let rows = context.items(entry.value, Self.what).flatMap { givenRows($0, dataset) }
            return Situation.GivenTable(dataset: dataset.name, rows: rows)
        }
    }

    /// One row, or with `repeat: 19` as many, `{n}` in their cells counting from 1.
    private func givenRows(_ node: Node, _ dataset: Dataset) -> [Situation.GivenRow] {
        guard var fields = Fields(node, Message(zh: "示例的一行", en: "a row"), in: context) else {
            return []
        }
        let repeatNode = fields.optional("repeat")
        let entries = fields.all().filter { $0.key.text != "repeat" }
        let cells = entries.compactMap { cell($0, dataset) }
        guard let repeatNode else { return [Situation.GivenRow(cells: cells, span: node.span)] }
        let count = context.parsed(
            repeatNode, Message(zh: "`repeat`", en: "`repeat`"), as: ScalarParser.integerName
        ) { text in Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil } }
        return (0..<(count ?? 0)).map { index in
            Situation.GivenRow(cells: cells.map { numbered($0, index + 1) }, span: node.span)
        }
    }

    private func numbered(_ cell: Situation.GivenCell, _ number: Int) -> Situation.GivenCell {
        let texts = cell.texts.map { scalar in
            var copy = scalar
            copy.text = scalar.text.replacing("{n}", with: "\(number)")
            return copy
        }
        return Situation.GivenCell(column: cell.column, texts: texts, isList: cell.isList)
    }

    private func cell(_ entry: Node.Entry, _ dataset: Dataset) -> Situation.GivenCell? {
        guard context.isColumn(entry.key, of: dataset) else { return nil }
        if case .sequence(let items) = entry.value.content {
            let texts = items.compactMap { context.scalar($0, Self.what) }
            return Situation.GivenCell(column: entry.key.text, texts: texts, isList: true)
        }
        return context.scalar(entry.value, Self.what).map {
            Situation.GivenCell(column: entry.key.text, texts: [$0], isList: false)
        }
    }
}
