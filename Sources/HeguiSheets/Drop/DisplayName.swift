/// How the bytes of a file name are shown to people.
package enum DisplayName {
    /// Returns the name as UTF-8, else as GB18030 (archives made on Chinese Windows), else with the
    /// offending bytes as `\xHH`; control characters are always written as `\xHH`.
    package static func text(_ bytes: [UInt8]) -> String {
        let decoded = String(validating: bytes, as: UTF8.self) ?? GB18030.text(bytes)
        guard let decoded else {
            return bytes.map { $0 >= 0x20 && $0 < 0x7F ? String(UnicodeScalar($0)) : escape($0) }
                .joined()
        }
        guard decoded.unicodeScalars.contains(where: isControl) else { return decoded }
        return decoded.unicodeScalars.map { scalar in
            isControl(scalar)
                ? String(scalar).utf8.map(escape).joined() : String(scalar)
        }.joined()
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.utf8.count == 1 ? "0" + digits : digits)
    }
}
