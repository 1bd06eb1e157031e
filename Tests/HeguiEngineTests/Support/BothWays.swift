import HeguiCalendar
import HeguiIntake
import HeguiPack
import HeguiTables

@testable import HeguiEngine
@testable import HeguiReview

/// A drop reviewed row by row and on columns.
struct BothWays {
    let plain: Review
    let columns: Review
    let plan: Plan
    let tables: ColumnTables

    /// - Throws: why the drop is not reviewed on columns.
    init(_ pack: Pack, drop path: String, asOf: Day, threads: Int = 2) throws {
        plan = Plan(pack)
        plain = plan.run(tables: Intake(pack).read([path]), asOf: asOf)
        tables = try ColumnIntake(pack, needed: plan.neededColumns, threads: threads).read([path])
        columns = try plan.run(columns: tables, asOf: asOf, threads: threads)
    }
}
