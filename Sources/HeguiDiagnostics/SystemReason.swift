import Glibc

/// Why the system refused something, in words for people.
package enum SystemReason {
    /// Returns what an error number of the system means.
    package static func message(_ number: Int32) -> Message {
        let english = unsafe String(cString: strerror(number))
        let known = words[number].map { Message(zh: $0.zh, en: $0.en) }
        return known ?? Message(zh: "系统错误 \(number)（\(english)）", en: english)
    }

    private static let words: [Int32: (zh: String, en: String)] = [
        ENOENT: ("路径不存在", "there is no such path"), EACCES: ("没有权限", "permission denied"),
        EPERM: ("没有权限", "permission denied"), EROFS: ("磁盘只读", "the disk is read-only"),
        ENOSPC: ("磁盘已满", "no space is left on the disk"),
        EDQUOT: ("超出磁盘限额", "the disk quota is used up"),
        EISDIR: ("是文件夹", "it is a folder"),
        ENOTDIR: ("路径中有一段不是文件夹", "a part of the path is no folder"),
        ELOOP: ("链接循环", "the links go in a circle"), ENAMETOOLONG: ("路径太长", "the path is too long"),
        EMFILE: ("打开的文件太多", "too many files are open"), EIO: ("磁盘读写出错", "the disk failed"),
        ETXTBSY: ("文件正在运行", "the file is being run"),
        EFBIG: ("文件太大", "the file would be too large"),
    ]
}
