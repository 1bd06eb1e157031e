import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Checks the expressions and names of dataset drafts.
struct DatasetFinisher {
    let context: LoadContext
    let compiler: ExpressionCompiler
    let layouts: LayoutBuilder

    func finish() -> [Dataset] {
        let columns = layouts.drafts.map { draft in
            draft.columns.map { column(of: $0, in: draft) }
        }
        let orders = ComputationOrder(context: context, drafts: layouts.drafts, columns: columns)
            .orders()
        return zip(layouts.drafts, zip(columns, orders)).map { draft, rest in
            dataset(draft, columns: rest.0, order: rest.1)
        }
    }

    private func column(of draft: DatasetDraft.ColumnDraft, in dataset: DatasetDraft) -> Column {
        let scope = compiler.scope(of: dataset.name)
        let expected = ExpressionEnvironment.type(of: draft.type)
        let domain =
            draft.values.isEmpty
            ? nil
            : ValueDomain(
                name: dataset.singular + "." + draft.name, values: draft.values.map(\.name),
                spellings: draft.values.spellings)
        func compile(_ scalar: Scalar?) -> Expression? {
            scalar.flatMap {
                compiler.compile(
                    $0, in: scope, expecting: [expected.unwrapped], giving: domain,
                    for: Message(zh: "列 `\(draft.name)`", en: "column `\(draft.name)`"))
            }
        }
        let reference = draft.reference.map { reference in
            let names = layouts.names(of: reference, in: dataset)
            return Column.Reference(
                dataset: reference.dataset, name: names.name, inverse: names.inverse,
                rollUp: reference.rollUp.map {
                    Column.RollUp(name: $0.name.text, column: $0.column.text)
                })
        }
        return Column(
            name: draft.name, type: draft.type, title: draft.title, isRequired: draft.isRequired,
            level: draft.level, aliases: draft.aliases, personal: draft.personal,
            values: draft.values, synonyms: draft.synonyms, reference: reference,
            derived: compile(draft.derived),
            otherwise: compile(draft.otherwise), measure: measure(draft, in: dataset),
            decimals: draft.decimals, plausible: draft.plausible, span: draft.span)
    }

    private func measure(
        _ draft: DatasetDraft.ColumnDraft, in dataset: DatasetDraft
    ) -> Measure? {
        let reader = SubjectReader(
            context: context, compiler: compiler, dataset: dataset.name,
            what: Message(zh: "`measure`", en: "`measure`"))
        return draft.measure.flatMap {
            QuantityLoader(reader: reader).measure($0, type: draft.type)
        }
    }

    private func dataset(
        _ draft: DatasetDraft, columns: [Column], order: [String]
    ) -> Dataset {
        let names = columns.map(\.name)
        func checked(_ scalar: Scalar) -> String? {
            if names.contains(scalar.text) { return scalar.text }
            context.report(.columnUnknown(scalar, of: draft.name, among: names))
            return nil
        }
        return Dataset(
            name: draft.name, singular: draft.singular, title: draft.title,
            key: draft.key.compactMap(checked), label: draft.label.flatMap(checked),
            group: draft.group.flatMap { group(of: $0, columns, draft) },
            register: draft.register.compactMap(checked), isExpected: draft.isExpected,
            identity: draft.identity.map {
                Dataset.IdentityLevel(
                    columns: $0.columns.compactMap(checked), certainty: $0.certainty)
            }, columns: columns, computationOrder: order, span: draft.span)
    }

    private func group(
        of scalar: Scalar, _ columns: [Column], _ draft: DatasetDraft
    ) -> String? {
        let names = columns.compactMap { $0.reference?.name }
        if names.contains(scalar.text) { return scalar.text }
        context.report(.referenceUnknown(scalar, of: draft.name, among: names))
        return nil
    }
}

extension Type {
    var isList: Bool {
        if case .list = self { true } else { false }
    }
}
