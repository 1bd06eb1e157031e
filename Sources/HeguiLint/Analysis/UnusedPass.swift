import CEL
import HeguiLoader
import HeguiPack
import HeguiYAML
import HeguiDiagnostics

/// What is declared and used by nothing (R0705), and figures outside their range (R0706).
struct UnusedPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let usage = Usage(pack)
        for parameter in pack.parameters {
            if !usage.reads(parameter.name, of: ExpressionEnvironment.paramsTypeName) {
                context.report(.parameterUnused(parameter))
            }
            checkRange(parameter)
        }
        for dataset in pack.datasets {
            guard usage.datasets.contains(dataset.name) else {
                context.report(.datasetUnused(dataset))
                continue
            }
            for column in dataset.columns where !usage.uses(column, of: dataset) {
                context.report(.columnUnused(column, of: dataset))
            }
        }
    }

    private func checkRange(_ parameter: Parameter) {
        guard let range = parameter.range else { return }
        let values = parameter.values.map(\.value) + parameter.alternatives.map(\.value)
        for value in values {
            let number: Ratio? =
                switch value {
                case .integer(let whole): Ratio(whole)
                case .ratio(let ratio): ratio
                default: nil
                }
            guard let number, !range.contains(number) else { continue }
            context.report(.parameterOutsideRange(parameter, value: number, range: range))
        }
    }
}

/// What a pack's rules, awards and forms make use of.
private struct Usage {
    /// The datasets that something judges, counts, reads or is tied to.
    private(set) var datasets: Set<String> = []
    private let fields: Set<CheckedExpression.FieldReference>
    private let pack: Pack
    /// The relations whose rows requirements look at.
    private var relations: Set<Relation> = []
    /// The columns by which forms find rows.
    private var sought: Set<ColumnName> = []

    init(_ pack: Pack) {
        self.pack = pack
        fields = Set(pack.expressions.flatMap(\.checked.fields))
        let parts =
            pack.rules.flatMap(\.requirement.parts)
            + pack.datasets.flatMap(\.columns).compactMap(\.measure).flatMap(\.quantity.parts)
        relations = Set(parts.relations)
        for layout in pack.layouts {
            for field in layout.fields where reads(field.name, of: layout.singular) {
                if case .relation(let relation) = field.kind { relations.insert(relation) }
            }
        }
        for annex in pack.annexes {
            for yield in annex.rows + annex.totals + annex.standIns {
                for assignment in yield.assignments { seek(assignment.source) }
            }
        }
        datasets = ties(
            to: Set(pack.rules.map(\.dataset)).union(pack.awards.map(\.dataset))
                .union(pack.awards.compactMap(\.nominations?.dataset))
                .union(pack.annexes.compactMap(\.expected?.owners))
                .union(relations.map(\.dataset)))
    }

    private mutating func seek(_ source: Annex.Source) {
        guard case .match(let dataset, let by) = source else { return }
        for assignment in by {
            sought.insert(ColumnName(dataset: dataset, column: assignment.column))
            seek(assignment.source)
        }
    }

    /// With those that expressions read or a used one refers to.
    private func ties(to first: Set<String>) -> Set<String> {
        var found = first
        let read = Set(fields.map(\.object))
        found.formUnion(pack.datasets.filter { read.contains($0.singular) }.map(\.name))
        var waiting = Array(found)
        while let name = waiting.popLast() {
            let columns = pack.dataset(name)?.columns ?? []
            for target in columns.compactMap(\.reference?.dataset)
            where found.insert(target).inserted {
                waiting.append(target)
            }
        }
        return found
    }

    func reads(_ field: String, of object: String) -> Bool {
        fields.contains(.init(object: object, field: field))
    }

    /// What a sheet may hold is declared so that it is checked, known and shown; what is computed
    /// is declared to be used.
    func uses(_ column: Column, of dataset: Dataset) -> Bool {
        guard column.derived != nil || column.measure != nil else { return true }
        if reads(column.name, of: dataset.singular) { return true }
        let name = ColumnName(dataset: dataset.name, column: column.name)
        let isNamed =
            dataset.key.contains(column.name) || dataset.label == column.name
            || dataset.identity.contains { $0.columns.contains(column.name) }
            || sought.contains(name)
        guard !isNamed, let reference = column.reference else { return isNamed }
        return dataset.group == reference.name || reads(reference.name, of: dataset.singular)
            || pack.awards.contains {
                $0.dataset == dataset.name && $0.quota?.within == reference.name
            }
            || relations.contains { $0.dataset == dataset.name && $0.column == column.name }
    }
}
