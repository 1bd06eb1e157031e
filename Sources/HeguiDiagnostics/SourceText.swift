/// A text file's name and bytes, with the table of its lines.
package struct SourceText: Sendable {
    /// The file's name as shown to people.
    package let name: String
    package let bytes: [UInt8]
    /// Byte offset of each line's first byte.
    package let lineStarts: [Int]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }
}
