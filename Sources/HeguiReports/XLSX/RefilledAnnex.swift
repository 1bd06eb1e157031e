import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// An annex of the pack, filled in again from the rows that were read.
struct RefilledAnnex {
    /// The rows of one sheet that was handed in (of one unit).
    struct Block {
        var name: DataText
        var rows: [Int]
        /// The row that the rows refer to by the heading field, where they do.
        fileprivate var target: Int?
    }

    private struct Field {
        let name: String
        let header: DataText
        /// The column's place in the dataset.
        let place: Int
    }

    let annex: Annex
    let refill: Annex.Refill
    private(set) var blocks: [Block] = []
    private let dataset: Dataset
    private let rows: [TableRow]
    private let fields: [Field]
    private let pack: Pack
    private let tables: Tables
    private let say: Speaker
    /// The column of the dataset that the heading field fills.
    private let by: Int?

    /// nil for an annex that is not written again, that no file was read as, or of whose rows none
    /// was selected.
    init?(
        _ annex: Annex, pack: Pack, tables: Tables, say: Speaker,
        only words: [String] = []
    ) {
        guard let refill = annex.refill, let yield = annex.rows.first,
            let dataset = pack.dataset(yield.dataset), let table = tables.table(yield.dataset),
            table.isGiven
        else { return nil }
        self.annex = annex
        self.refill = refill
        self.dataset = dataset
        self.pack = pack
        self.tables = tables
        self.say = say
        rows = table.rows
        fields = annex.columns.compactMap { column in
            let assignment = yield.assignments.first {
                if case .column(column.name) = $0.source { true } else { false }
            }
            guard let place = assignment.flatMap({ dataset.columnIndex($0.column) }) else {
                return nil
            }
            return Field(
                name: column.name, header: DataText(column.headers.first ?? column.name),
                place: place)
        }
        by = refill.by.flatMap { Self.place(ofHeading: $0, in: yield, dataset) }
        blocks = makeBlocks()
        if !words.isEmpty {
            let wanted = Set(words.map { DataText($0) })
            blocks.removeAll { !wanted.contains($0.name) }
            if blocks.isEmpty { return nil }
        }
    }

    var headers: [DataText] { fields.map(\.header) }

    var rowCount: Int { blocks.reduce(0) { $0 + $1.rows.count } }

    /// `填报单位：区司法局`, where a block is of one unit.
    func heading(of block: Block) -> DataText? {
        guard let by = refill.by, let field = annex.heading.first(where: { $0.name == by }) else {
            return nil
        }
        let label = field.labels.first ?? by
        return say("\(label)：\(block.name)", "\(label): \(block.name)")
    }

    /// What the annex's cells of a row hold, personal numbers masked.
    func cells(ofRow row: Int) -> [DataText] {
        fields.map { text(rows[row], $0.place, of: dataset) }
    }

    /// The line below a block, counted over its rows; empty where the annex has none.
    func totals(of block: Block) -> DataText {
        line(over: block.rows, declared: { $0 == block.target && $0 != nil })
    }

    /// The line over all blocks.
    var grandTotals: DataText {
        let targets = Set(blocks.map(\.target))
        return line(over: blocks.flatMap(\.rows), declared: { targets.contains($0) })
    }

    private func line(over rows: [Int], declared isOwn: (Int?) -> Bool) -> DataText {
        refill.totals.map { piece -> DataText in
            switch piece {
            case .text(let text): DataText(text)
            case .rows: "\(rows.count)"
            case .column(let name): "\(rows.reduce(0) { $0 + count(name, inRow: $1) })"
            case .footer(let name): declared(name, isOwn).map { "\($0)" } ?? "—"
            }
        }.joined()
    }

    private func count(_ name: String, inRow row: Int) -> Int {
        guard let field = fields.first(where: { $0.name == name }) else { return 0 }
        return switch rows[row].data[field.place] {
        case .notGiven, .absent, .unreadable: 0
        case .list(let items): items.count
        case .text, .integer, .number, .bool, .day, .period: 1
        }
    }

    /// The sum of what the sheets declared below their tables; nil where none of them did.
    private func declared(_ name: String, _ isOwn: (Int?) -> Bool) -> Int64? {
        for yield in annex.totals {
            guard let dataset = pack.dataset(yield.dataset),
                let table = tables.table(yield.dataset),
                let source = yield.assignments.first(where: {
                    if case .footer(name) = $0.source { true } else { false }
                }), let place = dataset.columnIndex(source.column)
            else { continue }
            let own = refill.by.flatMap { Self.place(ofHeading: $0, in: yield, dataset) }
            let numbers = table.rows.compactMap { row -> Int64? in
                guard isOwn(own.flatMap { row.references[$0] }),
                    case .integer(let number) = row.data[place]
                else { return nil }
                return number
            }
            return numbers.isEmpty ? nil : numbers.reduce(0) { $0 &+ $1 }
        }
        return nil
    }

    private static func place(
        ofHeading name: String, in yield: Annex.Yield, _ dataset: Dataset
    ) -> Int? {
        yield.assignments.first {
            if case .heading(name) = $0.source { true } else { false }
        }.flatMap { dataset.columnIndex($0.column) }
    }

    private func makeBlocks() -> [Block] {
        guard let by else { return [Block(name: "", rows: Array(rows.indices), target: nil)] }
        var positions: [DataText: Int] = [:]
        var blocks: [Block] = []
        for (index, row) in rows.enumerated() {
            let name = text(row, by, of: dataset)
            if let position = positions[name] {
                blocks[position].rows.append(index)
            } else {
                positions[name] = blocks.count
                blocks.append(Block(name: name, rows: [index], target: row.references[by]))
            }
        }
        return blocks
    }
}

extension RefilledAnnex {
    private func text(_ row: TableRow, _ place: Int, of dataset: Dataset) -> DataText {
        let column = dataset.columns[place]
        if let reference = column.reference, let target = row.references[place],
            let label = label(ofRow: target, in: reference.dataset)
        {
            return label
        }
        let text = text(row.data[place], column)
        guard !text.isEmpty, pack.masks(column, of: dataset.name) else { return DataText(text) }
        return DataText(Masking(column)?.masked(text) ?? text)
    }

    /// The name that people know a row by.
    private func label(ofRow row: Int, in name: String) -> DataText? {
        guard let dataset = pack.dataset(name), let table = tables.table(name),
            table.rows.indices.contains(row), let label = dataset.label,
            let place = dataset.columnIndex(label)
        else { return nil }
        let text = text(table.rows[row].data[place], dataset.columns[place])
        return text.isEmpty ? nil : DataText(text)
    }

    private func text(_ datum: Datum, _ column: Column) -> String {
        switch datum {
        case .notGiven, .absent: ""
        case .unreadable: say.language == .chinese ? "（读不准）" : "(unreadable)"
        case .text(let text):
            column.values.first { $0.name == text }?.spellings.first ?? text
        case .integer(let number): String(number)
        case .number(let ratio): ratio.text
        case .bool(let isTrue):
            say.language == .chinese ? (isTrue ? "是" : "否") : "\(isTrue)"
        case .day(let range): "\(range)"
        case .period(let period):
            say.language == .chinese ? period.chineseDescription : period.description
        case .list(let items): items.joined(separator: "、")
        }
    }
}
