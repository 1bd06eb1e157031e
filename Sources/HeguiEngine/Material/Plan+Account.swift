import CEL
import HeguiCalendar
import HeguiPack
import HeguiTables

extension Plan {
    /// Returns what became of the annexes that are to be handed in; nil where none is, where the
    /// tables come from no files, and on days on which the policy is not in force.
    ///
    /// - Complexity: linear in the rows of the datasets that name owners or tell who is one.
    func account(of tables: Tables, asOf: Day) -> MaterialAccount? {
        guard hasAccount(files: tables.files, asOf: asOf),
            // A clerk who looks at one annex asks for no other.
            !tables.openRows.contains(where: { $0.reason == .registerMissing })
        else { return nil }
        let given = Set(tables.tables.filter(\.isGiven).map(\.dataset))
        // Only those that duties look at: the others need no values.
        let objects = Set(duties.flatMap { $0.fields.map(\.object) })
        let looked = Set(schema.tables.filter { objects.contains($0.singular) }.map(\.dataset.name))
        let own = tables.tables.filter { looked.contains($0.dataset) }
        let rowStore = rowStore(of: Tables(tables: own), asOf: asOf)
        return MaterialAccount(
            self, asOf: asOf, given: given,
            intake: ReceivedMaterial(
                files: tables.files, annexes: tables.annexes,
                tables: schema.tables.map { table in
                    tables.table(table.dataset.name)
                        ?? Table(dataset: table.dataset.name, rows: [], isGiven: false)
                })
        ) { _ in rowStore }
    }

    func hasAccount(files: [FileAccount], asOf: Day) -> Bool {
        !duties.isEmpty && !files.isEmpty && pack.effective.contains(asOf)
    }

    /// Returns the rows of `tables` with the columns that duties rest on.
    func rowStore(of tables: Tables, asOf: Day) -> RowStore {
        let parameters = ParametersObject(pack.parameters, on: DayRange(asOf))
        return RowStore(schema: schema, tables: tables).computing(columnsOfDuties) { current, row in
            Frame(
                rowStore: current, calendar: pack.calendar, asOf: asOf, subject: row,
                parameters: parameters)
        }
    }
}

extension Plan {
    /// Returns the rows that may exist because an annex or the register of a dataset has not come,
    /// while annexes or other files give some of the dataset's rows.
    func openRows(
        _ account: MaterialAccount?, files: [FileAccount], given: Set<String>
    ) -> [OpenRows] {
        let owed = account?.openRows ?? []
        guard !files.isEmpty else { return owed }
        let read = Set(files.flatMap(\.sheets).flatMap(\.readAsIDs))
        let lacking = pack.datasets.filter { dataset in
            dataset.isExpected && given.contains(dataset.name) && !read.contains(dataset.name)
        }
        return owed
            + lacking.map {
                OpenRows(
                    dataset: $0.name, references: [], atMost: nil, reason: .registerMissing)
            }
    }
}
