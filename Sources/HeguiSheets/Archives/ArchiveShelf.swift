internal import Glibc
internal import HeguiColumns
import Synchronization

/// Where an archive lies: on disk, or in another archive.
indirect enum ArchivePlace: Hashable, Sendable {
    case disk(FilePath)
    case entry(ArchiveEntry, of: ArchivePlace)
}

/// Opens archives, and keeps those open that were read last.
///
/// An archive in an archive is inflated into a file without a name while it is open, so that any of
/// its entries can be read.
///
/// Sendable because whoever reads holds `turn`: an open archive reads one entry at a time.
final class ArchiveShelf: @unchecked Sendable {
    /// How many are kept open: files are read in the order of their names, so few are needed.
    private static let room = 8

    let turn = Locked(())
    /// The one that was read last stands last.
    private var opened: [(place: ArchivePlace, archive: OpenArchive)] = []

    /// Returns an archive; `name` is what people know it by. Fails with I0001, I0015 or I0201.
    func archive(at place: ArchivePlace, name: String) throws(IntakeFailure) -> OpenArchive {
        if let index = opened.firstIndex(where: { $0.place == place }) {
            let found = opened.remove(at: index)
            opened.append(found)
            return found.archive
        }
        guard let archive = OpenArchive(try descriptor(of: place, name: name)) else {
            throw IntakeFailure(.archiveDamaged(name, part: nil))
        }
        if opened.count == Self.room { opened.removeFirst() }
        opened.append((place, archive))
        return archive
    }

    private func descriptor(
        of place: ArchivePlace, name: String
    ) throws(IntakeFailure) -> Int32 {
        switch place {
        case .disk(let path):
            let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw IntakeFailure(.pathUnreadable(name, reason: SystemFailure(errno).reason))
            }
            return descriptor
        case .entry(let entry, let outer):
            return try archive(at: outer, name: name).spool(entry, name: name)
        }
    }
}

/// A file in an archive.
package struct ArchivedFile: Sendable {
    let shelf: ArchiveShelf
    let archive: ArchivePlace
    let entry: ArchiveEntry

    /// Hands the file's bytes to `body` block by block.
    func read(
        name: String, _ body: (ArraySlice<UInt8>) throws(IntakeFailure) -> Void
    ) throws(IntakeFailure) {
        try shelf.turn.withLock { _ throws(IntakeFailure) in
            try opened(name).read(entry, name: name, body)
        }
    }

    /// Returns the file as one of its own, which is gone when nobody holds it any more.
    func unpacked(name: String) throws(IntakeFailure) -> ColumnFile {
        let descriptor = try shelf.turn.withLock { _ throws(IntakeFailure) in
            try opened(name).spool(entry, name: name)
        }
        return ColumnFile(descriptor, name: name, size: entry.size)
    }

    private func opened(_ name: String) throws(IntakeFailure) -> OpenArchive {
        let opened = try shelf.archive(at: archive, name: name)
        // Somebody may have put another archive in its place.
        guard opened.entries.indices.contains(entry.index), opened.entries[entry.index] == entry
        else { throw IntakeFailure(.entryDamaged(name)) }
        return opened
    }
}
