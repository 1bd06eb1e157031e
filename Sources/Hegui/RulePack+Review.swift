public import HeguiCalendar
import HeguiEngine
import HeguiIntake
import HeguiReports

extension RulePack {
    /// Returns what the pack says of the material in `paths` on the day `asOf`.
    ///
    /// Files that cannot be read are reported in the result and leave it incomplete.
    ///
    /// - Parameters:
    ///   - paths: folders and files, in any order.
    ///   - asOf: the day that counts as today.
    ///   - engine: how the rules are worked; the result is the same.
    ///   - progress: told of each step as it begins.
    /// - Returns: the review, the same for the same files, pack and day.
    /// - Complexity: linear in the cells of the drop, and in rows times rules.
    public func review(
        drop paths: [String], asOf: Day, engine: ReviewEngine = .automatic,
        progress: (ReviewStep) -> Void = { _ in }
    ) -> DropReview {
        progress(.readingDrop)
        let plan = Plan(pack)
        let (review, tables) =
            columns(paths, plan, asOf, engine, progress).map { ($0, nil) }
            ?? rows(paths, plan, asOf, progress)
        return DropReview(
            review, tables: tables,
            provenance: Provenance(
                engineVersion: engineVersion, packDigest: digests.pack,
                calendarDigest: digests.calendar, ruleDigests: digests.rules),
            drop: paths)
    }

    /// Returns the review worked on columns; nil where it is not to be or the drop is not for it.
    private func columns(
        _ paths: [String], _ plan: Plan, _ asOf: Day, _ engine: ReviewEngine,
        _ progress: (ReviewStep) -> Void
    ) -> Review? {
        guard engine != .rows else { return nil }
        let intake = ColumnIntake(
            pack, needed: plan.neededColumns, threads: ReviewEngine.threads,
            leastBytes: engine == .automatic ? ReviewEngine.leastBytes : 0)
        guard let tables = try? intake.read(paths) else { return nil }
        progress(.judging)
        return try? plan.run(columns: tables, asOf: asOf, threads: ReviewEngine.threads)
    }

    private func rows(
        _ paths: [String], _ plan: Plan, _ asOf: Day, _ progress: (ReviewStep) -> Void
    ) -> (Review, Tables?) {
        let tables = Intake(pack).read(paths)
        progress(.judging)
        return (plan.run(tables: tables, asOf: asOf), tables)
    }
}
