/// Addresses of pages about rules and codes, which are made of one address with a place for the id.
public struct HelpLinks: Hashable, Sendable {
    private static let place = "{id}"

    private let before: String
    private let after: String

    /// Makes links of an address such as `https://example.org/rules/{id}.html`; nil where it does not
    /// begin with `https://` or `http://`, holds what no address does, or has no `{id}`.
    public init?(_ template: String) {
        guard template.hasPrefix("https://") || template.hasPrefix("http://"),
            let place = template.firstRange(of: Self.place)
        else { return nil }
        let (before, after) = (template[..<place.lowerBound], template[place.upperBound...])
        guard (before + after).utf8.allSatisfy(Self.mayStand) else { return nil }
        self.before = String(before)
        self.after = String(after)
    }

    /// Returns the address of the page about `id`, with what no address holds as `%` and two digits a
    /// byte (RFC 3986).
    public func address(of id: String) -> String {
        var text = before
        for byte in id.utf8 {
            if Self.isPlain(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + String(UInt16(byte) | 0x100, radix: 16, uppercase: true).dropFirst()
            }
        }
        return text + after
    }

    /// Whether it stands for itself wherever it is.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    /// Whether an address may hold it.
    private static func mayStand(_ byte: UInt8) -> Bool {
        isPlain(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
}
