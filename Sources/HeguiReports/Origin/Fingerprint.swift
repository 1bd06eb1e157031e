import HeguiDigests

/// What a finding is known by from one review to the next: 32 hexadecimal digits.
///
/// Equal findings of two reviews have equal fingerprints wherever their rows have moved to. Values
/// do not enter it, so a finding whose figure changed is still the same one.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// The fingerprint of what `parts` name, in this order.
    ///
    /// Each part is written with its length, so that no two lists are taken for one.
    init(_ parts: [String]) {
        var digester = Digester()
        for part in parts { digester.add(Array("\(part.utf8.count):\(part),".utf8)) }
        description = digester.finish().hex(byteCount: 16)
    }
}
