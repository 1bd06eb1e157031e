internal import HeguiDiagnostics

/// The sectors of a compound file and which one follows which.
///
/// Every number in the file may lie: a chain has no more sectors than the file, so that none runs
/// in a ring, and the table has no more entries than there are sectors.
struct CompoundSectors {
    /// Marks in the table that are no sectors begin here.
    static let firstMark = 0xFFFF_FFFA

    let header: CompoundHeader
    private let bytes: [UInt8]
    private let file: String
    private let count: Int
    /// The sector that follows each sector.
    private var next: [UInt32] = []

    init(_ bytes: [UInt8], file: String) throws(IntakeFailure) {
        guard let header = CompoundHeader(bytes) else {
            throw IntakeFailure(.oldWorkbookDamaged(file, .headerWrong))
        }
        self.header = header
        self.bytes = bytes
        self.file = file
        let room = max(0, bytes.count - header.sectorSize)
        // The last sector need not be whole.
        count = (room + header.sectorSize - 1) / header.sectorSize
        for sector in try tableSectors() {
            let part = try contents(of: sector)
            for offset in stride(from: 0, to: part.count - 3, by: 4) where next.count < count {
                next.append(UInt32(truncatingIfNeeded: part.long(offset) ?? 0))
            }
            if next.count >= count { break }
        }
    }

    /// The sectors that hold the table: the first are named in the header, the rest in a chain of
    /// lists.
    private func tableSectors() throws(IntakeFailure) -> [Int] {
        var sectors = header.tableSectors
        var list = header.firstList
        var steps = 0
        while list < Self.firstMark {
            steps += 1
            guard steps <= count, sectors.count <= count else { throw damage(.chainEndless) }
            let part = try contents(of: list)
            let last = header.sectorSize - 4
            for offset in stride(from: 0, to: min(last, part.count - 3), by: 4) {
                sectors.append(part.long(offset) ?? Self.firstMark)
            }
            list = part.long(last) ?? Self.firstMark
        }
        return sectors.filter { $0 < Self.firstMark }
    }

    /// Returns the bytes of a chain of sectors, `size` of them where it is known.
    func stream(from first: Int, size: Int?) throws(IntakeFailure) -> [UInt8] {
        if let size, size > bytes.count { throw damage(.streamShort) }
        var stream: [UInt8] = []
        stream.reserveCapacity(size ?? 0)
        var sector = first
        var steps = 0
        while sector < Self.firstMark, stream.count < size ?? .max {
            steps += 1
            guard steps <= count else { throw damage(.chainEndless) }
            stream += try contents(of: sector)
            guard sector < next.count else { throw damage(.sectorOutside) }
            sector = Int(next[sector])
        }
        guard let size else { return stream }
        guard stream.count >= size else { throw damage(.streamShort) }
        stream.removeLast(stream.count - size)
        return stream
    }

    private func contents(of sector: Int) throws(IntakeFailure) -> ArraySlice<UInt8> {
        guard sector < count else { throw damage(.sectorOutside) }
        let start = (sector + 1) * header.sectorSize
        return bytes[start..<min(bytes.count, start + header.sectorSize)]
    }

    private func damage(_ what: OldWorkbookDamage) -> IntakeFailure {
        IntakeFailure(.oldWorkbookDamaged(file, what))
    }
}

/// The first sector of a compound file.
struct CompoundHeader {
    let sectorSize: Int
    let miniatureSize: Int
    /// Streams below this size stand in miniature sectors.
    let miniatureLimit: Int
    let firstOfDirectory: Int
    let firstOfMiniatureTable: Int
    /// The first of the lists of further sectors of the table.
    let firstList: Int
    let tableSectors: [Int]

    /// Returns nil where the sizes are none that a compound file may have.
    init?(_ bytes: [UInt8]) {
        guard let shift = bytes.word(30), shift == 9 || shift == 12,
            let miniature = bytes.word(32), miniature == 6, bytes.word(28) == 0xFFFE,
            let directory = bytes.long(48), let limit = bytes.long(56),
            let table = bytes.long(60), let list = bytes.long(68), bytes.count >= 512
        else { return nil }
        sectorSize = 1 << shift
        miniatureSize = 1 << miniature
        miniatureLimit = limit
        firstOfDirectory = directory
        firstOfMiniatureTable = table
        firstList = list
        tableSectors = stride(from: 76, to: 512, by: 4).compactMap { bytes.long($0) }
            .filter { $0 < CompoundSectors.firstMark }
    }
}
