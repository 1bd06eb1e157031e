/// Labels of rows, to find those that stand in a text without looking at each of them; put in order
/// when one is first looked for.
final class LabelSearch {
    private let given: [String]
    /// In the order of their bytes.
    private lazy var labels = given.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    /// The bytes of the labels.
    private lazy var spelled = labels.map { Array($0.utf8) }

    /// The most labels that may stand in one text; where there are more, none can be meant.
    private static let most = 50

    /// An index of labels, each given once.
    init(_ labels: some Sequence<String>) {
        given = labels.filter { !$0.isEmpty }
    }

    /// Returns the labels that stand somewhere in a text; nil where they are very many.
    ///
    /// - Complexity: O(l · m · log n) for a text of l bytes that shares at most m in a row with a label.
    func inside(_ text: String) -> [String]? {
        let bytes = Array(text.utf8)
        var found: Set<Int> = []
        for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
            found.formUnion(prefixes(of: bytes[start...]))
            guard found.count <= Self.most else { return nil }
        }
        return found.sorted().map { labels[$0] }
    }

    /// Returns the longest label with which a text begins.
    func longestPrefix(of text: String) -> String? {
        prefixes(of: Array(text.utf8)[...]).last.map { labels[$0] }
    }

    /// Returns the longest label with which a text begins, such as 区住建局 in 区住建局科员, with what
    /// follows it; nil where there is none.
    func knownPrefix(of text: String) -> (name: String, rest: String)? {
        let plain = text.compact
        return longestPrefix(of: plain).map { ($0, String(plain.dropFirst($0.count))) }
    }

    /// The labels with which the bytes begin, the shortest first.
    private func prefixes(of bytes: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = []
        // The labels that begin like the bytes looked at so far.
        var alike = spelled.indices
        for (depth, byte) in bytes.enumerated() {
            alike = narrowed(alike, to: byte, at: depth)
            guard let first = alike.first else { break }
            // Of labels that begin alike the shortest comes first.
            guard spelled[first].count == depth + 1 else { continue }
            found.append(first)
            alike = first + 1..<alike.upperBound
        }
        return found
    }

    /// Those of the labels, all longer than `depth` and alike up to there, that have the byte there.
    private func narrowed(_ alike: Range<Int>, to byte: UInt8, at depth: Int) -> Range<Int> {
        func position(_ isBefore: (UInt8) -> Bool) -> Int {
            var low = alike.lowerBound
            var high = alike.upperBound
            while low < high {
                let middle = (low + high) / 2
                if isBefore(spelled[middle][depth]) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return position { $0 < byte }..<position { $0 <= byte }
    }
}
