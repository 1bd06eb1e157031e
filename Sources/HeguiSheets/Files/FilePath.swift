/// A path as the operating system knows it: bytes that need not be valid text.
package struct FilePath: Hashable, Sendable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The path with a closing NUL, for C.
    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    /// The part after the last slash; a slash at the end does not count.
    package var lastComponent: [UInt8] {
        let trimmed = bytes.reversed().drop { $0 == 0x2F }
        return Array(trimmed.prefix { $0 != 0x2F }.reversed())
    }

    func appending(_ name: [UInt8]) -> FilePath {
        FilePath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
    }
}
