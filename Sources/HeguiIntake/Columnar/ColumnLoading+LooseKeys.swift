internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension ColumnLoading {
    /// Takes out rows that repeat a key of several columns, or of one that is no plain text.
    mutating func removeLooseRepeats(
        _ draft: inout TableDraft, _ sources: [DatasetFile]
    ) throws(Stop) {
        let columns = draft.dataset.looseKey
        guard let first = columns.first else { return }
        var cells: [ColumnCells] = []
        for column in columns { cells.append(try self.keyCells(draft, column)) }
        var isDropped: [Bool] = []
        for (_, segment) in draft.segments {
            let gone = draft.dropped[ObjectIdentifier(segment)] ?? []
            isDropped +=
                gone.isEmpty
                ? Array(repeating: false, count: segment.rowCount)
                : (0..<segment.rowCount).map(gone.contains)
        }
        let groups = RowGroups(cells, rows: isDropped.count) { !isDropped[$0] }
        var firsts: [Int32: Int] = [:]
        var repeats: [(row: Int, first: Int)] = []
        for row in isDropped.indices where groups[row] >= 0 && groups.count(of: groups[row]) > 1 {
            if let first = firsts[groups[row]] {
                repeats.append((row, first))
            } else {
                firsts[groups[row]] = row
            }
        }
        reportRepeats(repeats, in: &draft, key: first, from: sources)
    }

    /// The cells of a part of a key, the same where the plain reader reads the same; `special`
    /// where it reads nothing.
    private func keyCells(_ draft: TableDraft, _ column: Int) throws(Stop) -> ColumnCells {
        guard let kind = draft.layout.kinds[column], let place = draft.layout.places[column] else {
            throw .refusal(Self.keyRefusal(draft.dataset))
        }
        let starts = draft.starts
        let cells = ColumnCells(joining: draft.cells(place))
        var others = OtherKeys()
        func put(_ number: Int32, _ record: Int, of segment: Segment) {
            starts[ObjectIdentifier(segment)].map { cells[$0 + record] = number }
        }
        switch kind {
        case .words: break
        case .days, .integers:
            for patch in draft.patches where patch.column == column {
                let isKept = [.absent, .notGiven, .unreadable].contains(patch.datum)
                let own = patch.segment.columns[place][patch.record]
                if own == ColumnCells.special, !isKept {
                    put(others.number(patch.datum), patch.record, of: patch.segment)
                }
            }
        case .reference(let target):
            guard let table = tables[target] else {
                throw .refusal(Self.keyRefusal(draft.dataset))
            }
            func number(_ text: String) -> Int32 {
                table.row(ofKey: text).map { Int32($0) } ?? others.number(.text(text))
            }
            for (_, segment) in draft.segments {
                for orphan in segment.orphans where orphan.place == place {
                    let text = table.keyText(orphan.number)
                    put(text.map(number) ?? ColumnCells.special, orphan.index, of: segment)
                }
            }
            for mention in draft.mentions where mention.column == column {
                put(number(mention.text), mention.record, of: mention.segment)
            }
        case .unkept, .key, .lateReference: throw .refusal(Self.keyRefusal(draft.dataset))
        }
        return cells
    }

    private static func keyRefusal(_ dataset: Dataset) -> ColumnRefusal {
        ColumnRefusal(
            zh: "“\(dataset.name)”的键不能按列比较",
            en: "the key of `\(dataset.name)` cannot be compared in columns")
    }

    /// Numbers for values that cells cannot hold, unlike those of any cell.
    private struct OtherKeys {
        private var numbers: [Datum: Int32] = [:]

        mutating func number(_ datum: Datum) -> Int32 {
            if let number = numbers[datum] { return number }
            let number = ColumnCells.special + 1 + Int32(numbers.count)
            numbers[datum] = number
            return number
        }
    }
}
