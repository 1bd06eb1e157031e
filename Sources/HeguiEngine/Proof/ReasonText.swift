import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Says the reasons of an evaluation in both languages, without particulars of persons.
struct ReasonText {
    private let rowStore: RowStore
    /// What must not be said, and what is said instead.
    private let masks: [(raw: String, masked: String)]

    init(_ trace: EvaluationTrace, _ rowStore: RowStore) {
        self.rowStore = rowStore
        masks = Self.masks(trace, rowStore.schema)
    }

    /// Returns the lines, the whole expression first.
    func lines(_ trace: EvaluationTrace) -> [Proof.Line] {
        trace.reasons.map { Proof.Line(depth: $0.depth, text: message($0)) }
    }

    private func message(_ reason: Reason) -> Message {
        var message = Message(zh: reason.text, en: reason.text)
        if let operands = reason.operands {
            let left = shown(operands.left, operands.leftText)
            let right = shown(operands.right, operands.rightText)
            message.zh += "（\(left.zh) \(operands.sign) \(right.zh)）"
            message.en += " (\(left.en) \(operands.sign) \(right.en))"
        }
        if let tally = reason.tally {
            message.zh += "：\(tally.count) 行中 \(tally.held) 行成立"
            message.en += ": true in \(tally.held) of \(tally.count) rows"
        }
        if let value = reason.value {
            let shown = shown(value, "")
            message.zh += " = \(shown.zh)"
            message.en += " = \(shown.en)"
        }
        if let round = reason.round {
            message.zh += "（第 \(round) 行）"
            message.en += " (row \(round))"
        }
        return message
    }

    /// Returns a value, or `text` where it is written out.
    func shown(_ value: Value?, _ text: String) -> Message {
        guard let value else { return Message(zh: text, en: text) }
        if case .error(let error) = value {
            return Message(zh: "无法计算（\(error.message)）", en: "an error (\(error.message))")
        }
        if case .list(let elements) = value, elements.isEmpty {
            return Message(zh: "（没有）", en: "(none)")
        }
        func worded(_ language: Language) -> String {
            let words = ValueText.worded(value, rowStore, style: ValueStyle(), in: language)
            let clean = masks.reduce(words) { $0.replacing($1.raw, with: $1.masked) }
            let scalars = clean.unicodeScalars
            return scalars.count > 120 ? String(scalars.prefix(120)) + "…" : clean
        }
        return Message(zh: worded(.chinese), en: worded(.english))
    }

    private static func masks(
        _ trace: EvaluationTrace, _ schema: Schema
    ) -> [(raw: String, masked: String)] {
        let parts = trace.expression.subexpressions
        var masks: [(raw: String, masked: String)] = []
        for entry in trace.entries {
            guard case .string(let text) = entry.value, !text.isEmpty,
                let field = parts.first(where: { $0.range == entry.range })?.field,
                let table = schema.tables.first(where: { $0.singular == field.object }),
                let column = table.columnNumbers[field.field],
                let masking = Masking(
                    table.dataset.columns[column], of: table.dataset, revealed: schema.revealed)
            else { continue }
            masks.append((text, masking.masked(text)))
        }
        return masks
    }
}
