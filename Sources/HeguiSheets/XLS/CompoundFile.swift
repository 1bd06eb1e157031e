internal import HeguiDiagnostics

/// A file of named streams, as the old Office family stores its documents.
struct CompoundFile {
    private struct Entry {
        enum Kind: Int { case storage = 1, stream = 2, root = 5 }

        let name: String
        let kind: Kind?
        let left: Int
        let right: Int
        let child: Int
        let first: Int
        let size: Int
    }

    private let sectors: CompoundSectors
    private let file: String
    /// The entries at the top: what stands in a storage belongs to something embedded.
    private let top: [Entry]
    private let root: Entry

    /// Reads the directory; fails with I0216 where it is damaged.
    init(_ bytes: [UInt8], file: String, limits: IntakeLimits) throws(IntakeFailure) {
        sectors = try CompoundSectors(bytes, file: file)
        self.file = file
        let directory = try sectors.stream(from: sectors.header.firstOfDirectory, size: nil)
        guard directory.count / 128 <= limits.archiveEntries else {
            throw IntakeFailure(.oldWorkbookDamaged(file, .directoryWrong))
        }
        let entries = stride(from: 0, to: directory.count - 127, by: 128).map {
            Self.entry(directory[$0..<($0 + 128)])
        }
        guard let root = entries.first, root.kind == .root else {
            throw IntakeFailure(.oldWorkbookDamaged(file, .directoryWrong))
        }
        self.root = root
        top = Self.tree(from: root.child, in: entries)
    }

    private static func entry(_ bytes: ArraySlice<UInt8>) -> Entry {
        let length = max(0, min(64, bytes.word(64) ?? 0) / 2 - 1)
        let units = (0..<length).map { UInt16(bytes.word($0 * 2) ?? 0) }
        return Entry(
            name: String(decoding: units, as: UTF16.self),
            kind: bytes.byte(66).flatMap(Entry.Kind.init(rawValue:)),
            left: bytes.long(68) ?? -1, right: bytes.long(72) ?? -1, child: bytes.long(76) ?? -1,
            first: bytes.long(116) ?? -1,
            // The upper half is not set by all programs that write small files.
            size: bytes.long(120) ?? 0)
    }

    /// Returns the entries of a tree, each once, whatever the tree leads back to.
    private static func tree(from first: Int, in entries: [Entry]) -> [Entry] {
        var seen: Set<Int> = []
        var open = [first]
        var found: [Entry] = []
        while let index = open.popLast() {
            guard entries.indices.contains(index), seen.insert(index).inserted else { continue }
            found.append(entries[index])
            open += [entries[index].right, entries[index].left]
        }
        return found
    }

    /// Whether something of that name stands at the top.
    func contains(_ name: String) -> Bool {
        top.contains { $0.name.lowercased() == name.lowercased() }
    }

    /// Returns the bytes of a stream at the top, nil where there is none of that name; fails with
    /// I0216 where its sectors are not there.
    func stream(_ name: String) throws(IntakeFailure) -> [UInt8]? {
        let found = top.first { $0.kind == .stream && $0.name.lowercased() == name.lowercased() }
        guard let found else { return nil }
        guard found.size < sectors.header.miniatureLimit else {
            return try sectors.stream(from: found.first, size: found.size)
        }
        return try miniatureStream(found)
    }

    /// Small streams share the stream of the root, in sectors of their own.
    private func miniatureStream(_ entry: Entry) throws(IntakeFailure) -> [UInt8] {
        let all = try sectors.stream(from: root.first, size: root.size)
        let table = try sectors.stream(from: sectors.header.firstOfMiniatureTable, size: nil)
        let size = sectors.header.miniatureSize
        guard entry.size <= all.count else {
            throw IntakeFailure(.oldWorkbookDamaged(file, .streamShort))
        }
        var stream: [UInt8] = []
        var sector = entry.first
        while sector < CompoundSectors.firstMark, stream.count < entry.size {
            let start = sector * size
            guard start < all.count, let next = table.long(sector * 4) else {
                throw IntakeFailure(.oldWorkbookDamaged(file, .sectorOutside))
            }
            // The size also ends a chain that runs in a ring.
            stream += all[start..<min(all.count, start + size)]
            sector = next
        }
        guard stream.count >= entry.size else {
            throw IntakeFailure(.oldWorkbookDamaged(file, .streamShort))
        }
        return Array(stream.prefix(entry.size))
    }
}
