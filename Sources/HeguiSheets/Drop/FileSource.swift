/// Where the bytes of a file of a drop are.
package enum FileSource: Sendable {
    case disk(FilePath)
    case archived(ArchivedFile)

    /// Returns the bytes of the file, or nil where it has more than `limit`; `name` is what people
    /// know it by.
    package func bytes(limit: Int, name: String) throws(IntakeFailure) -> [UInt8]? {
        switch self {
        case .disk(let path):
            switch FileSystem.bytes(of: path, limit: limit) {
            case .success(let bytes): return bytes
            case .failure(let failure):
                throw IntakeFailure(.pathUnreadable(name, reason: failure.reason))
            }
        case .archived(let file):
            guard file.entry.size <= limit else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(file.entry.size)
            try file.read(name: name) { block throws(IntakeFailure) in bytes += block }
            return bytes
        }
    }

    /// Opens the file to be read in pieces, one of an archive unpacked; nil where that fails.
    package func opened(name: String, size: Int) -> ColumnFile? {
        switch self {
        case .disk(let path): ColumnFile(path, name: name, size: size)
        case .archived(let file): try? file.unpacked(name: name)
        }
    }

    /// Hands a path to `body` at which this process and those that it starts can open the file; nil
    /// where there is none.
    package func withPath<Result>(name: String, _ body: (String) -> Result) -> Result? {
        switch self {
        case .disk(let path): return body(PathText.text(of: path.bytes))
        case .archived(let file):
            guard let unpacked = try? file.unpacked(name: name) else { return nil }
            return withExtendedLifetime(unpacked) { body(unpacked.inheritedPath) }
        }
    }

    /// What makes it the same file under whatever path it is met; nil where it is gone.
    var identity: FileIdentity? {
        switch self {
        case .disk(let path):
            guard case .success(let status) = FileStatus.of(path) else { return nil }
            return status.identity
        case .archived(let file): return Self.identity(of: file.entry, in: file.archive)
        }
    }

    private static func identity(of entry: ArchiveEntry, in place: ArchivePlace) -> FileIdentity? {
        let outer: FileIdentity? =
            switch place {
            case .disk(let path): FileSource.disk(path).identity
            case .entry(let inner, let outer): identity(of: inner, in: outer)
            }
        guard var identity = outer else { return nil }
        identity.entries.append(entry.index)
        return identity
    }
}
