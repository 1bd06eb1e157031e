import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `expected` of a form: who hands it in, how often, by when.
struct DutyLoader {
    private static let what = Message(zh: "`expected`", en: "`expected`")

    let context: LoadContext
    let compiler: ExpressionCompiler
    let datasets: [Dataset]
    let heading: [Annex.HeadingField]
    /// What the form's rows and totals give.
    let yields: [Annex.Yield]

    func load(_ node: Node?) -> Annex.Duty? {
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        let from = context.scalar(fields.required("from"), Self.what)
        let whereNode = fields.optional("where")
        let perNode = fields.required("per")
        let byNode = fields.optional("by")
        let ownerNode = fields.optional("owner")
        let level = context.choice(fields.optional("level"), Self.what, of: Level.self)
        fields.finish()
        let period = period(context.scalar(perNode, Self.what))
        guard let from, let dataset = dataset(from) else { return nil }
        let reader = SubjectReader(
            context: context, compiler: compiler, dataset: dataset.name, what: Self.what)
        let condition = reader.compile(whereNode, reader.scope, expecting: [.bool])
        let due = reader.day(byNode)
        let columns = ownerColumns(
            of: dataset, named: context.scalar(ownerNode, Self.what), at: from.span)
        guard let period, let columns else { return nil }
        return Annex.Duty(
            owners: dataset.name, condition: condition, period: period, due: due,
            level: level ?? .verify, ownerColumns: columns, span: node.span)
    }

    private func dataset(_ scalar: Scalar) -> Dataset? {
        if let dataset = datasets.first(where: { $0.name == scalar.text }) { return dataset }
        context.report(
            .datasetUnknown(scalar.text, among: datasets.map(\.name), at: scalar.span))
        return nil
    }

    /// `year`, or the heading field that names the year.
    private func period(_ scalar: Scalar?) -> Annex.Duty.Period? {
        guard let scalar else { return nil }
        if scalar.text == "year" { return .year }
        let known = heading.filter { $0.type == .integer }.map { "heading.\($0.name)" }
        guard known.contains(scalar.text) else {
            context.report(
                .annexSourceUnknown(scalar, name: scalar.text, among: ["year"] + known))
            return nil
        }
        return .yearOfHeading(String(scalar.text.dropFirst("heading.".count)))
    }

    /// The columns that refer to the owner: all that one heading field sets, or what `owner` names.
    private func ownerColumns(
        of owners: Dataset, named: Scalar?, at span: Span
    ) -> [ColumnName]? {
        var columns: [String: [ColumnName]] = [:]
        for yield in yields {
            guard let dataset = datasets.first(where: { $0.name == yield.dataset }) else {
                continue
            }
            for assignment in yield.assignments {
                guard let index = dataset.columnIndex(assignment.column),
                    dataset.columns[index].reference?.dataset == owners.name
                else { continue }
                let name = ColumnName(dataset: dataset.name, column: assignment.column)
                let source = Self.name(of: assignment.source) ?? "row.\(assignment.column)"
                if columns[source]?.contains(name) != true {
                    columns[source, default: []].append(name)
                }
            }
        }
        if let named {
            if let found = columns[named.text] { return found }
            context.report(
                .annexSourceUnknown(named, name: named.text, among: columns.keys.sorted()))
            return nil
        }
        let headings = columns.filter { $0.key.hasPrefix("heading.") }
        if headings.count == 1, let only = headings.first { return only.value }
        let all = (headings.isEmpty ? columns : headings).keys.sorted()
        context.report(.annexOwnerUnclear(owners, named: all, at: span))
        return nil
    }

    private static func name(of source: Annex.Source) -> String? {
        if case .heading(let name) = source { "heading.\(name)" } else { nil }
    }
}
