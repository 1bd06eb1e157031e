internal import Glibc

/// What the file system says about a path after following links.
struct FileStatus {
    enum Kind { case file, folder, other }

    let kind: Kind
    let identity: FileIdentity
    let size: Int

    init(_ info: stat) {
        switch info.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
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
}
