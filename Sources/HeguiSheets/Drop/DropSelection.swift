internal import Glibc
internal import HeguiColumns
package import HeguiDiagnostics

/// What was dropped: files and folders as they were named, and what of them is left aside.
package struct DropSelection: Sendable {
    /// A file or folder.
    struct Item: Sendable {
        let path: FilePath
        /// What it is called where its path does not say it: what came through a pipe.
        var name: String?
        var spool: Spool?
    }

    let items: [Item]
    package let excluded: [NamePattern]

    /// The files and folders at `paths`, to the letter.
    package init(_ paths: [String]) {
        items = paths.map { Item(path: FilePath($0)) }
        excluded = []
    }

    package var isEmpty: Bool { items.isEmpty }

    /// Returns the selection with the file at `path`, to the letter.
    package func adding(_ path: String) -> DropSelection {
        DropSelection(items + [Item(path: FilePath(path))], excluded)
    }

    private init(_ items: [Item], _ excluded: [NamePattern]) {
        self.items = items
        self.excluded = excluded
    }

    /// How the texts of a request are understood.
    ///
    /// A pattern that is no file's name is for all that match it, as where a shell was kept from
    /// expanding it. `-` is standard input, which is read at once, and so is a pipe.
    ///
    /// - Parameters:
    ///   - texts: names of files and folders.
    ///   - excluded: patterns of names that are left aside.
    ///   - limits: how much may come through a pipe.
    /// - Returns: what was selected.
    /// - Throws: why one of them can be nothing.
    package static func reading(
        _ texts: [String], excluding excluded: [String], limits: IntakeLimits = IntakeLimits()
    ) throws(RequestFailure) -> DropSelection {
        var items: [Item] = []
        for text in texts {
            if let name = pipeName(text) {
                let spool = try spool(text, limit: limits.fileBytes)
                items.append(Item(path: spool.path, name: name, spool: spool))
            } else if isPattern(text), case .failure = FileStatus.of(FilePath(text)) {
                let found = PatternSearch.paths(matching: text)
                guard !found.isEmpty else { throw RequestFailure.nothingMatches(text) }
                items += found.map { Item(path: $0) }
            } else {
                items.append(Item(path: FilePath(text)))
            }
        }
        return DropSelection(items, excluded.map(NamePattern.init))
    }

    /// What a pipe is called; nil for what is none.
    private static func pipeName(_ text: String) -> String? {
        if text == "-" || text == "/dev/stdin" { return "stdin" }
        guard case .success(let status) = FileStatus.of(FilePath(text)), status.kind == .pipe else {
            return nil
        }
        return DisplayName.text(FilePath(text).lastComponent)
    }

    private static func isPattern(_ text: String) -> Bool {
        text.contains { "*?[".contains($0) }
    }

    private static func spool(_ text: String, limit: Int) throws(RequestFailure) -> Spool {
        switch text == "-" ? Spool.reading(0, limit: limit) : Spool.reading(text, limit: limit) {
        case .success(let spool?): return spool
        case .success(nil): throw RequestFailure.pipeTooLarge(text, limit: limit)
        case .failure(let failure): throw RequestFailure.unreadable(text, failure.reason)
        }
    }

    /// Why something that was asked for can be nothing.
    package struct RequestFailure: Error {
        package let message: Message
        package let help: Message

        static func nothingMatches(_ text: String) -> RequestFailure {
            RequestFailure(
                message: Message(
                    zh: "没有文件或文件夹符合 `\(text)`", en: "no file or folder matches `\(text)`"),
                help: Message(
                    zh: "检查路径和通配符；* 不跨文件夹，** 可以",
                    en: "check the path and the pattern; * stays within a folder, ** does not"))
        }

        static func pipeTooLarge(_ text: String, limit: Int) -> RequestFailure {
            RequestFailure(
                message: Message(
                    zh: "从 `\(text)` 读到的超过 \(limit >> 20) MiB 的上限",
                    en: "more than \(limit >> 20) MiB came from `\(text)`"),
                help: Message(zh: "请先存成文件并拆分", en: "save it to files and split them"))
        }

        static func unreadable(_ text: String, _ reason: Message) -> RequestFailure {
            RequestFailure(
                message: Message(
                    zh: "读不了 `\(text)`：\(reason.zh)", en: "cannot read `\(text)`: \(reason.en)"),
                help: Message(zh: "检查管道另一头的命令", en: "check the command at its other end"))
        }
    }
}

/// What came through a pipe, kept in a file without a name so that it can be read more than once.
final class Spool: Sendable {
    private let descriptor: Int32

    /// Where the system gives it back.
    var path: FilePath { FilePath("/proc/self/fd/\(descriptor)") }

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    static func reading(_ path: String, limit: Int) -> Result<Spool?, SystemFailure> {
        let source = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return .failure(SystemFailure(errno)) }
        defer { close(source) }
        return reading(source, limit: limit)
    }

    /// Reads all of an open file; gives nil where that is more than `limit` bytes.
    static func reading(_ source: Int32, limit: Int) -> Result<Spool?, SystemFailure> {
        guard let target = UnnamedFile.open(in: TemporaryFolder.forLargeFiles) else {
            return .failure(SystemFailure(errno))
        }
        // Programs that are started to try a file inherit it and can open it too.
        _ = fcntl(target, F_SETFD, 0)
        let spool = Spool(target)
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            let count = unsafe read(source, &block, block.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return .failure(SystemFailure(errno)) }
            if count == 0 { return .success(spool) }
            total += count
            guard total <= limit else { return .success(nil) }
            var start = 0
            while start < count {
                let written = unsafe block[start..<count].withUnsafeBytes {
                    unsafe write(target, $0.baseAddress, $0.count)
                }
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { return .failure(SystemFailure(errno)) }
                start += written
            }
        }
    }
}

/// Finds the files and folders that a pattern is for, as a shell would.
enum PatternSearch {
    /// Returns the paths that match, in byte order.
    static func paths(matching pattern: String) -> [FilePath] {
        let isAbsolute = pattern.hasPrefix("/")
        var found = [FilePath(isAbsolute ? "/" : ".")]
        for part in pattern.split(separator: "/") {
            found = part == "**" ? found.flatMap(folders) : found.flatMap { matches(part, in: $0) }
        }
        let paths = isAbsolute ? found : found.map { FilePath(bytes: Array($0.bytes.dropFirst(2))) }
        return paths.filter { !$0.bytes.isEmpty }.sorted {
            $0.bytes.lexicographicallyPrecedes($1.bytes)
        }
    }

    private static func matches(_ part: Substring, in folder: FilePath) -> [FilePath] {
        guard part.contains(where: { "*?[".contains($0) }) else {
            let path = folder.appending(Array(part.utf8))
            if case .success = FileStatus.of(path) { return [path] }
            return []
        }
        return names(in: folder).filter {
            let name = DisplayName.text($0)
            // As in shells, hidden files are meant only where that is said.
            return (part.hasPrefix(".") || !name.hasPrefix("."))
                && NamePattern.isMatch(part, name)
        }.map(folder.appending)
    }

    /// The folder and all below it; links are not followed.
    private static func folders(_ folder: FilePath) -> [FilePath] {
        let below = names(in: folder).map(folder.appending).filter { path in
            guard !path.lastComponent.starts(with: [0x2E]), !FileSystem.isLink(path),
                case .success(let status) = FileStatus.of(path)
            else { return false }
            return status.kind == .folder
        }
        return [folder] + below.flatMap(folders)
    }

    private static func names(in folder: FilePath) -> [[UInt8]] {
        if case .success(let names) = FileSystem.names(in: folder) { names } else { [] }
    }
}
