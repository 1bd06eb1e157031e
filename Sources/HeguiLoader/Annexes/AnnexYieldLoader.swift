import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads what an annex's rows and totals give, and checks every name in it.
struct AnnexYieldLoader {
    private static let what = Message(zh: "表单的产出", en: "what a form gives")

    let context: LoadContext
    let datasets: [Dataset]
    let names: AnnexNames

    /// `areRows`: entries of `rows`; otherwise of `totals`.
    func load(_ node: Node?, areRows: Bool) -> [Annex.Yield] {
        var result: [Annex.Yield] = []
        for item in context.items(node, Self.what) {
            let set = areRows ? result.first?.assignments.map(\.column) ?? [] : []
            if let yield = yield(item, set) { result.append(yield) }
        }
        return result
    }

    private func yield(_ node: Node, _ rowColumns: [String]) -> Annex.Yield? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let datasetScalar = context.scalar(fields.required("dataset"), Self.what)
        let each = context.scalar(fields.optional("each"), Self.what)
        let whenPresent = context.scalar(fields.optional("when_present"), Self.what)
        let onlyIf = fields.optional("only_if").flatMap(condition)
        let set = fields.required("set")
        fields.finish()
        for scalar in [each, whenPresent].compactMap({ $0 })
        where !names.columns.contains(scalar.text) {
            reportColumn(scalar)
        }
        guard let datasetScalar, let dataset = dataset(datasetScalar), let set else { return nil }
        return Annex.Yield(
            dataset: dataset.name, each: each?.text, whenPresent: whenPresent?.text, onlyIf: onlyIf,
            assignments: assignments(set, of: dataset, rowColumns), span: node.span)
    }

    private func condition(_ node: Node) -> Annex.CellCondition? {
        guard var fields = Fields(node, Message(zh: "`only_if`", en: "`only_if`"), in: context)
        else {
            return nil
        }
        let column = context.scalar(fields.required("column"), Self.what)
        let texts = context.oneOrMore(fields.required("is"), Self.what)
        fields.finish()
        guard let column else { return nil }
        if !names.columns.contains(column.text) { reportColumn(column) }
        return Annex.CellCondition(column: column.text, texts: texts)
    }

    private func dataset(_ scalar: Scalar) -> Dataset? {
        if let dataset = datasets.first(where: { $0.name == scalar.text }) { return dataset }
        context.report(
            .datasetUnknown(scalar.text, among: datasets.map(\.name), at: scalar.span))
        return nil
    }

    private func assignments(
        _ node: Node, of dataset: Dataset, _ rowColumns: [String]
    ) -> [Annex.Assignment] {
        guard var fields = Fields(node, Message(zh: "`set`", en: "`set`"), in: context) else {
            return []
        }
        return fields.all().compactMap { entry in
            guard context.isColumn(entry.key, of: dataset) else { return nil }
            return source(entry.value, rowColumns).map {
                Annex.Assignment(column: entry.key.text, source: $0)
            }
        }
    }

    private func source(_ node: Node, _ rowColumns: [String]) -> Annex.Source? {
        if case .scalar(let scalar) = node.content { return source(scalar, rowColumns) }
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        if fields.has("text") {
            let text = context.text(fields.optional("text"), Self.what)
            fields.finish()
            return text.map { .text($0) }
        }
        let target = context.scalar(fields.required("match"), Self.what).flatMap(dataset)
        let by = fields.required("by")
        fields.finish()
        guard let target, let by else { return nil }
        return .match(dataset: target.name, by: assignments(by, of: target, rowColumns))
    }

    func source(_ scalar: Scalar, _ rowColumns: [String]) -> Annex.Source? {
        let parts = scalar.text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            guard names.columns.contains(scalar.text) else {
                reportColumn(scalar)
                return nil
            }
            return .column(scalar.text)
        }
        switch parts[0] {
        case "heading": return named(parts[1], among: names.heading, scalar).map { .heading($0) }
        case "footer": return named(parts[1], among: names.footer, scalar).map { .footer($0) }
        case "row": return named(parts[1], among: rowColumns, scalar).map { .row($0) }
        case "item":
            guard let name = named(parts[1], among: ["text", "day"], scalar) else { return nil }
            return name == "day" ? .itemDay : .itemText
        default:
            reportColumn(scalar)
            return nil
        }
    }

    private func named(_ name: String, among known: [String], _ scalar: Scalar) -> String? {
        if known.contains(name) { return name }
        context.report(.annexSourceUnknown(scalar, name: name, among: known))
        return nil
    }

    private func reportColumn(_ scalar: Scalar) {
        context.report(.annexColumnUnknown(scalar, among: names.columns))
    }
}

/// The names that sources of an annex may use.
struct AnnexNames {
    var columns: [String]
    var heading: [String]
    var footer: [String]
}
