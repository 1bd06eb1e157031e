internal import HeguiColumns
internal import HeguiSheets

/// Some records of a file, one after another, read anew.
struct RecordBlock {
    let slice: Int
    /// Its number among the blocks of the slice.
    let first: Int
    private let source: DatasetFile
    private let bytes: [UInt8]
    /// Where each record begins, and behind the last; nil where a line break may stand within
    /// quotes.
    private let starts: [Int]?
    /// All records, where they cannot be told by their lines.
    private let records: [CSVRecord]

    /// Reads the block `number` of a segment.
    init(_ number: Int, of segment: Segment, _ slice: Int, from source: DatasetFile) {
        self.slice = slice
        first = number
        self.source = source
        let start = segment.start + Int(segment.marks[number])
        let end =
            number + 1 < segment.marks.count
            ? segment.start + Int(segment.marks[number + 1]) : segment.end
        bytes = source.file.bytes(end - start, at: start)
        starts = Self.lines(of: bytes)
        records = starts == nil ? Self.records(of: bytes, source) : []
    }

    /// Returns a record by its place in the block; nil where the file has it no more.
    func record(_ place: Int) -> CSVRecord? {
        guard let starts else { return place < records.count ? records[place] : nil }
        guard place + 1 < starts.count else { return nil }
        var parser = CSVParser(
            bytes, CSVDialect(source.head.delimiter), file: source.file.name,
            limits: IntakeLimits(), offset: starts[place])
        return try? parser.next()
    }

    /// Without quotes and lone carriage returns every line is a record.
    private static func lines(of bytes: [UInt8]) -> [Int]? {
        var starts = [0]
        starts.reserveCapacity(Segment.stride + 1)
        for place in bytes.indices {
            switch bytes[place] {
            case 0x22, 0x0D: return nil
            case 0x0A: starts.append(place + 1)
            default: continue
            }
        }
        if starts.last != bytes.count { starts.append(bytes.count) }
        return starts
    }

    private static func records(
        of bytes: [UInt8], _ source: DatasetFile
    ) -> [CSVRecord] {
        var parser = CSVParser(
            bytes, CSVDialect(source.head.delimiter), file: source.file.name,
            limits: IntakeLimits())
        var records: [CSVRecord] = []
        while let record = try? parser.next() { records.append(record) }
        return records
    }
}
