/// What makes two paths the same file, whatever links lead there.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
}
