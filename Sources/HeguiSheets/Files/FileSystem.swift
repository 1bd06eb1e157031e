internal import Glibc
package import HeguiDiagnostics

/// The few things that are asked of the file system.
package enum FileSystem {
    /// Returns the names in a folder in byte order, without `.` and `..`.
    static func names(in folder: FilePath) -> Result<[[UInt8]], SystemFailure> {
        guard let stream = unsafe opendir(folder.cString) else {
            return .failure(SystemFailure(errno))
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe [UInt8](bytes.prefix { $0 != 0 })
            }
            if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
        }
        guard errno == 0 else { return .failure(SystemFailure(errno)) }
        return .success(names.sorted { $0.lexicographicallyPrecedes($1) })
    }

    /// Returns the path without links and without `..`, nil where it leads nowhere.
    static func resolved(_ path: FilePath) -> FilePath? {
        guard let found = unsafe realpath(path.cString, nil) else { return nil }
        defer { unsafe free(found) }
        return FilePath(
            bytes: unsafe Array(UnsafeBufferPointer(start: found, count: strlen(found))).map {
                UInt8(bitPattern: $0)
            })
    }

    /// Returns whether the path itself is a link, wherever it leads.
    static func isLink(_ path: FilePath) -> Bool {
        var info = stat()
        return unsafe lstat(path.cString, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }

    /// Returns why a file cannot be read, nil where it can.
    package static func obstacle(to path: FilePath) -> Message? {
        let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return SystemReason.message(errno) }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        return unsafe read(descriptor, &byte, 1) < 0 ? SystemReason.message(errno) : nil
    }

    /// Returns the first bytes of a file, at most `length`; none where it cannot be read.
    static func start(of path: FilePath, _ length: Int) -> [UInt8] {
        let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: length)
        let count = unsafe pread(descriptor, &bytes, length, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    /// Returns whether there is anything at a path.
    package static func exists(_ path: FilePath) -> Bool {
        if case .success = FileStatus.of(path) { true } else { false }
    }

    /// Returns whether there is a folder at a path.
    package static func isFolder(_ path: FilePath) -> Bool {
        if case .success(let status) = FileStatus.of(path) { status.kind == .folder } else { false }
    }

    /// Returns the bytes of a regular file, or nil where it has more than `limit`.
    package static func bytes(of path: FilePath, limit: Int) -> Result<[UInt8]?, SystemFailure> {
        // Not blocking, so that a pipe put in place of the file cannot hold the work up.
        let descriptor = unsafe open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(SystemFailure(errno)) }
        defer { close(descriptor) }
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else { return .failure(SystemFailure(errno)) }
        let expected = Int(info.st_size)
        guard expected <= limit else { return .success(nil) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(descriptor, &block, block.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return .failure(SystemFailure(errno)) }
            if count == 0 { return .success(bytes) }
            guard bytes.count + count <= limit else { return .success(nil) }
            bytes.append(contentsOf: block[..<count])
        }
    }
}

/// Why the system refused to open or look at a path.
package struct SystemFailure: Error {
    let reason: Message

    init(_ number: Int32) {
        reason =
            switch number {
            case EACCES, EPERM: Message(zh: "没有读取权限", en: "permission denied")
            default: SystemReason.message(number)
            }
    }
}

/// A path as the operating system knows it: bytes that need not be valid text.
package struct FilePath: Hashable, Sendable {
    package let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path that `PathText` has as a text.
    package init(_ text: String) {
        bytes = PathText.bytes(of: text)
    }

    /// The path with a closing NUL, for C.
    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    /// The part after the last slash; a slash at the end does not count.
    package var lastComponent: [UInt8] {
        let trimmed = bytes.reversed().drop { $0 == 0x2F }
        return Array(trimmed.prefix { $0 != 0x2F }.reversed())
    }

    func appending(_ name: [UInt8]) -> FilePath {
        FilePath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
    }
}

/// What the file system says about a path after following links.
struct FileStatus {
    enum Kind { case file, folder, pipe, other }

    let kind: Kind
    let identity: FileIdentity
    let size: Int

    init(_ info: stat) {
        switch info.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFIFO: kind = .pipe
        default: kind = .other
        }
        identity = FileIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
        size = Int(info.st_size)
    }

    /// Looks at `path`; fails with the reason for people.
    static func of(_ path: FilePath) -> Result<FileStatus, SystemFailure> {
        var info = stat()
        guard unsafe stat(path.cString, &info) == 0 else { return .failure(SystemFailure(errno)) }
        return .success(FileStatus(info))
    }
}

/// What makes two paths the same file, whatever links lead there.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    /// Of a file in an archive: its number there, behind that of the archive in its own.
    var entries: [Int] = []
}
