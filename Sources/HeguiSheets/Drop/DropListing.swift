package import HeguiDiagnostics

/// Lists the files below the dropped paths, and accounts for those that are left aside.
package struct DropListing {
    package struct Found {
        package let name: String
        package let path: FilePath
        package let size: Int
    }

    private let limits: IntakeLimits
    package private(set) var found: [Found] = []
    package private(set) var leftAside: [DropFile] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// The name under which a file or folder was met first.
    private var seen: [FileIdentity: String] = [:]
    private var isFull = false

    /// Lists everything below `paths`, whatever their order; names are relative to the one dropped
    /// folder, or start with the dropped folder's own name where several paths are given.
    package init(of paths: [String], limits: IntakeLimits = IntakeLimits()) {
        self.limits = limits
        let ordered = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        list(ordered.map { FilePath($0) })
    }

    /// Leaves out the files of which `problem` says what is wrong.
    package mutating func reject(_ problem: (Found) -> Diagnostic?) {
        let all = found
        found = []
        for file in all {
            if let diagnostic = problem(file) {
                reject(file.name, diagnostic)
            } else {
                found.append(file)
            }
        }
    }

    private mutating func list(_ paths: [FilePath]) {
        for (path, prefix) in zip(paths, DropListing.prefixes(of: paths)) {
            switch FileStatus.of(path) {
            case .failure(let failure):
                let name = prefix ?? DisplayName.text(path.lastComponent)
                reject(name, .pathUnreadable(name, reason: failure.reason))
            case .success(let status) where status.kind == .folder:
                visitFolder(path, status, name: prefix ?? "", depth: 0)
            case .success(let status):
                visitFile(path, status, name: prefix ?? DisplayName.text(path.lastComponent))
            }
        }
        found.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// What the names below each path start with; nil where one path needs no distinction.
    package static func prefixes(of paths: [FilePath]) -> [String?] {
        guard paths.count > 1 else { return [nil] }
        let last = paths.map { DisplayName.text($0.lastComponent) }
        let isDistinct = Set(last).count == last.count
        return isDistinct ? last : paths.map { DisplayName.text($0.bytes) }
    }

    private mutating func visitFolder(
        _ path: FilePath, _ status: FileStatus, name: String, depth: Int
    ) {
        guard isFirst(status, name: name.isEmpty ? "." : name) else { return }
        guard depth <= limits.folderDepth else {
            return reject(
                name,
                .dropTooLarge(
                    name, zh: "文件夹嵌套超过 \(limits.folderDepth) 层",
                    en: "the folders are nested more than \(limits.folderDepth) deep"
                )
            )
        }
        switch FileSystem.names(in: path) {
        case .failure(let failure):
            reject(name, .pathUnreadable(name, reason: failure.reason))
        case .success(let names):
            for child in names where !isFull {
                let text = DisplayName.text(child)
                visit(
                    path.appending(child), bytes: child,
                    name: name.isEmpty ? text : name + "/" + text, depth: depth + 1
                )
            }
        }
    }

    private mutating func visit(_ path: FilePath, bytes: [UInt8], name: String, depth: Int) {
        if let reason = IgnoredName.reason(DisplayName.text(bytes)) {
            leftAside.append(DropFile(name: name, outcome: .ignored(reason)))
            return
        }
        switch FileStatus.of(path) {
        case .failure(let failure):
            reject(name, .pathUnreadable(name, reason: failure.reason))
        case .success(let status) where status.kind == .folder:
            visitFolder(path, status, name: name, depth: depth)
        case .success(let status):
            visitFile(path, status, name: name)
        }
    }

    private mutating func visitFile(_ path: FilePath, _ status: FileStatus, name: String) {
        guard isFirst(status, name: name) else { return }
        guard status.kind == .file else {
            let reason = Message(zh: "不是普通文件", en: "not a regular file")
            leftAside.append(DropFile(name: name, outcome: .ignored(reason)))
            return
        }
        guard found.count < limits.files else {
            isFull = true
            return reject(
                name,
                .dropTooLarge(
                    name, zh: "文件超过 \(limits.files) 个，从这里起未读取",
                    en: "more than \(limits.files) files; nothing is read from here on"
                )
            )
        }
        found.append(Found(name: name, path: path, size: status.size))
    }

    /// Notes a file or folder; one that was met before is accounted for and not visited again.
    private mutating func isFirst(_ status: FileStatus, name: String) -> Bool {
        guard let first = seen[status.identity] else {
            seen[status.identity] = name
            return true
        }
        let diagnostic = Diagnostic.pathRepeated(name, first: first)
        diagnostics.append(diagnostic)
        leftAside.append(DropFile(name: name, outcome: .ignored(diagnostic.message)))
        return false
    }

    private mutating func reject(_ name: String, _ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        leftAside.append(DropFile(name: name, outcome: .rejected(code: diagnostic.code)))
    }
}

/// The names of files and folders that programs leave behind and that nobody means to hand in.
enum IgnoredName {
    /// Returns why a file or folder of this name is left aside, or nil where it is to be read.
    static func reason(_ name: String) -> Message? {
        let lower = name.lowercased()
        if lower.hasPrefix("~$") || lower.hasPrefix(".~lock") || lower.hasPrefix(".~") {
            return Message(
                zh: "表格程序的锁定文件（原文件可能正被打开）",
                en: "a lock file of a spreadsheet program, which may have the table open"
            )
        }
        if lower.hasPrefix(".") { return Message(zh: "隐藏文件", en: "a hidden file") }
        let systemNames = ["thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "$recycle.bin"]
        if systemNames.contains(lower) { return Message(zh: "系统文件", en: "a system file") }
        let temporaryEndings = [".tmp", ".temp", ".part", ".crdownload", ".bak~", "~"]
        if lower.hasPrefix("~") || temporaryEndings.contains(where: lower.hasSuffix) {
            return Message(zh: "临时文件", en: "a temporary file")
        }
        return nil
    }
}
