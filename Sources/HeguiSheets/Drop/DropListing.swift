package import HeguiDiagnostics

/// Lists the files below the dropped paths, and accounts for those that are left aside.
package struct DropListing {
    package struct Found: Sendable {
        package let name: String
        package let source: FileSource
        /// The path as people know it, which for what came through a pipe is its name; of a file in
        /// an archive that of the archive on disk.
        let shown: FilePath
        package let size: Int

        /// Whether the file stands in an archive.
        package var isPacked: Bool {
            if case .archived = source { true } else { false }
        }
    }

    /// A file or folder on the way.
    struct Place {
        /// On disk: in an archive that of the archive.
        var path: FilePath
        var shown: FilePath
        /// What people know it by.
        var name: String
        /// From the top of what was dropped.
        var relative = ""
        /// What a pattern may call it as well.
        var otherNames: [String] = []
        var depth = 0
        /// Why it and all below it are left aside, where they are.
        var aside: Aside?

        func child(_ bytes: [UInt8]) -> Place {
            let text = DisplayName.text(bytes)
            var child = self
            child.path = path.appending(bytes)
            child.shown = shown.appending(bytes)
            child.name = name.isEmpty ? text : name + "/" + text
            child.relative = relative.isEmpty ? text : relative + "/" + text
            child.depth += 1
            return child
        }
    }

    /// Why a pattern leaves something aside.
    struct Aside {
        let reason: Message
        /// Whether a list says it that stands in the drop.
        let isListed: Bool
    }

    let limits: IntakeLimits
    let archives = ArchiveShelf()
    private let excluded: [NamePattern]
    /// The dropped paths without links, in whose folders links may lead.
    private let roots: [FilePath]
    package private(set) var found: [Found] = []
    package private(set) var leftAside: [DropFile] = []
    package internal(set) var diagnostics: [Diagnostic] = []
    /// The files that are left aside or opened as archives.
    var others: Set<FileIdentity> = []
    /// The name under which a file or folder was met first.
    private var seen: [FileIdentity: String] = [:]
    /// The patterns at the top of the folder that is being listed.
    private(set) var list: IgnoreList?
    private var listedCount = 0
    private(set) var isFull = false

    /// Lists everything below `paths`, whatever their order; names are relative to the one dropped
    /// folder, or start with the dropped folder's own name where several paths are given.
    package init(of paths: [String], limits: IntakeLimits = IntakeLimits()) {
        self.init(of: DropSelection(paths), limits: limits)
    }

    /// Lists everything below what was selected, whatever its order.
    package init(of selection: DropSelection, limits: IntakeLimits = IntakeLimits()) {
        self.limits = limits
        excluded = selection.excluded
        roots = selection.items.compactMap { FileSystem.resolved($0.path) }
        let ordered = selection.items.sorted {
            $0.path.bytes.lexicographicallyPrecedes($1.path.bytes)
        }
        let shown = ordered.map { $0.name.map { FilePath($0) } ?? $0.path }
        for (index, prefix) in DropListing.prefixes(of: shown).enumerated() {
            visit(dropped: ordered[index].path, shown: shown[index], prefix: prefix)
        }
        found.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
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

    private mutating func visit(dropped path: FilePath, shown: FilePath, prefix: String?) {
        let own = DisplayName.text(shown.lastComponent)
        var place = Place(path: path, shown: shown, name: prefix ?? own)
        switch FileStatus.of(path) {
        case .failure(let failure):
            reject(place.name, .pathUnreadable(place.name, reason: failure.reason))
        case .success(let status) where status.kind == .folder:
            place.name = prefix ?? ""
            visitTop(place, status)
        case .success(let status):
            place.relative = own
            place.aside = aside(place, isFolder: false)
            place.relative = ""
            visitFile(place, status)
        }
    }

    /// What the names below each path start with; nil where one path needs no distinction.
    package static func prefixes(of paths: [FilePath]) -> [String?] {
        guard paths.count > 1 else { return paths.map { _ in nil } }
        let last = paths.map { DisplayName.text($0.lastComponent) }
        let isDistinct = Set(last).count == last.count
        return isDistinct ? last : paths.map { DisplayName.text($0.bytes) }
    }

    /// Visits a folder that was dropped; only whoever runs the review puts a list of patterns there.
    private mutating func visitTop(_ place: Place, _ status: FileStatus) {
        let file = place.child(Array(IgnoreList.name.utf8))
        var bytes: [UInt8]?
        if !FileSystem.isLink(file.path),
            case .success(let found) = FileSystem.bytes(of: file.path, limit: IgnoreList.byteLimit)
        {
            bytes = found
        }
        obeying(bytes, named: file.name) { $0.visitFolder(place, status) }
    }

    /// Lists what `body` visits by the patterns of a list, where there is one.
    mutating func obeying(
        _ bytes: [UInt8]?, named name: String, _ body: (inout DropListing) -> Void
    ) {
        list = bytes.map { IgnoreList(String(decoding: $0, as: UTF8.self)) }
        listedCount = 0
        body(&self)
        if listedCount > 0 { diagnostics.append(.filesLeftAside(name, count: listedCount)) }
        list = nil
    }

    private mutating func visitFolder(_ place: Place, _ status: FileStatus) {
        let name = place.name
        guard isFirst(status, name: name.isEmpty ? "." : name) else { return }
        guard place.depth <= limits.folderDepth else {
            return reject(
                name,
                .dropTooLarge(
                    name, zh: "文件夹嵌套超过 \(limits.folderDepth) 层",
                    en: "the folders are nested more than \(limits.folderDepth) deep"
                )
            )
        }
        switch FileSystem.names(in: place.path) {
        case .failure(let failure):
            reject(name, .pathUnreadable(name, reason: failure.reason))
        case .success(let names):
            for child in names where !isFull { visit(place.child(child), bytes: child) }
        }
    }

    private mutating func visit(_ child: Place, bytes: [UInt8]) {
        var place = child
        let name = DisplayName.text(bytes)
        // Reports are opened before the drop is read, and may go into its folder.
        if name.hasSuffix(DraftName.ending) { return }
        if name == IgnoreList.name, place.depth > 1 || list == nil {
            diagnostics.append(.ignoreListDisregarded(place.name))
        }
        if let reason = IgnoredName.reason(name) { return leaveAside(place, reason) }
        if FileSystem.isLink(place.path), leavesDrop(place.path) {
            return reject(place.name, .linkLeavesDrop(place.name))
        }
        switch FileStatus.of(place.path) {
        case .failure(let failure):
            reject(place.name, .pathUnreadable(place.name, reason: failure.reason))
        case .success(let status):
            let isFolder = status.kind == .folder
            place.aside = place.aside ?? aside(place, isFolder: isFolder)
            if isFolder { visitFolder(place, status) } else { visitFile(place, status) }
        }
    }

    /// Whether a link leads to something outside of all that was dropped.
    private func leavesDrop(_ link: FilePath) -> Bool {
        guard let target = FileSystem.resolved(link) else { return false }
        return !roots.contains { root in
            let folder = root.bytes.last == 0x2F ? root.bytes : root.bytes + [0x2F]
            return target == root || target.bytes.starts(with: folder)
        }
    }

    /// Returns why a file or folder is left aside, nil where no pattern is for it.
    func aside(_ place: Place, isFolder: Bool) -> Aside? {
        let names = [place.relative] + place.otherNames
        if let pattern = excluded.first(where: { pattern in
            names.contains { pattern.matches($0, isFolder: isFolder) }
        }) {
            let reason = Message(
                zh: "按 --exclude `\(pattern.text)` 不读",
                en: "left aside by --exclude `\(pattern.text)`")
            return Aside(reason: reason, isListed: false)
        }
        guard let line = list?.line(for: place.relative, isFolder: isFolder) else { return nil }
        let reason = Message(
            zh: "按 \(IgnoreList.name) 第 \(line.number) 行 `\(line.pattern)` 不读",
            en: "left aside by line \(line.number) of \(IgnoreList.name), `\(line.pattern)`")
        return Aside(reason: reason, isListed: true)
    }

    private mutating func visitFile(_ place: Place, _ status: FileStatus) {
        if let aside = place.aside { return leaveAside(place, aside) }
        guard isFirst(status, name: place.name) else { return }
        guard status.kind == .file else { return leaveAside(place, .notRegular) }
        if visitArchive(place, status) { return }
        add(place, .disk(place.path), size: status.size)
    }

    /// Takes a file that is to be read.
    mutating func add(_ place: Place, _ source: FileSource, size: Int) {
        let name = place.name
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
        found.append(Found(name: name, source: source, shown: place.shown, size: size))
    }

    mutating func leaveAside(_ place: Place, _ aside: Aside) {
        if aside.isListed { listedCount += 1 }
        leaveAside(place, aside.reason)
    }

    mutating func leaveAside(_ place: Place, _ reason: Message) {
        leftAside.append(DropFile(name: place.name, outcome: .ignored(reason)))
        if case .success(let status) = FileStatus.of(place.path), status.kind == .file {
            others.insert(status.identity)
        }
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

    mutating func reject(_ name: String, _ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        leftAside.append(DropFile(name: name, outcome: .rejected(code: diagnostic.code)))
    }
}

extension Message {
    static let notRegular = Message(zh: "不是普通文件", en: "not a regular file")
}
