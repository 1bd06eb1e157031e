import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
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
        context.report(
            .neverMet(
                .whole(rule), at: notBefore.span ?? rule.span,
                notes: [.tooEarlyOrLate(done, first: first, last: last)]))
    }

    /// An act that is its own trigger.
    private func checkActs(_ rule: Rule, _ deadline: DeadlineRequirement) {
        let done = deadline.done.source
        guard case .within(let from, _) = deadline.due, from.source.text == done.text,
            deadline.notBefore == nil
        else { return }
        context.report(
            .neverViolated(.whole(rule), at: done.span, notes: [.runsFromItself(done.text)]))
    }
}
