internal import HeguiDiagnostics

/// A text in markup as UTF-8, by its mark, by what it says of itself, or by its bytes.
enum MarkupText {
    /// Decodes a text; `declared` is the encoding that stands outside of it, such as in a header.
    /// `isCut` says that it ends inside a character.
    static func utf8(
        _ bytes: [UInt8], declared: String? = nil, file: String
    ) throws(IntakeFailure) -> (utf8: [UInt8], isCut: Bool) {
        if let mark = missingMark(bytes) {
            return (try DecodedText(mark + bytes, file: file).utf8, false)
        }
        let charset = (declared ?? self.declared(in: bytes))?.lowercased() ?? ""
        if foreign.contains(charset), !isValidUTF8(bytes[...]) {
            guard
                case .text(let utf8) = CharacterConversion.convert(
                    bytes, from: charset, to: "UTF-8")
            else {
                throw IntakeFailure(.bytesUndecodable(file, line: 1, tried: charset))
            }
            return (utf8, false)
        }
        // A few characters of the national set may be UTF-8 by accident; a page says what it is.
        if national.contains(charset), isValidUTF8(bytes[...]),
            bytes.contains(where: { $0 > 0x7F }),
            LineEncodings(bytes).firstSurelyUTF8 == nil,
            case .text(let utf8) = GB18030.decode(bytes)
        {
            return (utf8, false)
        }
        let text = try DecodedText(bytes, file: file)
        return (text.utf8, text.droppedLine != nil)
    }

    private static let national: Set<String> = ["gb2312", "gbk", "gb18030", "x-gbk", "cp936"]
    private static let foreign: Set<String> = ["big5", "big5-hkscs", "shift_jis", "euc-kr"]

    /// The mark of UTF-16, where it is left out before a sign of markup.
    private static func missingMark(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0x3C, 0]) { return [0xFF, 0xFE] }
        return bytes.starts(with: [0, 0x3C]) ? [0xFE, 0xFF] : nil
    }

    /// What `charset=` or `encoding=` near the beginning says.
    private static func declared(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8 << 10), as: UTF8.self).lowercased()
        let found = head.firstMatch(of: #/(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_\-]+)/#)
        return found.map { String($0.1) }
    }

    /// The page without marks such as `<![if !vml]>`, which Excel writes around what only some
    /// programs shall see, and which no parser knows.
    static func withoutConditions(_ utf8: [UInt8]) -> [UInt8] {
        let opening = Array("<![".utf8)
        var result = utf8
        var start = 0
        while let found = result[start...].firstRange(of: opening) {
            start = found.upperBound
            let end = result[start...].prefix(200).firstIndex(of: 0x3E)
            // The end of a condition that is a comment goes on with two hyphens.
            guard let end, result[end - 1] == 0x5D else { continue }
            for index in found.lowerBound...end { result[index] = 0x20 }
        }
        return result
    }
}
