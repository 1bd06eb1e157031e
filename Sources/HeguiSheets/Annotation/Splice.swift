/// Changes to a part's bytes that leave all else as it is.
struct Splice {
    private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

    /// Puts `text` in place of `range`; what is put in at one place stays in order.
    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, Array(text.utf8)))
    }

    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// Returns `bytes` with all changes made; ranges may not overlap.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        let order = edits.indices.sorted { left, right in
            let (first, second) = (edits[left].range, edits[right].range)
            // What is put in before a tag comes before what takes the tag's place.
            return (first.lowerBound, first.upperBound, left)
                < (second.lowerBound, second.upperBound, right)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
        var done = 0
        for edit in order.map({ edits[$0] }) {
            result += bytes[done..<edit.range.lowerBound]
            result += edit.bytes
            done = edit.range.upperBound
        }
        return result + bytes[done...]
    }
}
