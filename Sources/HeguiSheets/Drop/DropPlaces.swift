package import HeguiDiagnostics

/// Finds the files of a drop once more, and where cells stand in those that are text.
///
/// A text file is read again when a place in it is first asked for. Files are kept up to a limit
/// for all of them together; beyond it no place is told rather than memory taken without bound.
package struct DropPlaces {
    /// Texts are kept up to so many bytes in all.
    package static let textLimit = 64 << 20

    private let sources: [String: FileSource]
    private let shown: [String: FilePath]
    private let others: Set<FileIdentity>
    private let base: String
    private let limits: IntakeLimits
    private var room = DropPlaces.textLimit
    private var texts: [String: CSVPlaces?] = [:]

    /// Looks for the files of what was dropped; none for no paths.
    ///
    /// - Parameters:
    ///   - drop: files and folders.
    ///   - base: the folder from which absolute paths are told where they lie in it.
    ///   - limits: those with which the drop was read.
    package init(
        _ drop: DropSelection = DropSelection([]), base: String = "",
        limits: IntakeLimits = IntakeLimits()
    ) {
        let listing = DropListing(of: drop, limits: limits)
        others = listing.others
        shown = Dictionary(
            listing.found.map { ($0.name, $0.shown) }, uniquingKeysWith: { first, _ in first })
        self.base = base.isEmpty || base.hasSuffix("/") ? base : base + "/"
        sources = Dictionary(
            listing.found.map { ($0.name, $0.source) }, uniquingKeysWith: { first, _ in first })
        self.limits = limits
    }

    /// Returns the path of a file as the user named the drop, or the file's name where it is gone.
    package func path(ofFile name: String) -> String {
        String(decoding: bytes(ofFile: name), as: UTF8.self)
    }

    /// Returns the path of a file whose bytes are no text, with each byte that is not ASCII, and the
    /// sign itself, as `%HH`; nil for others.
    package func escapedPath(ofFile name: String) -> String? {
        let bytes = bytes(ofFile: name)
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        return bytes.map { byte in
            byte < 0x80 && byte != UInt8(ascii: "%")
                ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private func bytes(ofFile name: String) -> [UInt8] {
        let path = shown[name]?.bytes ?? Array(name.utf8)
        let base = Array(base.utf8)
        return !base.isEmpty && path.starts(with: base) ? Array(path.dropFirst(base.count)) : path
    }

    /// Returns the path of a file in its archive; nil for one that is in none.
    package func packedPath(ofFile name: String) -> String? {
        guard case .archived? = sources[name] else { return nil }
        return PackedName.split(name)?.path
    }

    /// Returns where a cell of a text file begins, or its row where it names no column; nil for a
    /// workbook's cell, for one in an archive and for what is not there any more.
    ///
    /// - Complexity: linear in the file for the first of its cells, then in the row.
    package mutating func place(of cell: CellAddress) -> TextPlace? {
        guard cell.sheet == nil else { return nil }
        if texts[cell.file] == nil { texts[cell.file] = .some(read(cell.file)) }
        return texts[cell.file]??.place(row: cell.row, column: cell.column ?? 1)
    }

    /// Returns the name under which a file of the drop is known that `path` leads to; nil for one
    /// that is none of them.
    package func name(ofFileAt path: String) -> String? {
        guard case .success(let wanted) = FileStatus.of(FilePath(path)), wanted.kind == .file else {
            return nil
        }
        return sources.first { $0.value.identity == wanted.identity }?.key
    }

    /// Returns the name of the first file in an archive with these bytes; nil where there is none.
    ///
    /// - Complexity: linear in the number of files, and in the bytes of those that are as large.
    package func name(ofPacked bytes: [UInt8]) -> String? {
        sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.first { name in
            guard case .archived(let file)? = sources[name], file.entry.size == bytes.count else {
                return false
            }
            let found = try? FileSource.archived(file).bytes(limit: bytes.count, name: name)
            return found == bytes
        }
    }

    /// Returns the name of the one file whose name, or the end of it, `text` is.
    package func name(like text: String) -> String? {
        if sources[text] != nil { return text }
        let near = sources.keys.filter {
            $0.hasSuffix("/" + text) || $0.hasSuffix(PackedName.sign + text)
        }
        return near.count == 1 ? near.first : nil
    }

    /// Returns the name of a file that `text` may have meant.
    package func suggestion(for text: String) -> String? {
        NearestName.suggestion(for: text, among: sources.keys.sorted())
    }

    /// Returns whether writing to `path` would destroy material: a file of the drop that Hegui did
    /// not write, read or left aside.
    package func isMaterial(_ path: String) -> Bool {
        guard name(ofFileAt: path) != nil || isLeftAside(path) else { return false }
        guard
            case .success(let bytes?) = FileSystem.bytes(
                of: FilePath(path), limit: limits.fileBytes)
        else { return true }
        var drop = Drop()
        let outcome = DropReader(limits: limits).read(bytes, name: "", into: &drop)
        return outcome != .ignored(Diagnostic.madeByHegui("").message)
    }

    private func isLeftAside(_ path: String) -> Bool {
        if case .success(let status) = FileStatus.of(FilePath(path)) {
            others.contains(status.identity)
        } else {
            false
        }
    }

    private mutating func read(_ file: String) -> CSVPlaces? {
        let limit = min(room, limits.fileBytes)
        guard case .disk(let path)? = sources[file],
            case .success(let bytes?) = FileSystem.bytes(of: path, limit: limit),
            SniffedFormat(bytes) == .text, let text = try? DecodedText(bytes, file: file),
            !text.isRepaired
        else { return nil }
        room -= bytes.count
        return CSVPlaces(text.utf8)
    }
}
