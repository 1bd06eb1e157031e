import HeguiCalendar
import HeguiDiagnostics

/// Versions of a rule whose days do not adjoin (R0710).
struct VersionPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        for rule in pack.rules {
            guard let id = rule.replaces, let earlier = pack.rules.first(where: { $0.id == id })
            else { continue }
            check(earlier, rule)
        }
    }

    private func check(_ earlier: Rule, _ later: Rule) {
        let begin = later.effective.from
        let end = earlier.effective.until
        if let begin, let end {
            let next = end.adding(days: 1)
            if next == begin { return }
            if next < begin {
                report(
                    earlier, later, "\(next) 起没有哪一条生效", "neither is in force on \(next)")
            } else {
                report(earlier, later, "\(begin) 两条都生效", "both are in force on \(begin)")
            }
            return
        }
        let day = begin ?? end ?? later.effective.until ?? earlier.effective.from
        report(
            earlier, later, day.map { "\($0) 两条都生效" } ?? "两条总是同时生效",
            day.map { "both are in force on \($0)" } ?? "both are always in force")
    }

    private func report(_ earlier: Rule, _ later: Rule, _ zh: String, _ en: String) {
        context.report(
            "R0710",
            Message(
                zh: "规则 `\(earlier.id)` 和 `\(later.id)` 的生效期不衔接：\(zh)",
                en: "rules `\(earlier.id)` and `\(later.id)` do not adjoin: \(en)"),
            at: later.span, severity: .warning,
            secondary: [
                Diagnostic.Label(
                    location: .text(earlier.span), text: Message(zh: "被替代的", en: "the replaced one")
                )
            ])
    }
}
