internal import Glibc
package import HeguiColumns

/// A text file that is read in pieces.
package final class ColumnFile: Sendable {
    package let name: String
    package let size: Int
    private let descriptor: Int32
    private let opened: Stamp

    /// What tells that a file is written anew.
    private struct Stamp: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init(_ descriptor: Int32) {
            var found = stat()
            let isFound = unsafe fstat(descriptor, &found) == 0
            size = isFound ? Int(found.st_size) : -1
            seconds = Int(found.st_mtim.tv_sec)
            nanoseconds = found.st_mtim.tv_nsec
        }
    }

    /// Opens a file; nil where the system refuses.
    package init?(_ path: FilePath, name: String, size: Int) {
        let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        self.name = name
        self.size = size
        opened = Stamp(descriptor)
    }

    /// A file of bytes that were put into an open one, which is closed with it.
    init(_ descriptor: Int32, name: String, size: Int) {
        self.descriptor = descriptor
        self.name = name
        self.size = size
        opened = Stamp(descriptor)
    }

    /// Whether it has another size or time than when it was opened.
    package var hasChanged: Bool { Stamp(descriptor) != opened }

    deinit { close(descriptor) }

    /// A path for programs that this process starts, which inherit the open file from here on.
    var inheritedPath: String {
        _ = fcntl(descriptor, F_SETFD, 0)
        return "/proc/self/fd/\(descriptor)"
    }

    /// Puts up to `length` bytes from `offset` on into `text`, behind the `kept` bytes in it.
    ///
    /// - Returns: how many bytes came; negative for an error.
    package func read(_ length: Int, at offset: Int, into text: TextBuffer, keeping kept: Int = 0)
        -> Int
    {
        unsafe text.fill(length, keeping: kept) { place, room, done in
            while true {
                let count = unsafe pread(descriptor, place, room, off_t(offset + done))
                if count < 0, errno == EINTR { continue }
                return count
            }
        }
    }

    /// Returns up to `length` bytes from `offset` on; fewer at the end or after an error.
    package func bytes(_ length: Int, at offset: Int) -> [UInt8] {
        let text = TextBuffer(capacity: length)
        _ = read(length, at: offset, into: text)
        return text.bytes(0..<text.count)
    }

    /// Whether another file holds the same bytes.
    ///
    /// - Complexity: linear up to the first difference, in a bounded amount of memory.
    package func hasBytes(of other: ColumnFile) -> Bool {
        let piece = 1 << 16
        guard size == other.size else { return false }
        return stride(from: 0, to: size, by: piece).allSatisfy { offset in
            bytes(piece, at: offset) == other.bytes(piece, at: offset)
        }
    }
}

/// Where files are put that are gone when the program ends.
package enum TemporaryFolder {
    /// `TMPDIR`, or the system's folder on disk: `/tmp` may be in memory, which would not help.
    package static var forLargeFiles: String {
        guard let named = unsafe getenv("TMPDIR") else { return "/var/tmp" }
        let path = unsafe String(cString: named)
        return path.isEmpty ? "/var/tmp" : path
    }
}
