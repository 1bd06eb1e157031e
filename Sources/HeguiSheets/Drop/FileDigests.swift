internal import HeguiColumns
package import HeguiDigests

/// The digests of the files of a drop, read block by block.
package enum FileDigests {
    private static let block = 1 << 20

    /// Returns the digest of each file of a drop, by the name that people see.
    ///
    /// A file that cannot be read has none.
    ///
    /// - Complexity: linear in the bytes of the files.
    package static func of(_ drop: DropSelection) -> [String: Digest] {
        var digests: [String: Digest] = [:]
        for file in DropListing(of: drop).found {
            if let opened = file.source.opened(name: file.name, size: file.size) {
                digests[file.name] = digest(of: opened)
            }
        }
        return digests
    }

    private static func digest(of file: ColumnFile) -> Digest? {
        var digester = Digester()
        let text = TextBuffer(capacity: block)
        var offset = 0
        while offset < file.size {
            let got = file.read(min(block, file.size - offset), at: offset, into: text)
            guard got > 0 else { return nil }
            digester.add(text.bytes(0..<got))
            offset += got
        }
        return digester.finish()
    }
}

/// Finds files with the same bytes, such as a table saved again as `…(2).xlsx`, which would count
/// everybody twice.
struct CopyIndex {
    private struct Key: Hashable {
        let size: Int
        let hash: Int
    }

    private var known: [Key: [(name: String, source: FileSource)]] = [:]

    /// Returns the name of an earlier file with these bytes, or remembers this one.
    mutating func first(_ bytes: [UInt8], name: String, _ source: FileSource) -> String? {
        guard !bytes.isEmpty else { return nil }
        let key = Key(size: bytes.count, hash: bytes.hashValue)
        for other in known[key] ?? [] {
            // Equal hashes are no proof.
            let found = try? other.source.bytes(limit: bytes.count, name: other.name)
            if found == bytes { return other.name }
        }
        known[key, default: []].append((name, source))
        return nil
    }
}
