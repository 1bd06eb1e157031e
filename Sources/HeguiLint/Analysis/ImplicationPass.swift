import CEL
import HeguiLoader
import HeguiPack
import HeguiYAML
import HeguiDiagnostics

/// Rules that another rule of the same subject already implies (R0704).
struct ImplicationPass {
    let pack: Pack
    let analyst: Analyst
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules {
            for other in pack.rules
            where other.id != rule.id && other.dataset == rule.dataset
                && other.level == rule.level && other.modality == rule.modality
                && other.effective == rule.effective
            {
                switch (rule.requirement, other.requirement) {
                case (.quantity(let wide), .quantity(let narrow)):
                    compare((rule, wide), (other, narrow), constants: constants)
                case (.deadline(let wide), .deadline(let narrow)):
                    compare((rule, wide), (other, narrow), constants: constants)
                case (.exists(let wide), .exists(let narrow)):
                    compare((rule, wide), (other, narrow))
                default: compare(rule, other)
                }
            }
        }
    }

    /// A rule with its requirement in the form that is compared.
    private typealias Side<Form> = (rule: Rule, form: Form)

    /// Reports `rule` where whatever breaks it also breaks `other`.
    private func compare(_ rule: Rule, _ other: Rule) {
        guard case .expression(let wide) = rule.requirement,
            case .expression(let narrow) = other.requirement,
            !wide.expression.checked.fields.isDisjoint(with: narrow.expression.checked.fields)
        else { return }
        let conditions = [rule.condition, other.condition].compactMap { $0 }
        let all = conditions + [wide.expression, narrow.expression]
        guard let space = analyst.space(of: all, over: rule.dataset, notes: false) else { return }
        let hasFirst = rule.condition != nil
        let hasSecond = other.condition != nil
        func isBroken(_ answers: [Bool?], first: Bool) -> Bool {
            let condition =
                first
                ? (hasFirst ? answers[0] : true)
                : (hasSecond ? answers[conditions.count - 1] : true)
            return condition == true && answers[answers.count - (first ? 2 : 1)] == false
        }
        guard let both = space.first(where: { isBroken($0, first: true) }) else { return }
        let apart = space.first {
            isBroken($0, first: true) && !isBroken($0, first: false)
        }
        guard apart == nil else { return }
        // Two rules that say the same are reported once, at the later one.
        let isSame =
            space.first { !isBroken($0, first: true) && isBroken($0, first: false) } == nil
        if isSame, rule.id < other.id { return }
        context.report(.ruleImplied(rule, by: other, notes: [both.witness].compactMap { $0 }))
    }

    private func compare(
        _ first: Side<QuantityRequirement>, _ second: Side<QuantityRequirement>,
        constants: ConstantReader
    ) {
        let ((rule, wide), (other, narrow)) = (first, second)
        guard let shape = wide.shape, shape == narrow.shape,
            Self.covers(other, rule), let outer = QuantityBounds(wide.bounds, constants),
            let inner = QuantityBounds(narrow.bounds, constants), inner.implies(outer)
        else { return }
        if outer.implies(inner), Self.covers(rule, other), rule.id < other.id { return }
        let notes = [outer.breaking(wide.quantity)?.witness].compactMap { $0 }
        context.report(.ruleImplied(rule, by: other, notes: notes))
    }

    private func compare(
        _ first: Side<DeadlineRequirement>, _ second: Side<DeadlineRequirement>,
        constants: ConstantReader
    ) {
        let ((rule, wide), (other, narrow)) = (first, second)
        guard Self.covers(other, rule),
            let outer = DeadlineBound(wide, constants),
            let inner = DeadlineBound(narrow, constants), outer.isNoEarlier(than: inner)
        else { return }
        if inner.isNoEarlier(than: outer), Self.covers(rule, other), rule.id < other.id { return }
        context.report(.ruleImplied(rule, by: other, notes: [outer.lateRow].compactMap { $0 }))
    }

    private func compare(_ left: Side<ExistsRequirement>, _ right: Side<ExistsRequirement>) {
        let (rule, other) = (left.rule, right.rule)
        let (first, second) = (left.form.selection, right.form.selection)
        guard Self.covers(other, rule), first.variable == second.variable,
            first.relation.name == second.relation.name,
            first.condition?.source.text == second.condition?.source.text,
            !Self.covers(rule, other) || rule.id > other.id
        else { return }
        context.report(.ruleImplied(rule, by: other, notes: [.noRow(of: first.relation)]))
    }

    /// Whether `rule` applies wherever `other` does, as far as their text says.
    private static func covers(_ rule: Rule, _ other: Rule) -> Bool {
        rule.condition == nil || rule.condition?.source.text == other.condition?.source.text
    }
}
