import HeguiCalendar
import HeguiIntake
import HeguiPack
import HeguiSheets
import HeguiTables
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// A drop reviewed row by row and on columns.
struct BothWays {
    let plain: Review
    let columns: Review
    /// The plain rows, packed into columns.
    let packed: Review
    let plan: Plan
    let tables: ColumnTables

    /// Reviews a drop; `openRows` gives the rows that may exist besides those that it has.
    ///
    /// - Throws: why the drop is not reviewed on columns.
    init(
        _ pack: Pack, drop path: String, asOf: Day, threads: Int = 2,
        openRows: (Tables) -> [OpenRows] = { _ in [] }
    ) throws {
        plan = Plan(pack)
        // Whoever compares has named all that the drop holds.
        let listing = DropListing(of: [path])
        let named = NamedWaivers([NamedWaivers.Place(path: path)], of: listing, pack: pack)
        var rows = Intake(pack, asOf: asOf, named: named).read(listing)
        rows.openRows += openRows(rows)
        plain = plan.run(tables: rows, asOf: asOf)
        packed = plan.run(packing: rows, asOf: asOf, threads: threads)
        var tables = try ColumnIntake(
            pack, needed: plan.neededColumns, asOf: asOf, threads: threads, named: named
        ).read(listing)
        tables.openRows += openRows(rows)
        self.tables = tables
        columns = try plan.run(columns: tables, asOf: asOf, threads: threads)
    }
}

extension BothWays {
    /// Expects all reviews to say the same, outcome for outcome, and says how many there were.
    func expectAgreement(_ label: String) throws {
        try plain.expectAgreement(of: columns, label)
        try plain.expectAgreement(ofPacked: packed, label + ", packed")
        print("compared \(plain.outcomes.count) outcomes")
    }
}
