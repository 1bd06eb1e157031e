/// A SHA-256 digest: equal for equal bytes, and for practical purposes for those alone.
package struct Digest: Hashable, Sendable {
    static let byteCount = 32

    private let bytes: [UInt8]

    /// The digest of `content`.
    ///
    /// - Complexity: linear in the bytes, some 2 GB a second.
    package init(of content: some Sequence<UInt8>) {
        var digester = Digester()
        digester.add(Array(content))
        self = digester.finish()
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The digest as 64 hexadecimal digits in lower case, as `sha256sum` prints it.
    package var hex: String { hex(byteCount: bytes.count) }

    /// Returns the first `byteCount` bytes as hexadecimal digits in lower case.
    package func hex(byteCount: Int) -> String {
        var text = ""
        for byte in bytes.prefix(byteCount) {
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
        return text
    }
}

extension Digest {
    /// The digest in Base64, as policies of web pages name it.
    package var base64: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                text.append(isPadding ? "=" : alphabet[bits >> (18 - 6 * place) & 63])
            }
        }
        return text
    }
}
