import HeguiCalendar
import HeguiPack
import HeguiTables

extension Plan {
    /// Returns the same as of plain tables. Annexes give no rows here: a drop that has any is
    /// read the plain way.
    ///
    /// - Complexity: linear in the owners and in the rows that tell which of them is one.
    func account(of tables: ColumnTables, asOf: Day, threads: Int) -> MaterialAccount? {
        guard hasAccount(files: tables.files, asOf: asOf) else { return nil }
        let store = ColumnStore(tables, schema: schema, threads: threads)
        return MaterialAccount(
            self, asOf: asOf, given: tables.given,
            intake: ReceivedMaterial(files: tables.files, annexes: tables.annexes, tables: [])
        ) { duty in
            let owners = Array(0..<tables.tables[duty.table].rowCount)
            let plain = PlainRows(
                owners, of: duty.table, RuleInputs(duty, schema), in: store)
            return rowStore(of: plain.tables(), asOf: asOf)
        }
    }
}
