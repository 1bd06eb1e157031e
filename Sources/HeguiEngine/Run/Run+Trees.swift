import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiTables

extension Run {
    /// Returns a finding for each row that stands below itself; its roll-ups are unknown.
    func treeFindings() -> [DataFinding] {
        var seen: Set<[Int]> = []
        var findings: [DataFinding] = []
        for (number, relation) in plan.schema.relations.enumerated() {
            guard let tree = relation.tree, seen.insert([relation.target, tree]).inserted else {
                continue
            }
            findings += treeFindings(along: number)
        }
        return findings
    }

    /// Returns a finding for each row that stands below itself along the tree of a relation.
    func treeFindings(along number: Int) -> [DataFinding] {
        let relation = plan.schema.relations[number]
        guard let tree = relation.tree else { return [] }
        return records.tables[relation.target].rows.indices.filter {
            records.isInCycle($0, ofRelation: number)
        }.map { finding($0, table: relation.target, column: tree) }
    }

    private func finding(_ row: Int, table: Int, column: Int) -> DataFinding {
        let dataset = plan.schema.tables[table].dataset
        let title = Message(dataset.columns[column].title)
        let source = records.tables[table].rows[row]
        let name = records.names(ofTable: table).names[row]
        let cell = source.cells.indices.contains(column) ? source.cells[column] : nil
        return DataFinding(
            code: DataCode.ancestryCyclic.rawValue, level: .mandatory,
            message: Message(
                zh: "“\(name)”按“\(title.zh)”逐级向上又回到自己",
                en: "“\(name)” stands below itself along “\(title.en)”"),
            cell: cell ?? source.address, dataset: dataset.name,
            help: Message(
                zh: "改正其中一行的“\(title.zh)”", en: "mend “\(title.en)” in one of these rows"))
    }
}
