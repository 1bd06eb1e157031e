import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Turns dataset drafts into what expressions see of them, and reports references that lead nowhere.
struct LayoutBuilder {
    let context: LoadContext
    let drafts: [DatasetDraft]

    func build() -> [RecordLayout] {
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

    private func layout(_ draft: DatasetDraft) -> RecordLayout {
        var fields: [RecordLayout.Field] = []
        var spans: [String: Span] = [:]
        func add(_ field: RecordLayout.Field, _ span: Span) {
            if let first = spans[field.name] {
                let path = draft.singular + "." + field.name
                context.report(.nameAmbiguous(path, at: span, first: first))
                return
            }
            spans[field.name] = span
            fields.append(field)
        }
        for (index, column) in draft.columns.enumerated() {
            let type = ExpressionEnvironment.type(of: column.type)
            let field = RecordLayout.Field(
                name: column.name, kind: .column(index: index), type: type,
                values: column.values.map(\.name))
            add(field, column.span)
        }
        for (index, column) in draft.columns.enumerated() {
            guard let reference = column.reference else { continue }
            guard let target = drafts.first(where: { $0.name == reference.dataset }) else {
                context.report(
                    .datasetUnknown(
                        reference.dataset, among: drafts.map(\.name), at: reference.span))
                continue
            }
            let field = RecordLayout.Field(
                name: names(of: reference, in: draft).name,
                kind: .reference(column: index, dataset: target.name),
                type: .object(target.singular))
            add(field, column.span)
        }
        for (other, column, reference) in referring(to: draft.name) {
            let name = names(of: reference, in: other).inverse
            let relation = Relation(name: name, dataset: other.name, column: column.name)
            add(
                .init(
                    name: name, kind: .relation(relation), type: .list(.object(other.singular))),
                column.span)
        }
        for (other, column, reference) in referring(to: draft.name) {
            for rollUp in rollUps(of: reference, to: draft) {
                let relation = Relation(
                    name: rollUp.name.text, dataset: other.name, column: column.name,
                    tree: rollUp.column.text)
                add(
                    .init(
                        name: relation.name, kind: .relation(relation),
                        type: .list(.object(other.singular))),
                    rollUp.name.span)
            }
        }
        return RecordLayout(dataset: draft.name, singular: draft.singular, fields: fields)
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
