internal import HeguiColumns
package import HeguiDigests
internal import Synchronization

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
///
/// Several threads may ask at once: which file is a copy of which depends on their order alone.
final class CopyIndex: Sendable {
    /// By what they hold: the first of the files that are known to hold it.
    private let known = Mutex<[Digest: Int]>([:])

    /// Notes what a file holds, which is something; returns whether one before it holds the same.
    ///
    /// A file that is read later may turn out to stand before.
    func add(_ digest: Digest, file number: Int) -> Bool {
        known.withLock { known in
            let first = known[digest] ?? number
            known[digest] = min(first, number)
            return first < number
        }
    }

    /// The first file that holds the same, once all are noted.
    func first(with digest: Digest) -> Int? { known.withLock { $0[digest] } }
}
