internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// One dataset's table in the making.
struct TableDraft {
    /// A cell that the plain reader read.
    struct Patch {
        let segment: Segment
        /// Its place among the segment's records.
        let record: Int
        let column: Int
        let datum: Datum
    }

    /// A reference that the plain reader read.
    struct Mention {
        let segment: Segment
        let record: Int
        let column: Int
        let text: String
        let cell: CellAddress
    }

    let number: Int
    let dataset: Dataset
    let layout: ColumnLayout
    private(set) var segments: [(file: Int, segment: Segment)] = []
    var patches: [Patch] = []
    var mentions: [Mention] = []
    /// By segment: the records that are no rows.
    var dropped: [ObjectIdentifier: Set<Int>] = [:]
    /// By place.
    var values: [[Datum]]

    init(_ number: Int, _ dataset: Dataset, layout: ColumnLayout) {
        self.number = number
        self.dataset = dataset
        self.layout = layout
        values = Array(repeating: [], count: layout.placeCount)
    }

    var rowCount: Int { segments.reduce(0) { $0 + $1.segment.rowCount } }

    /// By segment: the number of its first record among those of all.
    var starts: [ObjectIdentifier: Int] {
        var count = 0
        return segments.reduce(into: [:]) { starts, entry in
            starts[ObjectIdentifier(entry.segment)] = count
            count += entry.segment.rowCount
        }
    }

    /// Adds the segments of a file and numbers their records.
    mutating func add(_ new: [Segment], file: Int) {
        var record = 2
        for segment in new {
            segment.firstRecord = record
            record += segment.rowCount
            segments.append((file, segment))
        }
    }

    mutating func drop(_ record: Int, of segment: Segment) {
        dropped[ObjectIdentifier(segment), default: []].insert(record)
    }

    func isDropped(_ record: Int, of segment: Segment) -> Bool {
        dropped[ObjectIdentifier(segment)]?.contains(record) ?? false
    }

    /// Leaves only the rows that were not dropped.
    func compact() {
        for (_, segment) in segments {
            guard let gone = dropped[ObjectIdentifier(segment)], !gone.isEmpty else { continue }
            segment.keep((0..<segment.rowCount).filter { !gone.contains($0) })
        }
    }

    /// The cells of a place, segment by segment.
    func cells(_ place: Int) -> [ColumnCells] {
        segments.map { $0.segment.columns[place] }
    }
}
