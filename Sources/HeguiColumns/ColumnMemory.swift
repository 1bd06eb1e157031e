import Glibc
import Synchronization

/// Memory for the columns of a drop: the machine's own up to a limit, and beyond it a temporary
/// file that the system reads and writes as it needs.
///
/// Columns are gone over from one end to the other, so that a disk serves them well.
package final class ColumnMemory: Sendable {
    private struct State {
        var taken = 0
        /// The file and its size; nil before it is needed.
        var file: (descriptor: Int32, size: Int)?
        /// Whether no file can be had, or no more of it.
        var isFull = false
    }

    private let limit: Int
    private let folder: String
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how many bytes may come from memory.
    ///   - folder: where the file is made; it has no name there.
    package init(limit: Int, folder: String) {
        self.limit = limit
        self.folder = folder
    }

    deinit {
        state.withLock { state in
            if let file = state.file { close(file.descriptor) }
        }
    }

    /// How many bytes stand in the file.
    package var fileBytes: Int { state.withLock { $0.file?.size ?? 0 } }

    /// Returns `size` bytes of zeros; from memory as well where the disk has no room.
    func pages(_ size: Int) -> Pages {
        let pages = state.withLock { state -> Pages? in
            state.taken += size
            if state.taken <= limit || state.isFull { return nil }
            let pages = mapped(size, &state)
            state.isFull = pages == nil
            return pages
        }
        return pages ?? Pages(size: size)
    }

    private func mapped(_ size: Int, _ state: inout State) -> Pages? {
        let made = state.file ?? UnnamedFile.open(in: folder).map { ($0, 0) }
        guard var file = made else { return nil }
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let (start, length) = (file.size, (size + page - 1) / page * page)
        // A file with holes would fail when it is written, long after anyone can be told.
        let status = posix_fallocate(file.descriptor, off_t(start), off_t(length))
        state.file = file
        guard status == 0 else { return nil }
        file.size += length
        state.file = file
        return Pages(mapping: file.descriptor, from: start, size: length)
    }
}
