/// Finds files with the same bytes, such as a table saved again as `…(2).xlsx`, which would count
/// everybody twice.
struct CopyIndex {
    private struct Key: Hashable {
        let size: Int
        let hash: Int
    }

    private var known: [Key: [(name: String, path: FilePath)]] = [:]

    /// Returns the name of an earlier file with these bytes, or remembers this one.
    mutating func first(_ bytes: [UInt8], name: String, path: FilePath) -> String? {
        guard !bytes.isEmpty else { return nil }
        let key = Key(size: bytes.count, hash: bytes.hashValue)
        for other in known[key] ?? [] {
            // Equal hashes are no proof.
            let result = FileSystem.bytes(of: other.path, limit: bytes.count)
            if case .success(bytes) = result { return other.name }
        }
        known[key, default: []].append((name, path))
        return nil
    }
}
