import HeguiTestSupport

/// Texts with some of their characters, tags and numbers changed.
enum MutatedText {
    private static let nasty = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "1E-9223372036854775808",
        "9223372036854775807.99999999", "0", "-1", "1048577", "XFD1048576", "A0", "ZZZZZZZZ1",
        "A1:A1",
        "B2:A1", "A1:XFD1048576", "2958466", "60", "NaN", "", "0000-00-00", "9999-12-31", "_xFFFF_",
        "４１２７８", "1e400", "2147483648", "99999999999999999999年", "../x.xml", "/xl/workbook.xml",
    ]

    /// The text with one number, word or stretch put in place of another.
    static func mutated(_ text: String, _ numbers: inout SeededNumbers) -> String {
        var bytes = Array(text.utf8)
        let start = Int(numbers.next() % UInt64(max(1, bytes.count)))
        switch numbers.next() % 5 {
        case 0:
            // A value: what stands between two signs.
            let from = bytes[..<start].lastIndex { "'>".utf8.contains($0) } ?? 0
            let to = bytes[start...].firstIndex { "'<".utf8.contains($0) } ?? bytes.count
            if from + 1 <= to {
                bytes.replaceSubrange((from + 1)..<to, with: numbers.one(of: nasty).utf8)
            }
        case 1: bytes.insert(contentsOf: numbers.one(of: nasty).utf8, at: start)
        case 2:
            let end = min(bytes.count, start + Int(numbers.next() % 20))
            bytes.removeSubrange(start..<end)
        case 3:
            let end = min(bytes.count, start + Int(numbers.next() % 60))
            bytes.insert(contentsOf: bytes[start..<end], at: start)
        default: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: numbers.next()) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
