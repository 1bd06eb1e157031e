import HeguiColumns
import HeguiPack
import HeguiTables

extension ColumnTable {
    /// Whether the key is one that outputs hide.
    var hidesKey: Bool {
        dataset.key.contains { name in
            dataset.columns.contains { $0.name == name && $0.isMasked }
        }
    }

    /// Returns the rows whose label `text` is, for a text that is no key; nil where columns do not
    /// tell: a row without a key is called by its place, and what is hidden by what is left of it.
    func rows(named text: String) -> [Int]? {
        guard keyPlace != nil, !hidesKey, !text.contains("▸"),
            let column = dataset.label.flatMap(dataset.columnIndex),
            [.text, .name, .organisation].contains(dataset.columns[column].type),
            !dataset.columns[column].isMasked, dataset.columns[column].derived == nil,
            case .words(let place) = meanings[column]
        else { return nil }
        guard let word = values[place].firstIndex(of: .text(text)) else { return [] }
        var rows: [Int] = []
        for stretch in stretches {
            let cells = stretch.segment.columns[place]
            for index in 0..<stretch.segment.keptCount where cells[index] == Int32(word) {
                rows.append(stretch.firstRow + index)
            }
        }
        return rows
    }
}
