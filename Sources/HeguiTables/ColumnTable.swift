package import HeguiColumns
package import HeguiDiagnostics
package import HeguiPack

/// The rows of one dataset as columns of cells, with the way back to each row's record.
package final class ColumnTable: Sendable {
    /// The rows that one segment of a file gave.
    package struct Slice: Sendable {
        package let file: Int
        package let segment: Segment
        /// The row of the table with which it begins.
        package let firstRow: Int
    }

    package let dataset: Dataset
    /// Whether any file provides the dataset.
    package let isGiven: Bool
    package let slices: [Slice]
    package let rowCount: Int
    /// By column of the dataset.
    package let meanings: [ColumnMeaning]
    /// By place: what the numbers of a column of words stand for.
    package let values: [[Datum]]
    /// The names of the files that slices come from.
    package let files: [String]
    /// Those of the files, for the addresses of their rows.
    private let grids: [CellGrid]
    private let haveFilesChanged: @Sendable () -> Bool
    /// Where rows stand that were not scanned.
    private let addresses: (@Sendable (Int) -> CellAddress)?
    /// What writes the keys, where they have a pattern.
    package let keyWriter: KeyWriter?
    /// Where the cells of the key stand.
    package let keyPlace: Int?
    /// The index of the key, where there is one.
    package let keys: KeyIndex?
    /// The words of a key that has no pattern.
    let keyWords: WordDictionary?

    package init(
        dataset: Dataset, isGiven: Bool, segments: [(file: Int, segment: Segment)],
        meanings: [ColumnMeaning], values: [[Datum]], files: [String],
        haveFilesChanged: @escaping @Sendable () -> Bool, keys: KeyIndex?,
        keyWords: WordDictionary?, addresses: (@Sendable (Int) -> CellAddress)? = nil
    ) {
        self.dataset = dataset
        self.isGiven = isGiven
        var slices: [Slice] = []
        var count = 0
        for (file, segment) in segments where segment.keptCount > 0 {
            slices.append(Slice(file: file, segment: segment, firstRow: count))
            count += segment.keptCount
        }
        self.slices = slices
        rowCount = count
        self.meanings = meanings
        keyWriter = (keys?.pattern).map(KeyWriter.init)
        keyPlace =
            meanings.lazy.compactMap { meaning in
                if case .key(let place) = meaning { place } else { nil }
            }.first
        self.values = values
        self.files = files
        grids = files.map { CellGrid(file: $0) }
        self.haveFilesChanged = haveFilesChanged
        self.keys = keys
        self.keyWords = keyWords
        self.addresses = addresses
    }

    /// The table of rows that were not scanned, which stand at `addresses`.
    package convenience init(
        dataset: Dataset, segment: Segment, meanings: [ColumnMeaning], values: [[Datum]],
        addresses: @escaping @Sendable (Int) -> CellAddress
    ) {
        self.init(
            dataset: dataset, isGiven: true, segments: [(file: 0, segment: segment)],
            meanings: meanings, values: values, files: [], haveFilesChanged: { false }, keys: nil,
            keyWords: nil, addresses: addresses)
    }

    /// The table of a dataset that no file provides.
    package convenience init(nothingOf dataset: Dataset) {
        self.init(
            dataset: dataset, isGiven: false, segments: [],
            meanings: dataset.columns.map { _ in .notGiven }, values: [], files: [],
            haveFilesChanged: { false }, keys: nil, keyWords: nil)
    }

    /// Whether one of its files has another size or time than when it was opened.
    package var filesHaveChanged: Bool { haveFilesChanged() }

    /// Returns the slice that holds `row`, and the row's place in it.
    ///
    /// - Complexity: O(log *n*) in the number of slices.
    package func place(of row: Int) -> (slice: Int, index: Int) {
        var (low, high) = (0, slices.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if slices[middle].firstRow <= row { low = middle } else { high = middle }
        }
        return (low, row - slices[low].firstRow)
    }

    /// Returns the row with which the rows of a segment begin; nil where it gave none.
    package func firstRow(of segment: Segment) -> Int? {
        slices.first { $0.segment === segment }?.firstRow
    }

    /// Returns the cell of a column that is kept.
    package func cell(row: Int, place: Int) -> Int32 {
        let found = self.place(of: row)
        return slices[found.slice].segment.columns[place][found.index]
    }

    /// Returns the key of a row as text, where its dataset has one.
    package func keyText(of row: Int) -> String? {
        guard let keyPlace else { return nil }
        let number = cell(row: row, place: keyPlace)
        return number >= 0 ? keyText(number) : nil
    }

    /// Returns the row whose key `text` is, to the letter.
    package func row(ofKey text: String) -> Int? { keys?.row(of: Array(text.utf8)) }

    /// Returns the key that a number stands for.
    package func keyText(_ number: Int32) -> String? {
        if let keyWriter { return keyWriter.text(number) }
        return keyWords.map { String(decoding: $0.word(Int(number)), as: UTF8.self) }
    }

    /// Returns where the record of a row stands.
    package func address(of row: Int) -> CellAddress {
        if let addresses { return addresses(row) }
        let (slice, index) = place(of: row)
        let segment = slices[slice].segment
        return CellAddress(
            grids[slices[slice].file], row: segment.firstRecord + segment.record(of: index))
    }
}

/// What the cells of a column of a columnar table say.
package enum ColumnMeaning: Sendable {
    /// No source has the column.
    case notGiven
    /// The column is checked, but its cells are not kept.
    case unkept
    /// A day's number; all else is `special`.
    case days(place: Int)
    case integers(place: Int)
    /// A place in `ColumnTable.values`.
    case words(place: Int)
    /// The row of the table `target`, `orphan`, or `absent`.
    case reference(place: Int, target: Int)
    /// The row's own key, by number.
    case key(place: Int)

    /// Where the cells stand in each segment.
    package var place: Int? {
        switch self {
        case .notGiven, .unkept: nil
        case .days(let place), .integers(let place), .words(let place), .key(let place),
            .reference(let place, _):
            place
        }
    }
}
