import FoundationEssentials
import Glibc
import Hegui

/// A report's file, which is there whole or not at all.
///
/// It is written block by block into a file beside the target that takes its place at the end. What
/// is no plain file, such as `/dev/null` or a pipe, is written into as it is.
struct OutputFile {
    private let descriptor: Int32
    private let path: String
    /// nil where the target itself is written into.
    private let draft: String?

    /// Writes `file` at `path`, with the folders that are missing.
    ///
    /// - Throws: `Problem` where that cannot be done; then the target is as it was.
    static func write(_ file: ReportFile, at path: String) throws(Problem) {
        try put(file, at: path) { try $0.commit() }
    }

    /// Puts `file` in the place of the one at `path`, so that it is on the disk when this returns.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - file: what it is to hold.
    ///   - isCurrent: whether it still holds what `file` was made from; asked last of all.
    /// - Throws: `Problem` where somebody has changed it meanwhile or it cannot be written; then it is
    ///   as it was.
    static func replace(
        at path: String, by file: ReportFile, where isCurrent: () -> Bool
    ) throws(Problem) {
        var isChanged = false
        do throws(Problem) {
            try put(file, at: path) { output in
                guard isCurrent() else {
                    isChanged = true
                    throw StandardStream.WriteFailure(number: EAGAIN)
                }
                try output.commit(isDurable: true)
            }
        } catch {
            guard isChanged else { throw error }
            throw Problem(
                zh: "`\(path)` 在登记期间被别人改动，未写入，请再试一次",
                en: "`\(path)` was changed by somebody meanwhile and is left as it is; try again")
        }
    }

    private static func put(
        _ file: ReportFile, at path: String, finish: (OutputFile) throws -> Void
    ) throws(Problem) {
        do {
            let output = try OutputFile(path)
            do {
                try file.write { try StandardStream.write($0, to: output.descriptor) }
                try finish(output)
            } catch {
                output.discard()
                throw error
            }
        } catch {
            let reason = (error as? StandardStream.WriteFailure).map { ": \($0.reason)" } ?? ""
            throw Problem(
                zh: "写不了文件 `\(path)`\(reason)", en: "cannot write the file `\(path)`\(reason)")
        }
    }

    /// Writes `file` at `path`, or to the screen where there is none.
    ///
    /// - Throws: `Problem` where that cannot be done.
    static func write(_ file: ReportFile, atPathOrScreen path: String?) throws {
        if let path { return try write(file, at: path) }
        try file.write { try StandardStream.output.write($0) }
    }

    /// Writes a file of a format to where the format goes; standard output takes the first one only.
    ///
    /// - Throws: `Problem` where that cannot be done.
    static func write(
        _ file: ReportFile, isFirst: Bool, to place: OutputPlace
    ) throws(Problem) {
        if let path = place.path(of: file.name, isFirst: isFirst) {
            if StepSummary.isAt(path) { return try StepSummary.append(file, at: path) }
            try write(file, at: path)
        } else if place == .screen, isFirst {
            do {
                try file.write { try StandardStream.output.write($0) }
            } catch {
                throw Problem(zh: "写不了标准输出", en: "cannot write to standard output")
            }
        }
    }

    /// - Throws: `Problem` where a file at `path` would take the place of one of the drop; nil is no
    ///   file.
    static func check(_ path: String?, isNoneOf drop: [String]) throws(Problem) {
        guard let path, exists(at: path), DropReview.isMaterial(path, of: drop) else { return }
        throw Problem(
            zh: "`\(path)` 是报送材料，不能被报告覆盖，请换一个文件",
            en: "`\(path)` is a file of the drop; name another for the report")
    }

    static func exists(at path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private init(_ path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        // A link stays one: what it leads to is replaced.
        let target = Self.exists(at: path) ? url.resolvingSymlinksInPath().path : path
        self.path = target
        let status = Self.status(target)
        if let status, status.st_mode & S_IFMT != S_IFREG {
            draft = nil
            descriptor = unsafe open(target, O_WRONLY)
        } else {
            let draft = target + ".\(getpid()).part"
            self.draft = draft
            // What is private stays private, from the first byte on.
            let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
            descriptor = unsafe open(draft, flags, status == nil ? 0o666 : 0o600)
        }
        if descriptor < 0 { throw StandardStream.WriteFailure(number: errno) }
        if draft != nil, let status {
            // Only root may give a file away; whoever cannot, keeps it.
            _ = fchown(descriptor, status.st_uid, status.st_gid)
            fchmod(descriptor, status.st_mode & 0o7777)
        }
    }

    /// What the system says of a file; nil where there is none.
    private static func status(_ path: String) -> Glibc.stat? {
        var status = Glibc.stat()
        return unsafe stat(path, &status) == 0 ? status : nil
    }

    /// Puts the draft in the target's place; `isDurable`: both are on the disk then.
    private func commit(isDurable: Bool = false) throws {
        if isDurable, draft != nil, fsync(descriptor) != 0 {
            throw StandardStream.WriteFailure(number: errno)
        }
        guard close(descriptor) == 0 else { throw StandardStream.WriteFailure(number: errno) }
        guard let draft else { return }
        guard unsafe rename(draft, path) == 0 else {
            throw StandardStream.WriteFailure(number: errno)
        }
        if isDurable { try? FolderLock.sync(folderOf: path) }
    }

    private func discard() {
        close(descriptor)
        if let draft { _ = unsafe unlink(draft) }
    }
}

/// Where one format of a report goes.
enum OutputPlace: Equatable {
    case screen
    case file(String)
    case folder(String)
    case nowhere

    /// Returns the folder where `path` is one or is written like one, else the file.
    init(path: String) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        self = path.hasSuffix("/") || exists && isFolder ? .folder(path) : .file(path)
    }

    /// Returns the path of a file of a format, nil where it goes to no file.
    ///
    /// Where a single file was named, the first file of a format takes its name and the others are
    /// put beside it: `out.csv` and `out-standings.csv`.
    func path(of name: String, isFirst: Bool) -> String? {
        switch self {
        case .screen, .nowhere: nil
        case .folder(let folder): folder + (folder.hasSuffix("/") ? "" : "/") + name
        case .file(let file) where isFirst: file
        case .file(let file):
            Self.stem(of: file) + "-" + name
        }
    }

    /// The path without the ending of its last part.
    private static func stem(of path: String) -> Substring {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path[...] }
        return path[..<dot]
    }
}
