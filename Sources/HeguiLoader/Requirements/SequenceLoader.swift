import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `sequence`: steps, their order and their distances.
struct SequenceLoader {
    private static let what = Message(zh: "`sequence` 的步骤", en: "a step of `sequence`")

    /// A step before its gaps are read.
    private struct Draft {
        var id: String
        var title: LocalizedText?
        var day: Expression
        var isOptional: Bool
        var gaps: Node?
    }

    let reader: SubjectReader
    /// The pack's.
    let counting: CountingRule

    private var context: LoadContext { reader.context }

    func load(_ fields: inout Fields) -> SequenceRequirement? {
        let nodes = context.items(fields.required("sequence"), Self.what)
        let isStrict = context.boolean(fields.optional("strict"), Self.what) ?? false
        let countingNode = fields.optional("counting")
        let counting = context.counting(countingNode, over: counting)
        checkIDs(nodes)
        let drafts = nodes.compactMap(draft)
        guard drafts.count == nodes.count else { return nil }
        guard drafts.count > 1 else {
            context.report(.stepsTooFew(at: fields.span))
            return nil
        }
        let steps = drafts.indices.map { index in
            SequenceRequirement.Step(
                id: drafts[index].id, title: drafts[index].title, day: drafts[index].day,
                isOptional: drafts[index].isOptional,
                gaps: context.items(drafts[index].gaps, Self.what).compactMap {
                    gap($0, at: index, of: drafts, counting: counting)
                })
        }
        return SequenceRequirement(steps: steps, isStrict: isStrict, counting: counting)
    }

    private func checkIDs(_ nodes: [Node]) {
        var seen: [String: Span] = [:]
        for case let id? in nodes.map({ $0["id"]?.scalar }) {
            if let first = seen[id.text] {
                context.report(.declaredTwice(id.text, at: id.span, first: first))
            } else {
                seen[id.text] = id.span
            }
        }
    }

    private func draft(_ node: Node) -> Draft? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let id = context.identifier(fields.required("id"), Self.what, dashes: true)
        let title = context.localized(fields.optional("title"), Self.what)
        let day = reader.compile(
            fields.required("day"), reader.scope, expecting: [ExpressionCompiler.dayType])
        let isOptional = context.boolean(fields.optional("optional"), Self.what) ?? false
        let gaps = fields.optional("gaps")
        fields.finish()
        guard let id, let day else { return nil }
        return Draft(id: id, title: title, day: day, isOptional: isOptional, gaps: gaps)
    }

    private func gap(
        _ node: Node, at index: Int, of drafts: [Draft], counting: CountingRule
    ) -> SequenceRequirement.Gap? {
        let what = Message(zh: "步骤间的间隔", en: "a gap between steps")
        guard var fields = Fields(node, what, in: context) else { return nil }
        let after = after(fields.optional("after"), at: index, drafts, gap: node.span)
        let atLeast = reader.length(fields.optional("at_least"))
        let withinNode = fields.optional("within")
        let within = reader.length(withinNode)
        let validFor = reader.length(fields.optional("valid_for"))
        let own = fields.optional("counting").map {
            context.counting($0, over: counting)
        }
        if !["at_least", "within", "valid_for"].contains(where: { fields.has($0) }) {
            context.report(.gapEmpty(at: node.span))
        }
        fields.finish()
        if let withinNode, let least = atLeast?.literal, let most = within?.literal {
            checkOrder(least, most, at: withinNode.span)
        }
        return after.map {
            SequenceRequirement.Gap(
                after: $0, atLeast: atLeast, within: within, validFor: validFor, counting: own,
                span: node.span)
        }
    }

    /// The position of the step that `node` names, or of the nearest earlier one that must be done.
    private func after(
        _ node: Node?, at index: Int, _ drafts: [Draft], gap span: Span
    ) -> Int? {
        guard let node else {
            if let before = drafts[..<index].lastIndex(where: { !$0.isOptional }) { return before }
            context.report(.stepUnpreceded(drafts[index].id, at: span))
            return nil
        }
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        if let found = drafts[..<index].firstIndex(where: { $0.id == scalar.text }) {
            return found
        }
        let earlier = drafts[..<index].map(\.id)
        let isLater = drafts[index...].contains { $0.id == scalar.text }
        context.report(
            isLater
                ? .stepNotEarlier(scalar, than: drafts[index].id, among: earlier)
                : .stepUnknown(scalar, among: earlier))
        return nil
    }

    private func checkOrder(_ least: PeriodLength, _ most: PeriodLength, at span: Span) {
        // Lengths of different units are compared by their shortest and longest days.
        guard
            least.unit == most.unit
                ? least.amount > most.amount : least.days.lowerBound > most.days.upperBound
        else { return }
        context.report(.gapUnmeetable(at: span))
    }
}

extension PeriodLength {
    /// The fewest and the most days that it may span.
    fileprivate var days: ClosedRange<Int> {
        switch unit {
        case .days: amount...amount
        case .workingDays: amount...(amount * 3 + 10)
        case .weeks: amount * 7...amount * 7
        case .months: amount * 28...amount * 31
        case .years: amount * 365...amount * 366
        }
    }
}
