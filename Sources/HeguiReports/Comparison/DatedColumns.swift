import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// The columns of a dataset by what they are for when two drops are compared.
struct DatedColumns {
    /// A row as it is compared: what its source does not have counts as empty.
    struct Row {
        let data: [Datum]
        let cells: [CellAddress?]
        let address: CellAddress
        /// The key's values; nil where one is empty or there is no key.
        let key: [Datum]?
        /// The values of the columns that say whom it is about.
        let references: [Datum]
        /// The first of its days.
        let ownDays: DayRange?

        func days(_ column: Int) -> DayRange? {
            if case .day(let days) = data[column] { days } else { nil }
        }
    }

    /// The columns that hold the days of acts and are not computed.
    let days: [Int]
    private let dataset: Dataset
    private let keys: [Int]
    private let references: [Int]
    /// The columns by which people know whom a row is about.
    private let names: [Int]

    init(_ dataset: Dataset, in pack: Pack) {
        self.dataset = dataset
        let facts = Self.facts(of: dataset, in: pack)
        days = dataset.columns.indices.filter {
            let column = dataset.columns[$0]
            let isDay = column.type == .day || column.type == .month
            return isDay && column.derived == nil && column.measure == nil
                && !facts.contains(column.name)
        }
        keys = dataset.key.compactMap(dataset.columnIndex)
        references = dataset.columns.indices.filter { dataset.columns[$0].reference != nil }
        let label = dataset.label.flatMap(dataset.columnIndex)
        names = (keys + [label].compactMap(\.self) + (keys.isEmpty ? references : []))
            .filter { dataset.columns[$0].personal == nil || dataset.columns[$0].personal == .name }
    }

    /// Returns the columns that tell of somebody and not of an act: those by which a row is found,
    /// and copies of what the row that it refers to has (a birth, the day of joining).
    private static func facts(of dataset: Dataset, in pack: Pack) -> Set<String> {
        var facts = Set(dataset.identity.flatMap(\.columns))
        for column in dataset.columns {
            guard let reference = column.reference, let target = pack.dataset(reference.dataset)
            else { continue }
            facts.formUnion(target.identity.flatMap(\.columns))
            facts.formUnion(
                target.columns.filter {
                    $0.derived == nil && $0.otherwise == nil && $0.measure == nil
                }.map(\.name))
        }
        return facts
    }

    func row(_ row: TableRow) -> Row {
        let data = row.data.map { $0 == .notGiven ? .absent : $0 }
        let key = keys.map { data[$0] }
        let isKeyed = !key.isEmpty && !key.contains(.absent)
        let own = days.lazy.compactMap { column -> DayRange? in
            if case .day(let days) = data[column] { days } else { nil }
        }.first
        return Row(
            data: data, cells: row.cells, address: row.address, key: isKeyed ? key : nil,
            references: references.map { data[$0] }, ownDays: own)
    }

    func change(
        _ kind: PastChange.Kind, on days: DayRange, of row: Row, column: Int? = nil
    ) -> PastChange {
        var words: [String] = []
        for name in names {
            guard case .text(let text) = row.data[name], !words.contains(text) else { continue }
            words.append(text)
        }
        return PastChange(
            kind: kind, dataset: dataset.name, datasetTitle: dataset.title, days: days,
            subject: words.joined(separator: " "),
            column: column.map { dataset.columns[$0].title },
            cell: column.flatMap { row.cells[$0] } ?? row.address)
    }
}
