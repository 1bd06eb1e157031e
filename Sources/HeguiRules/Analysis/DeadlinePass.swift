import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// Deadlines that are always or never kept (R0701, R0702).
struct DeadlinePass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules {
            guard case .deadline(let deadline) = rule.requirement else { continue }
            checkOrder(rule, deadline, constants)
            checkActs(rule, deadline)
        }
    }

    /// A first day that comes after the last one.
    private func checkOrder(
        _ rule: Rule, _ deadline: DeadlineRequirement, _ constants: ConstantReader
    ) {
        guard case .by(let due) = deadline.due, let notBefore = deadline.notBefore,
            let last = constants.value(due), let first = constants.value(notBefore), first > last
        else { return }
        let done = deadline.done.source.text
        warn(
            "R0702", "规则 `\(rule.id)` 不可能满足", "rule `\(rule.id)` can never be met",
            at: notBefore.span ?? rule.span,
            notes: [
                Message(
                    zh: "例如：\(done) = \(last) 太早，\(done) = \(first) 太晚",
                    en: "for example: \(done) = \(last) is too early, and \(first) too late")
            ])
    }

    /// An act that is its own trigger.
    private func checkActs(_ rule: Rule, _ deadline: DeadlineRequirement) {
        let done = deadline.done.source
        guard case .within(let from, _) = deadline.due, from.source.text == done.text,
            deadline.notBefore == nil
        else { return }
        warn(
            "R0701", "规则 `\(rule.id)` 不可能被违反", "rule `\(rule.id)` can never be violated",
            at: done.span,
            notes: [
                Message(
                    zh: "例如：\(done.text) = 2013-01-10，期限从同一天算起",
                    en: "for example: \(done.text) = 2013-01-10, and time runs from that day")
            ])
    }

    private func warn(_ code: String, _ zh: String, _ en: String, at span: Span, notes: [Message]) {
        context.report(
            Diagnostic(
                code: code, severity: .warning, message: Message(zh: zh, en: en), at: .text(span),
                notes: notes))
    }
}
