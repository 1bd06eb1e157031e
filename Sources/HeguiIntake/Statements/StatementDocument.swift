internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiYAML

/// Reads waivers and explanations from a YAML text of the drop.
struct StatementDocument {
    let source: SourceText

    /// Returns nil where the text was read, else why it is none of these.
    func read(into drafts: inout DraftTables) -> Message? {
        let document = YAML.parse(source)
        let entries = document.root?.mapping ?? []
        let known = ["waivers", "explanations"]
        guard entries.contains(where: { known.contains($0.key.text) }) else {
            if document.root == nil { drafts.diagnostics += document.diagnostics }
            return Message(
                zh: "YAML 文本中没有 waivers 或 explanations",
                en: "the YAML text has neither waivers nor explanations"
            )
        }
        drafts.diagnostics += document.diagnostics
        for entry in entries {
            switch entry.key.text {
            case "waivers":
                read(entry.value, as: .waivers, fields: StatementField.waiver, &drafts)
            case "explanations":
                read(entry.value, as: .explanations, fields: StatementField.explanation, &drafts)
            default:
                drafts.diagnostics.append(.statementKeyUnknown(entry.key, among: known))
            }
        }
        return nil
    }

    private func read(
        _ node: Node, as meaning: SheetPattern.Meaning, fields: [StatementField],
        _ drafts: inout DraftTables
    ) {
        if node.isEmpty { return }
        guard let items = node.sequence else {
            drafts.diagnostics.append(.statementsNotAList(node))
            return
        }
        for item in items {
            guard let entries = item.mapping else {
                drafts.diagnostics.append(.statementsNotAList(item))
                continue
            }
            var cells: [String: RawCell] = [:]
            var places: [String: Location] = [:]
            for entry in entries {
                guard fields.contains(where: { $0.name == entry.key.text }) else {
                    let names = fields.map(\.name)
                    drafts.diagnostics.append(.statementKeyUnknown(entry.key, among: names))
                    continue
                }
                places[entry.key.text] = .text(entry.value.span)
                guard let scalar = entry.value.scalar else { continue }
                cells[entry.key.text] = RawCell(column: 1, text: scalar.text)
            }
            let draft = StatementDraft(cells, location: .text(item.span), places: places)
            _ = draft.add(as: meaning, to: &drafts)
        }
    }
}
