import HeguiCalendar
import HeguiIntake
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiEngine

/// What is packed says what the rows say: `ColumnAgreementTests` and others compare the two.
@Suite("rows packed into columns")
struct PackedTablesTests {
    @Test(
        "no rule is left to rows for the sake of an expression",
        arguments: [2_000, 2_001] as [UInt64])
    func expressions(seed: UInt64) throws {
        var maker = PolicyMaker(seed: seed)
        let pack = try maker.expressions(count: 100)
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        let asOf = try #require(Day(year: 2013, month: 12, day: 31))
        let run = Plan(pack).ready(
            for: Intake(pack, asOf: asOf).read([drop.path]), asOf: asOf)
        let store = ColumnStore(
            PackedTables(run).tables, schema: run.plan.schema, threads: 2,
            rowStore: run.rowStore)
        let lowering = RuleLowering(
            store, pack: pack, planner: run.plan.planner, asOf: asOf)
        for planned in run.plan.rules {
            let lowered = try? lowering.lowered(planned)
            #expect(lowered != nil, "\(planned.rule.id)")
        }
    }
}
