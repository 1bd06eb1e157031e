/// The anchor and the tag in front of a node.
struct NodeProperties {
    private(set) var tag: Range<Int>?
    /// Where the node itself begins.
    private(set) var end: Int

    /// Reads `&anchor !tag`, in either order, from the beginning of `range`.
    init(_ bytes: [UInt8], range: Range<Int>) {
        end = range.lowerBound
        while end < range.upperBound, bytes[end] == 0x26 || bytes[end] == 0x21 {
            let start = end
            while end < range.upperBound, !Self.isSpace(bytes[end]) { end += 1 }
            if bytes[start] == 0x21 { tag = start..<end }
            skipSpace(bytes, before: range.upperBound)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        LineBreak.isBlank(byte) || byte == 0x0A || byte == 0x0D
    }

    private mutating func skipSpace(_ bytes: [UInt8], before limit: Int) {
        while end < limit {
            if bytes[end] == 0x23 {
                while end < limit, bytes[end] != 0x0A && bytes[end] != 0x0D { end += 1 }
            } else if Self.isSpace(bytes[end]) {
                end += 1
            } else {
                return
            }
        }
    }
}
