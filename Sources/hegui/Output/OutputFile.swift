import FoundationEssentials
import Glibc
import Hegui
import HeguiDiagnostics

/// A report's file, which is there whole or not at all.
///
/// It is written block by block into a file beside the target that takes its place at the end. What
/// is no plain file, such as `/dev/null` or a pipe, is written into as it is. It is opened before
/// there is anything to write, so that one hears early where nothing can be written.
final class OutputFile {
    /// As the user named it.
    private let name: String
    private let target: String
    private let descriptor: Int32
    /// nil where the target itself is written into.
    private let draft: String?
    private var isOpen = true

    /// Opens the file at `path`, with the folders that are missing.
    ///
    /// - Throws: `Problem` where that cannot be done.
    init(_ path: String) throws(Problem) {
        name = path
        guard Array(path.utf8) == DropPaths.bytes(ofPath: path) else {
            throw Problem(
                zh: "不能写到文件名不是 UTF-8 的地方，请用 --out 另外指明",
                en: "cannot write to a path that is not UTF-8; name another with --out")
        }
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A link stays one: what it leads to is replaced.
        target = Self.exists(at: path) ? url.resolvingSymlinksInPath().path : path
        let status = Self.status(target)
        let kind = status.map { $0.st_mode & S_IFMT }
        if kind == S_IFDIR { throw Self.problem(path, EISDIR) }
        if kind == nil || kind == S_IFREG {
            let draft = target + DropPaths.draftEnding
            self.draft = draft
            DraftRegister.add(draft)
            // What is private stays private, from the first byte on.
            let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
            descriptor = unsafe open(draft, flags, status == nil ? 0o666 : 0o600)
        } else {
            draft = nil
            descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else {
            let number = errno
            isOpen = false
            if let draft { DraftRegister.remove(draft) }
            throw Self.problem(path, number)
        }
        if draft != nil, let status {
            // Only root may give a file away; whoever cannot, keeps it.
            _ = fchown(descriptor, status.st_uid, status.st_gid)
            fchmod(descriptor, status.st_mode & 0o7777)
        }
    }

    deinit {
        discard()
    }

    /// Writes `file`, which then takes its place.
    ///
    /// - Throws: `Problem` where that cannot be done; then the target is as it was.
    func write(_ file: ReportFile) throws(Problem) {
        try put(file) { try commit() }
    }

    /// Writes `file`, which is on the disk and in its place when this returns.
    ///
    /// - Parameters:
    ///   - file: what the target is to hold.
    ///   - isCurrent: whether it still holds what `file` was made from; asked last of all.
    /// - Throws: `Problem` where somebody has changed it meanwhile or it cannot be written; then it is
    ///   as it was.
    func replace(by file: ReportFile, where isCurrent: () -> Bool) throws(Problem) {
        try put(file) {
            guard isCurrent() else {
                throw Problem(
                    zh: "`\(name)` 在登记期间被别人改动，未写入，请再试一次",
                    en:
                        "`\(name)` was changed by somebody meanwhile and is left as it is; try again"
                )
            }
            try commit(isDurable: true)
        }
    }

    /// Writes `file` at `path`, with the folders that are missing.
    ///
    /// - Throws: `Problem` where that cannot be done; then the target is as it was.
    static func write(_ file: ReportFile, at path: String) throws(Problem) {
        try OutputFile(path).write(file)
    }

    /// Writes `file` to `output`, or to the screen where there is none.
    ///
    /// - Throws: `Problem` where that cannot be done.
    static func write(_ file: ReportFile, to output: OutputFile?) throws(Problem) {
        if let output { return try output.write(file) }
        do {
            try file.write { try StandardStream.output.write($0) }
        } catch {
            let number = (error as? StandardStream.WriteFailure)?.number
            let reason = number.map(SystemReason.message)
            throw Problem(
                zh: "写不了标准输出" + (reason.map { "：\($0.zh)" } ?? ""),
                en: "cannot write to standard output" + (reason.map { ": \($0.en)" } ?? ""))
        }
    }

    static func exists(at path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private static func problem(_ path: String, _ number: Int32?) -> Problem {
        let reason = number.map(SystemReason.message)
        return Problem(
            zh: "写不了文件 `\(path)`" + (reason.map { "：\($0.zh)" } ?? ""),
            en: "cannot write the file `\(path)`" + (reason.map { ": \($0.en)" } ?? ""))
    }

    /// What the system says of a file; nil where there is none.
    private static func status(_ path: String) -> Glibc.stat? {
        var status = Glibc.stat()
        return unsafe stat(path, &status) == 0 ? status : nil
    }

    private func put(_ file: ReportFile, finish: () throws -> Void) throws(Problem) {
        do {
            try file.write { try StandardStream.write($0, to: descriptor) }
            try finish()
        } catch {
            discard()
            throw (error as? Problem)
                ?? Self.problem(name, (error as? StandardStream.WriteFailure)?.number)
        }
    }

    /// Puts the draft in the target's place; `isDurable`: both are on the disk then.
    private func commit(isDurable: Bool = false) throws(StandardStream.WriteFailure) {
        if isDurable, draft != nil, fsync(descriptor) != 0 {
            throw StandardStream.WriteFailure(number: errno)
        }
        isOpen = false
        guard close(descriptor) == 0 else { throw failure() }
        guard let draft else { return }
        guard unsafe rename(draft, target) == 0 else { throw failure() }
        DraftRegister.remove(draft)
        if isDurable { try? FolderLock.sync(folderOf: target) }
    }

    /// The system's last word, after which the draft is taken away.
    private func failure() -> StandardStream.WriteFailure {
        let failure = StandardStream.WriteFailure(number: errno)
        remove()
        return failure
    }

    private func discard() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
        remove()
    }

    private func remove() {
        guard let draft else { return }
        _ = unsafe unlink(draft)
        DraftRegister.remove(draft)
    }
}
