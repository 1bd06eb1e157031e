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
    ///   - progress: told of each step as it begins.
    /// - Returns: the review, the same for the same files, pack and day.
    /// - Complexity: linear in the cells of the drop, and in rows times rules.
    public func review(
        drop paths: [String], asOf: Day, progress: (ReviewStep) -> Void = { _ in }
    ) -> DropReview {
        progress(.readingDrop)
        let tables = Intake(pack).read(paths)
        progress(.judging)
        return DropReview(
            Plan(pack).run(tables: tables, asOf: asOf), tables: tables,
            provenance: Provenance(
                engineVersion: engineVersion, packDigest: digests.pack,
                calendarDigest: digests.calendar, ruleDigests: digests.rules),
            drop: paths)
    }
}
