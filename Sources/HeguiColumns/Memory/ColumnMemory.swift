import CScan
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
        /// Whether there is no file, or no more room in it.
        var isFull = false
    }

    private let limit: Int
    private let folder: String
    private let state = Locked(State())

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

/// Memory straight from the system, all zero, for large arrays of numbers.
///
/// Sendable because it only owns the memory; the type that takes it says which threads use it.
@safe
final class Pages: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let size: Int
    private let isMapped: Bool

    init(size: Int) {
        self.size = max(size, 1)
        guard let memory = unsafe cscan_pages(self.size) else {
            // As the standard library does where there is no memory.
            preconditionFailure("out of memory")
        }
        unsafe base = memory
        isMapped = false
    }

    /// A part of a file that begins with a page; nil where the system refuses.
    init?(mapping descriptor: Int32, from start: Int, size: Int) {
        let memory = unsafe mmap(
            nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(start))
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
        unsafe base = memory
        self.size = size
        isMapped = true
    }

    /// Takes the memory into use now, by the thread that will work on it.
    func claim() {
        // A page that is read before it is written costs twice.
        for place in stride(from: 0, to: size, by: 1 << 21) {
            unsafe base.storeBytes(of: 0, toByteOffset: place, as: UInt8.self)
        }
    }

    deinit {
        if isMapped {
            unsafe munmap(base, size)
        } else {
            unsafe cscan_give_back(base, size)
        }
    }
}

/// Temporary files without a name, which go when the program does, however that ends.
package enum UnnamedFile {
    /// Returns the descriptor of a new file for reading and writing, or nil if that fails.
    package static func open(in folder: String) -> Int32? {
        var path = Array((folder + "/hegui-XXXXXX").utf8CString)
        return unsafe path.withUnsafeMutableBufferPointer { path in
            guard let base = path.baseAddress else { return nil }
            let descriptor = unsafe mkstemp(base)
            guard descriptor >= 0 else { return nil }
            unsafe unlink(base)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
    }
}
