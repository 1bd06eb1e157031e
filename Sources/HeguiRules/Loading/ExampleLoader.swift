import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// Reads the examples of a rule or an award.
struct ExampleLoader {
    enum Owner {
        case rule, award

        /// What an example may expect.
        var fields: [String] {
            switch self {
            case .rule:
                [
                    "outcome", "level", "observed", "required", "gap", "due", "nominal_due", "done",
                    "days_late", "lower", "upper",
                ]
            case .award: ["outcome", "rank", "rate", "seats", "quota_base"]
            }
        }
    }

    let context: LoadContext
    let datasets: [Dataset]
    let parameters: [Parameter]
    let enums: EnumColumns

    private static let what = Message(zh: "示例", en: "an example")

    func load(_ node: Node?, subject: Dataset?, of owner: Owner) -> [Example] {
        context.items(node, Self.what).compactMap { example($0, owner) }
    }

    private func example(_ node: Node, _ owner: Owner) -> Example? {
        guard var fields = Fields(node, Self.what, context) else { return nil }
        let nameNode = fields.required("name")
        let name = context.text(nameNode, Message(zh: "示例名", en: "name"))
        let asOf = context.day(fields.required("as_of"), Message(zh: "`as_of`", en: "`as_of`"))
        let settings = settings(fields.optional("set"))
        let given = given(fields.required("given"))
        let without = context.items(fields.optional("without"), Self.what)
            .compactMap { dataset($0)?.name }
        let subject = context.text(fields.optional("subject"), Self.what)
        let expectations = expectations(fields.required("expect"), owner)
        fields.finish()
        guard let name, let asOf, let span = nameNode?.span else { return nil }
        return Example(
            name: name, asOf: asOf, settings: settings, given: given, without: without,
            subject: subject, expectations: expectations, span: span)
    }

    private func dataset(_ node: Node) -> Dataset? {
        context.scalar(node, Self.what).flatMap(dataset)
    }

    private func dataset(_ scalar: Scalar) -> Dataset? {
        if let dataset = datasets.first(where: { $0.name == scalar.text }) { return dataset }
        context.reportUnknown(
            "R0201",
            Message(zh: "没有数据表 `\(scalar.text)`", en: "no dataset `\(scalar.text)`"),
            scalar.text, among: datasets.map(\.name), at: scalar.span)
        return nil
    }

    private func settings(_ node: Node?) -> [String: ParameterValue] {
        guard let node, var fields = Fields(node, Message(zh: "`set`", en: "`set`"), context) else {
            return [:]
        }
        var result: [String: ParameterValue] = [:]
        for entry in fields.all() {
            guard let parameter = parameters.first(where: { $0.name == entry.key.text }) else {
                context.reportUnknown(
                    "R0213",
                    Message(
                        zh: "没有参数 `\(entry.key.text)`", en: "no parameter `\(entry.key.text)`"),
                    entry.key.text, among: parameters.map(\.name), at: entry.key.span)
                continue
            }
            let reader = ParameterValueReader(
                context: context, kind: parameter.kind, choices: parameter.choices,
                tableType: parameter.tableType, enums: enums, alternatives: parameter.alternatives)
            result[parameter.name] = reader.read(entry.value)
        }
        return result
    }

    private func given(_ node: Node?) -> [Example.GivenTable] {
        guard let node, var fields = Fields(node, Message(zh: "`given`", en: "`given`"), context)
        else { return [] }
        return fields.all().compactMap { (entry) -> Example.GivenTable? in
            guard let dataset = dataset(entry.key) else { return nil }
            let rows = context.items(entry.value, Self.what).flatMap { givenRows($0, dataset) }
            return Example.GivenTable(dataset: dataset.name, rows: rows)
        }
    }

    /// One row, or with `repeat: 19` as many, `{n}` in their cells counting from 1.
    private func givenRows(_ node: Node, _ dataset: Dataset) -> [Example.GivenRow] {
        guard var fields = Fields(node, Message(zh: "示例的一行", en: "a row"), context) else {
            return []
        }
        let repeatNode = fields.optional("repeat")
        let entries = fields.all().filter { $0.key.text != "repeat" }
        let cells = entries.compactMap { cell($0, dataset) }
        guard let repeatNode else { return [Example.GivenRow(cells: cells, span: node.span)] }
        let count = context.parsed(
            repeatNode, Message(zh: "`repeat`", en: "`repeat`"), as: ScalarReading.integerName
        ) { text in Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil } }
        return (0..<(count ?? 0)).map { index in
            Example.GivenRow(cells: cells.map { numbered($0, index + 1) }, span: node.span)
        }
    }

    private func numbered(_ cell: Example.GivenCell, _ number: Int) -> Example.GivenCell {
        let texts = cell.texts.map { scalar in
            var copy = scalar
            copy.text = scalar.text.replacing("{n}", with: "\(number)")
            return copy
        }
        return Example.GivenCell(column: cell.column, texts: texts, isList: cell.isList)
    }

    private func cell(_ entry: Node.Entry, _ dataset: Dataset) -> Example.GivenCell? {
        guard dataset.columnIndex(entry.key.text) != nil else {
            context.reportUnknown(
                "R0210",
                Message(
                    zh: "数据表 `\(dataset.name)` 没有列 `\(entry.key.text)`",
                    en: "dataset `\(dataset.name)` has no column `\(entry.key.text)`"),
                entry.key.text, among: dataset.columns.map(\.name), at: entry.key.span)
            return nil
        }
        if case .sequence(let items) = entry.value.content {
            let texts = items.compactMap { context.scalar($0, Self.what) }
            return Example.GivenCell(column: entry.key.text, texts: texts, isList: true)
        }
        return context.scalar(entry.value, Self.what).map {
            Example.GivenCell(column: entry.key.text, texts: [$0], isList: false)
        }
    }

    private func expectations(_ node: Node?, _ owner: Owner) -> [Example.Expectation] {
        guard let node else { return [] }
        if case .scalar(let scalar) = node.content {
            return [Example.Expectation(field: "outcome", value: scalar)]
        }
        let what = Message(zh: "预期 `expect`", en: "`expect`")
        guard var fields = Fields(node, what, context) else { return [] }
        let list = expectations(&fields, owner.fields, below: "")
        let parts = owner == .rule ? self.parts(fields.optional("parts")) : []
        fields.finish()
        return list + parts
    }

    private func expectations(
        _ fields: inout Fields, _ names: [String], below path: String
    ) -> [Example.Expectation] {
        names.compactMap { name in
            context.scalar(fields.optional(name), Self.what).map {
                Example.Expectation(field: path + name, value: $0)
            }
        }
    }

    /// What is expected of single parts: their outcome, or several fields of each.
    private func parts(_ node: Node?) -> [Example.Expectation] {
        let what = Message(zh: "`parts`", en: "`parts`")
        guard let node, var fields = Fields(node, what, context) else { return [] }
        return fields.all().flatMap { entry in
            let path = "parts/\(entry.key.text)/"
            if case .scalar(let scalar) = entry.value.content {
                return [Example.Expectation(field: path + "outcome", value: scalar)]
            }
            guard var inner = Fields(entry.value, what, context) else { return [] }
            let names = ["outcome", "observed", "required", "gap", "due"]
            let list = expectations(&inner, names, below: path)
            inner.finish()
            return list
        }
    }
}
