internal import HeguiDiagnostics

/// A record of an old workbook, with the records that continue it.
struct BiffRecord {
    let kind: Int
    let body: ArraySlice<UInt8>
    let more: [ArraySlice<UInt8>]

    /// The record and what continues it.
    var pieces: [ArraySlice<UInt8>] { [body] + more }
}

/// The kinds of records that are looked at.
enum BiffKind {
    static let continuation = 0x3C
    static let end = 0x0A
    static let password = 0x2F
    static let codePage = 0x42
    static let dateSystem = 0x22
    static let sheet = 0x85
    static let strings = 0xFC
    static let formats: Set = [0x1E, 0x41E]
    static let styles: Set = [0xE0, 0x443, 0x243]
    static let merged = 0xE5
    static let beginnings: Set = [0x09, 0x209, 0x409, 0x809]
}

/// Reads the records of a stream one after another.
struct BiffRecords {
    private let bytes: [UInt8]
    private let file: String
    private(set) var offset: Int

    init(_ bytes: [UInt8], from offset: Int = 0, file: String) {
        self.bytes = bytes
        self.offset = offset
        self.file = file
    }

    /// Returns the next record, nil at the end; fails with I0216 where one is cut short.
    mutating func next() throws(IntakeFailure) -> BiffRecord? {
        guard offset < bytes.count else { return nil }
        let (kind, body) = try single()
        var more: [ArraySlice<UInt8>] = []
        while bytes.word(offset) == BiffKind.continuation { more.append(try single().body) }
        return BiffRecord(kind: kind, body: body, more: more)
    }

    private mutating func single() throws(IntakeFailure) -> (kind: Int, body: ArraySlice<UInt8>) {
        guard let kind = bytes.word(offset), let length = bytes.word(offset + 2),
            length <= bytes.count - offset - 4
        else { throw IntakeFailure(.oldWorkbookDamaged(file, .recordCut)) }
        let start = offset + 4
        offset = start + length
        return (kind, bytes[start..<offset])
    }
}

/// How a stream or sheet of an old workbook begins.
struct BiffBeginning {
    /// What stands between a beginning and its end.
    enum Content { case globals, sheet, other }

    /// 2, 3, 4, 5 or 8: the record changed from one to the next.
    let version: Int
    let content: Content

    /// Returns nil for another record, and for a version that never was.
    init?(_ record: BiffRecord) {
        switch (record.kind, record.body.word(0)) {
        case (0x09, _): version = 2
        case (0x209, _): version = 3
        case (0x409, _): version = 4
        case (0x809, 0x500): version = 5
        case (0x809, 0x600): version = 8
        default: return nil
        }
        switch record.body.word(2) {
        case 0x05: content = .globals
        case 0x10: content = .sheet
        default: content = .other
        }
    }
}
