import FoundationEssentials
import Glibc
import HeguiDiagnostics

/// Keeps others who change a file of the same folder waiting.
///
/// The folder is locked and not the file: a file that another one takes the place of would be locked in
/// vain, and a file made for the lock would be left behind.
enum FolderLock {
    /// Returns what `body` does while no other program that asks here is at work in the folder of the
    /// file at `path`; the folder is made where it is missing.
    ///
    /// Where the file system knows no locks, `body` runs all the same.
    ///
    /// - Throws: what `body` throws, and `Problem` where the folder cannot be opened.
    static func hold<Result>(folderOf path: String, _ body: () throws -> Result) throws -> Result {
        let descriptor = open(folderOf: path)
        guard descriptor >= 0 else {
            let reason = SystemReason.message(errno)
            throw Problem(
                zh: "打不开 `\(path)` 所在的文件夹：\(reason.zh)",
                en: "cannot open the folder of `\(path)`: \(reason.en)")
        }
        // Closing it lets the next one in, also where the program is killed.
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        return try body()
    }

    /// Sees to it that the folder of the file at `path` lists it on the disk.
    ///
    /// - Throws: `WriteFailure` where the system refuses.
    static func sync(folderOf path: String) throws(StandardStream.WriteFailure) {
        let descriptor = open(folderOf: path)
        guard descriptor >= 0 else { throw StandardStream.WriteFailure(number: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StandardStream.WriteFailure(number: errno) }
    }

    /// Opens the folder of the file that `path` leads to.
    private static func open(folderOf path: String) -> Int32 {
        let folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return unsafe Glibc.open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
}
