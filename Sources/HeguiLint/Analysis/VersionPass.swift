import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack

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
            context.report(
                next < begin
                    ? .versionsGap(earlier, later, on: next)
                    : .versionsOverlap(earlier, later, on: begin))
            return
        }
        let day = begin ?? end ?? later.effective.until ?? earlier.effective.from
        context.report(.versionsOverlap(earlier, later, on: day))
    }
}
