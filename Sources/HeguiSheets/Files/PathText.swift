/// Paths that are no UTF-8, such as names in GBK from an archive, as texts from which their bytes can be
/// told again.
package enum PathText {
    /// What stands for a byte that is no text, less the byte: of the last plane, which no text uses.
    private static let base: UInt32 = 0x10_FE00
    private static let standIns: ClosedRange<UInt32> = base + 0x80...base + 0xFF

    /// Returns the text of a path.
    package static func text(of bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), isReadable(text) { return text }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            // A character takes at most four bytes.
            let length = (1...min(4, rest.count)).first { count in
                let piece = String(validating: rest.prefix(count), as: UTF8.self)
                return piece.map { isReadable($0) } ?? false
            }
            if let length {
                text.append(
                    contentsOf: String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars)
            } else if let scalar = Unicode.Scalar(base + UInt32(first)) {
                text.append(scalar)
            }
            rest = rest.dropFirst(length ?? 1)
        }
        return String(text)
    }

    /// Returns the bytes of the path that a text stands for.
    package static func bytes(of text: String) -> [UInt8] {
        guard !isReadable(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            standIns.contains(scalar.value)
                ? [UInt8(truncatingIfNeeded: scalar.value - base)] : Array(String(scalar).utf8)
        }
    }

    /// Returns whether a text is the path itself.
    package static func isReadable(_ text: String) -> Bool {
        // Most paths have no character of the last plane at all.
        guard text.utf8.contains(0xF4) else { return true }
        return !text.unicodeScalars.contains { standIns.contains($0.value) }
    }
}
