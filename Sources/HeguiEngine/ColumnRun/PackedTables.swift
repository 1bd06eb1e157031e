import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// A run row by row whose rows were packed into columns, with the words for what it judges.
struct PackedRun: Sendable {
    let run: Run
    let wording: Wording
}

/// The rows of a run in columns, so that rules are worked on these.
///
/// Columns hold what the run computed too: a value that stands in for an empty cell, and the rows
/// that it refers to.
struct PackedTables {
    private let run: Run
    private let needed: [Set<Int>]

    init(_ run: Run) {
        self.run = run
        needed = run.plan.neededColumns
    }

    /// The tables in columns.
    ///
    /// - Complexity: linear in the cells that rules look at.
    var tables: ColumnTables {
        let rowStore = run.rowStore
        let packed = run.plan.schema.tables.indices.map {
            PackedTable(rowStore, $0, needed: needed[$0])
        }
        var tables = ColumnTables(
            pack: run.plan.pack, tables: packed.map(\.table), findings: run.tables.findings,
            files: run.tables.files, waivers: run.tables.waivers,
            explanations: run.tables.explanations, diagnostics: run.tables.diagnostics
        ) { _, _ in PackedRows(rowStore) }
        tables.openRows = run.tables.openRows
        tables.annexes = run.tables.annexes
        return tables
    }
}

/// The rows that were packed, as they were.
private final class PackedRows: RowReading {
    private let rowStore: RowStore

    init(_ rowStore: RowStore) {
        self.rowStore = rowStore
    }

    func row(_ row: Int, ofTable number: Int) -> TableRow { rowStore.tables[number].rows[row] }
}

/// One table of a run in columns.
private struct PackedTable {
    private let rowStore: RowStore
    private let number: Int
    private let source: Table
    private let dataset: Dataset
    private let needed: Set<Int>
    private var cells: [[Int32]] = []
    private var values: [[Datum]] = []
    private var meanings: [ColumnMeaning] = []

    init(_ rowStore: RowStore, _ number: Int, needed: Set<Int>) {
        self.rowStore = rowStore
        self.number = number
        self.needed = needed
        source = rowStore.tables[number]
        dataset = rowStore.schema.tables[number].dataset
        for column in dataset.columns.indices {
            let meaning = source.isGiven ? pack(column) : .notGiven
            meanings.append(meaning)
        }
    }

    var table: ColumnTable {
        guard source.isGiven else { return ColumnTable(nothingOf: dataset) }
        let rows = source.rows
        return ColumnTable(
            dataset: dataset, segment: Segment(cells: cells, rows: rows.count),
            meanings: meanings, values: values
        ) { rows[$0].address }
    }

    /// Packs a column, and returns what its cells mean.
    private mutating func pack(_ column: Int) -> ColumnMeaning {
        let declared = dataset.columns[column]
        if let target = rowStore.schema.tables[number].target(ofColumn: column) {
            return packReference(column, to: target)
        }
        if source.lackingColumns.contains(column), !declared.isComputed { return .notGiven }
        guard needed.contains(column) else { return .unkept }
        let place = cells.count
        switch declared.type {
        case .day:
            put { Self.day($0) }
            return .days(place: place)
        case .integer:
            put { Self.integer($0) }
            return .integers(place: place)
        default:
            packWords(column, declared)
            return .words(place: place)
        }

        func put(_ cell: (Datum) -> Int32) {
            add(source.rows.indices.map { cell(datum(of: $0, column, declared)) })
        }
    }

    private mutating func add(_ column: [Int32], _ words: [Datum] = []) {
        cells.append(column)
        values.append(words)
    }

    private mutating func packReference(_ column: Int, to target: Int) -> ColumnMeaning {
        let isGiven = source.rows.contains { row in
            row.references[column] != nil
                || column < row.data.count && row.data[column] != .notGiven
        }
        let all = source.rows.indices.map { row -> Int32 in
            let reference = RowReference(table: number, row: row)
            if let found = rowStore.target(of: reference, column: column) { return Int32(found) }
            switch rowStore.columns[number][column][row] {
            case .null: return ColumnCells.absent
            case .string: return ColumnCells.orphan
            default: return ColumnCells.special
            }
        }
        let isComputed = all.contains { $0 != ColumnCells.absent }
        guard isGiven || isComputed else { return .notGiven }
        add(all)
        return .reference(place: cells.count - 1, target: target)
    }

    private mutating func packWords(_ column: Int, _ declared: Column) {
        var codes: [Datum: Int32] = [:]
        var words: [Datum] = []
        let all = source.rows.indices.map { row -> Int32 in
            let datum = datum(of: row, column, declared)
            switch datum {
            case .notGiven, .absent: return ColumnCells.absent
            case .unreadable: return ColumnCells.special
            default: break
            }
            if let code = codes[datum] { return code }
            let code = Int32(words.count)
            codes[datum] = code
            words.append(datum)
            return code
        }
        add(all, words)
    }

    /// What a cell holds, or what was computed for it.
    private func datum(of row: Int, _ column: Int, _ declared: Column) -> Datum {
        let data = source.rows[row].data
        if declared.derived == nil, declared.measure == nil {
            let own = column < data.count ? data[column] : .notGiven
            if own != .notGiven || declared.otherwise == nil { return own }
        }
        return Datum(computed: rowStore.columns[number][column][row])
    }

    private static func day(_ datum: Datum) -> Int32 {
        switch datum {
        case .notGiven, .absent: ColumnCells.absent
        case .day(let days) where days.isOneDay: days.first.number
        default: ColumnCells.special
        }
    }

    private static func integer(_ datum: Datum) -> Int32 {
        switch datum {
        case .notGiven, .absent: return ColumnCells.absent
        case .integer(let integer):
            guard let cell = Int32(exactly: integer), cell > ColumnCells.special else {
                return ColumnCells.special
            }
            return cell
        default: return ColumnCells.special
        }
    }
}

extension Datum {
    /// A value that was computed; unreadable where a datum cannot say the same.
    fileprivate init(computed value: Value) {
        self =
            switch value {
            case .null: .absent
            case .string(let text): .text(text)
            case .int(let integer): .integer(integer)
            case .bool(let flag): .bool(flag)
            case .opaque(let day as DayValue) where !day.isMonth && day.days.isOneDay:
                .day(day.days)
            case .opaque(let number as NumberValue): .number(number.ratio)
            case .opaque(let period as PeriodValue): .period(period.period)
            case .list(let items): Self.list(of: items)
            default: .unreadable
            }
    }

    private static func list(of items: [Value]) -> Datum {
        let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? .list(texts) : .unreadable
    }
}
