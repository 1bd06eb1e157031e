internal import Glibc
internal import HeguiDiagnostics

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

/// Why the system refused to open or look at a path.
struct SystemFailure: Error {
    let reason: Message

    init(_ number: Int32) {
        reason =
            switch number {
            case ENOENT: Message(zh: "路径不存在", en: "there is no such path")
            case EACCES, EPERM: Message(zh: "没有读取权限", en: "permission denied")
            case ELOOP: Message(zh: "链接循环", en: "the links go in a circle")
            case ENAMETOOLONG: Message(zh: "路径太长", en: "the path is too long")
            default: Message(zh: "系统错误 \(number)", en: "system error \(number)")
            }
    }
}
