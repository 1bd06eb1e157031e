internal import HeguiDiagnostics

extension DropListing {
    /// An archive whose files are being listed.
    private struct Packed {
        let archive: OpenArchive
        let place: ArchivePlace
        let files: PackedFiles
        /// Whether it lies in another archive.
        let isInner: Bool

        init(_ archive: OpenArchive, _ place: ArchivePlace, isInner: Bool = false) {
            self.archive = archive
            self.place = place
            self.isInner = isInner
            files = PackedFiles(archive)
        }

        /// The file at the top by that name; the one folder that all are in is no level of its own.
        func topFile(_ name: String) -> PackedFiles.File? {
            files.files.first { file in
                file.refusal == nil && file.path.last == name
                    && file.path.dropLast().elementsEqual([files.top].compactMap(\.self))
            }
        }

        func bytes(of file: PackedFiles.File, limit: Int) -> [UInt8]? {
            guard file.entry.size <= limit else { return nil }
            return archive.head(of: file.entry, file.entry.size)
        }
    }

    /// Visits the files of an archive on disk as those of a folder; returns whether it was one.
    mutating func visitArchive(_ place: Place, _ status: FileStatus) -> Bool {
        guard SniffedFormat(FileSystem.start(of: place.path, 4)) == .zip,
            let archive = try? archives.archive(at: .disk(place.path), name: place.name),
            PackageKind.isArchive(archive)
        else { return false }
        others.insert(status.identity)
        let packed = Packed(archive, .disk(place.path))
        var room = PackedRoom(limits, archiveSize: status.size)
        guard place.relative.isEmpty else {
            visit(packed, in: place, &room)
            return true
        }
        // What was dropped is the top for patterns, and may have a list of them.
        var top = place
        top.otherNames = [place.name, ""]
        let list = packed.topFile(IgnoreList.name)
        obeying(
            list.flatMap { packed.bytes(of: $0, limit: IgnoreList.byteLimit) },
            named: PackedName.joining(place.name, list?.path.joined(separator: "/") ?? "")
        ) { $0.visit(packed, in: top, &room) }
        return true
    }

    private mutating func visit(_ packed: Packed, in place: Place, _ room: inout PackedRoom) {
        if let refusal = room.take(packed.archive.entries, name: place.name) {
            return reject(place.name, refusal)
        }
        if packed.files.files.isEmpty {
            diagnostics.append(.fileEmpty(place.name))
            return leaveAside(place, Diagnostic.fileEmpty(place.name).message)
        }
        var folders: [[String]: Place?] = [:]
        for file in packed.files.files where !isFull {
            guard file.path.count <= limits.folderDepth, file.refusal != .outside else {
                let path = file.path.joined(separator: "/")
                // A name of very many folders is nothing to show as a whole.
                let name = PackedName.joining(place.name, String(path.prefix(200)))
                reject(name, .entryOutside(name))
                continue
            }
            if let folder = self.folder(file.path.dropLast(), of: packed, in: place, &folders) {
                visit(file, of: packed, in: folder, &room)
            }
        }
    }

    /// Returns a folder of an archive; nil where it is left aside with all that is in it.
    private mutating func folder(
        _ path: ArraySlice<String>, of packed: Packed, in place: Place,
        _ known: inout [[String]: Place?]
    ) -> Place? {
        guard let name = path.last else { return place }
        if let folder = known[Array(path)] { return folder }
        var folder: Place?
        if var child = self.folder(path.dropLast(), of: packed, in: place, &known) {
            let isTop = path.count == 1 && name == packed.files.top && place.relative.isEmpty
            child = child.packed(name, isBelowArchive: path.count == 1, isTop: isTop)
            if let reason = IgnoredName.reason(name) {
                leaveAside(child, reason)
            } else {
                child.aside = child.aside ?? aside(child, isFolder: true)
                folder = child
            }
        }
        known[Array(path)] = .some(folder)
        return folder
    }

    private mutating func visit(
        _ file: PackedFiles.File, of packed: Packed, in folder: Place, _ room: inout PackedRoom
    ) {
        guard let name = file.path.last else { return }
        var place = folder.packed(name, isBelowArchive: file.path.count == 1)
        if name == IgnoreList.name, list == nil || !folder.relative.isEmpty {
            diagnostics.append(.ignoreListDisregarded(place.name))
        }
        if let reason = IgnoredName.reason(name) { return leaveAside(place, reason) }
        place.aside = folder.aside ?? aside(place, isFolder: false)
        if let aside = place.aside { return leaveAside(place, aside) }
        if let refusal = file.refusal?.diagnostic(place.name)
            ?? room.refusal(of: file.entry, name: place.name)
        {
            return reject(place.name, refusal)
        }
        if visitInner(file.entry, of: packed, at: place, &room) { return }
        let source = ArchivedFile(shelf: archives, archive: packed.place, entry: file.entry)
        add(place, .archived(source), size: file.entry.size)
    }

    /// Visits the files of an archive in an archive; returns whether the entry was one.
    private mutating func visitInner(
        _ entry: ArchiveEntry, of packed: Packed, at place: Place, _ room: inout PackedRoom
    ) -> Bool {
        let inner = ArchivePlace.entry(entry, of: packed.place)
        let head = packed.archive.head(of: entry, 256)
        guard SniffedFormat(head) == .zip, !PackageKind.isPackage(head),
            entry.size <= limits.fileBytes,
            let archive = try? archives.archive(at: inner, name: place.name),
            PackageKind.isArchive(archive)
        else { return false }
        if packed.isInner {
            reject(place.name, .archiveTooDeep(place.name))
        } else {
            visit(Packed(archive, inner, isInner: true), in: place, &room)
        }
        return true
    }
}

extension DropListing.Place {
    /// A file or folder of an archive; the one folder that all files are in is no level of its own
    /// for patterns.
    fileprivate func packed(
        _ name: String, isBelowArchive: Bool, isTop: Bool = false
    ) -> DropListing.Place {
        func joined(_ path: String) -> String { path.isEmpty ? name : path + "/" + name }
        var child = self
        child.name = isBelowArchive ? PackedName.joining(self.name, name) : joined(self.name)
        if !isTop { child.relative = joined(relative) }
        child.otherNames = otherNames.map(joined)
        child.depth += 1
        return child
    }
}

extension PackedFiles.Refusal {
    fileprivate func diagnostic(_ name: String) -> Diagnostic {
        switch self {
        case .outside: .entryOutside(name)
        case .repeated: .entryRepeated(name)
        case .link: .entryIsLink(name)
        case .encrypted: .entryEncrypted(name)
        }
    }
}
