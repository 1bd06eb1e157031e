import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Turns dataset drafts into what expressions see of them, and reports references that lead nowhere.
struct LayoutBuilder {
    let context: LoadContext
    let drafts: [DatasetDraft]

    func build() -> [RowLayout] {
        drafts.map(layout)
    }

    /// The name and the inverse name of a column's reference.
    func names(
        of reference: DatasetDraft.ReferenceDraft, in draft: DatasetDraft
    ) -> (name: String, inverse: String) {
        let target = drafts.first { $0.name == reference.dataset }
        return (
            reference.name ?? target?.singular ?? reference.dataset, reference.inverse ?? draft.name
        )
    }

    private func layout(_ draft: DatasetDraft) -> RowLayout {
        var fields = FieldList(object: draft.singular, context: context)
        for (index, column) in draft.columns.enumerated() {
            fields.add(
                RowLayout.Field(
                    name: column.name, kind: .column(index: index),
                    type: ExpressionEnvironment.type(of: column.type),
                    values: column.values.map(\.name), spellings: column.values.spellings),
                at: column.span)
        }
        for (index, column) in draft.columns.enumerated() {
            guard let reference = column.reference,
                let field = field(of: reference, column: index, in: draft)
            else { continue }
            fields.add(field, at: column.span)
        }
        for (other, column, reference) in referring(to: draft.name) {
            let relation = Relation(
                name: names(of: reference, in: other).inverse, dataset: other.name,
                column: column.name)
            fields.add(relation, of: other, at: column.span)
        }
        for (other, column, reference) in referring(to: draft.name) {
            for rollUp in rollUps(of: reference, to: draft) {
                let relation = Relation(
                    name: rollUp.name.text, dataset: other.name, column: column.name,
                    tree: rollUp.column.text)
                fields.add(relation, of: other, at: rollUp.name.span)
            }
        }
        return RowLayout(dataset: draft.name, singular: draft.singular, fields: fields.list)
    }

    /// Returns the field through which expressions reach the row that a reference names; nil, with a
    /// diagnostic (R0201), where there is no such dataset.
    private func field(
        of reference: DatasetDraft.ReferenceDraft, column: Int, in draft: DatasetDraft
    ) -> RowLayout.Field? {
        guard let target = drafts.first(where: { $0.name == reference.dataset }) else {
            context.report(
                .datasetUnknown(
                    reference.dataset, among: drafts.map(\.name), at: reference.span))
            return nil
        }
        return RowLayout.Field(
            name: names(of: reference, in: draft).name,
            kind: .reference(column: column, dataset: target.name),
            type: .object(target.singular))
    }

    /// The relations along a tree that are sound: their column refers to the target itself.
    private func rollUps(
        of reference: DatasetDraft.ReferenceDraft, to target: DatasetDraft
    ) -> [(name: Scalar, column: Scalar)] {
        let trees = target.columns.filter { $0.reference?.dataset == target.name }.map(\.name)
        return reference.rollUp.filter { rollUp in
            if trees.contains(rollUp.column.text) { return true }
            context.report(.rollUpMismatched(rollUp.column, of: target.name, among: trees))
            return false
        }
    }

    private func referring(
        to name: String
    ) -> [(DatasetDraft, DatasetDraft.ColumnDraft, DatasetDraft.ReferenceDraft)] {
        drafts.flatMap { other in
            other.columns.compactMap { column in
                guard let reference = column.reference, reference.dataset == name else {
                    return nil
                }
                return (other, column, reference)
            }
        }
    }
}

/// The fields of a row under construction; a name that is taken is reported (R0209) and left out.
private struct FieldList {
    /// What expressions call the row.
    let object: String
    let context: LoadContext
    private(set) var list: [RowLayout.Field] = []
    private var spans: [String: Span] = [:]

    init(object: String, context: LoadContext) {
        self.object = object
        self.context = context
    }

    mutating func add(_ field: RowLayout.Field, at span: Span) {
        if let first = spans[field.name] {
            context.report(.nameAmbiguous(object + "." + field.name, at: span, first: first))
            return
        }
        spans[field.name] = span
        list.append(field)
    }

    /// Adds the rows of `other` that refer to this one.
    mutating func add(_ relation: Relation, of other: DatasetDraft, at span: Span) {
        add(
            RowLayout.Field(
                name: relation.name, kind: .relation(relation),
                type: .list(.object(other.singular))),
            at: span)
    }
}
