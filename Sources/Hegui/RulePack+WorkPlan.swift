public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake

extension RulePack {
    /// Returns how each rule is worked on the material in `paths`, whatever its size.
    ///
    /// - Complexity: as reading the material.
    public func workPlan(drop paths: [String], asOf: Day) -> WorkPlan {
        let plan = Plan(pack)
        let intake = ColumnIntake(
            pack, needed: plan.neededColumns, threads: ReviewEngine.threads)
        do throws(ColumnRefusal) {
            let tables = try intake.read(paths)
            try plan.check(columns: tables)
            let lines = plan.explanation(columns: tables, asOf: asOf).map {
                WorkPlan.Line(rule: $0.rule, obstacle: $0.obstacle)
            }
            return WorkPlan(refusal: nil, lines: lines)
        } catch {
            return WorkPlan(refusal: error.message, lines: [])
        }
    }
}

extension ColumnRefusal {
    /// The reason with the file, where it is about one.
    fileprivate var message: Message {
        guard let file else { return reason }
        return Message(zh: "\(file)：\(reason.zh)", en: "\(file): \(reason.en)")
    }
}
