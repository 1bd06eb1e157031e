package import HeguiCalendar
import HeguiPack
package import HeguiTables

extension Plan {
    /// Returns the review of `tables` on the day `asOf`.
    ///
    /// With `recorder`, boundaries that values meet are noted there.
    ///
    /// - Complexity: linear in rows × rules, and in the rows of the relations that rules look at.
    package func run(
        tables: Tables, asOf: Day, recorder: BoundaryRecorder? = nil
    ) -> Review {
        ready(for: tables, asOf: asOf, recorder: recorder).review()
    }

    /// Returns the run that judges `tables`, with all columns computed.
    func ready(for tables: Tables, asOf: Day, recorder: BoundaryRecorder? = nil) -> Run {
        let given = Set(tables.tables.filter(\.isGiven).map(\.dataset))
        return Run(plan: serving(given), tables: tables, asOf: asOf, recorder: recorder)
    }
}
