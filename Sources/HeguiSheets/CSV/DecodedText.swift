internal import HeguiDiagnostics

/// A text file as valid UTF-8, with the encoding that was taken for it.
struct DecodedText: Equatable {
    /// Without a byte order mark.
    private(set) var utf8: [UInt8]
    let encoding: TextEncoding
    /// The number of the last line, where the file ends inside one of its characters; the text is
    /// without that line.
    private(set) var droppedLine: Int?

    /// What people may want to know of how it was decoded.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether it is other text than the file holds as it stands.
    private(set) var isRepaired = false

    /// Decodes by byte order mark, else as UTF-16 where its zero bytes say so, else as strict UTF-8,
    /// else as GB18030, or Big5 where that alone gives everyday characters.
    ///
    /// Nothing is ever replaced: bytes that do not decode fail the file with I0101, I0102, I0103 or
    /// I0112. Chinese that an earlier conversion took for something else is brought back where
    /// nothing was lost, and said; else the file fails with I0114.
    init(_ bytes: [UInt8], file: String) throws(IntakeFailure) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8WithMark
            let text = Array(bytes.dropFirst(3))
            guard isValidUTF8(text[...]) else { throw DecodedText.damage(text, file: file) }
            utf8 = text
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
            utf8 = try DecodedText.wide(bytes, encoding: encoding, file: file)
        } else if let wide = WideText.guess(bytes) {
            utf8 = wide.utf8
            encoding = wide.encoding
        } else if WideText.lacksHalf(bytes) {
            throw IntakeFailure(.nulByte(file, line: 1, looksWide: true))
        } else if isValidUTF8(bytes[...]) {
            utf8 = bytes
            encoding = .utf8
        } else {
            let found = try DecodedText.national(bytes, file: file)
            utf8 = found.utf8
            encoding = found.encoding
            if found.isCut { droppedLine = lineNumber(of: bytes.count, in: bytes) }
            if encoding == .big5 { diagnostics.append(.readAsBig5(file)) }
        }
        if let offset = utf8.firstIndex(of: 0) {
            let nulCount = utf8.count { $0 == 0 }
            throw IntakeFailure(
                .nulByte(
                    file, line: lineNumber(of: offset, in: utf8),
                    looksWide: nulCount * 4 > utf8.count
                )
            )
        }
        try repair(file)
    }

    private mutating func repair(_ file: String) throws(IntakeFailure) {
        guard encoding == .utf8 || encoding == .utf8WithMark, let mojibake = Mojibake(utf8) else {
            return
        }
        guard let text = mojibake.repaired(utf8) else {
            throw IntakeFailure(.textGarbled(file, headings: mojibake.headings))
        }
        utf8 = text
        isRepaired = true
        diagnostics.append(.textRepaired(file, headings: mojibake.headings))
    }

    /// Decodes what is not UTF-8 as a whole: GB18030, or either of the two but for a last line that
    /// ends inside a character.
    private static func national(
        _ bytes: [UInt8], file: String
    ) throws(IntakeFailure) -> (utf8: [UInt8], encoding: TextEncoding, isCut: Bool) {
        let lines = LineEncodings(bytes)
        let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let isLastCut = start > 0 && !endsWhole(bytes[start...])
        if let utf8Line = lines.firstSurelyUTF8, let otherLine = lines.firstNotUTF8 {
            if isLastCut, isValidUTF8(bytes[..<start]) {
                return (Array(bytes[..<start]), .utf8, true)
            }
            guard lines.isNotUTF8NationalOnly else { throw damage(bytes, file: file) }
            throw IntakeFailure(
                .encodingMixed(file, utf8Line: utf8Line, otherLine: otherLine)
            )
        }
        switch NationalShares(bytes).guess {
        case .gb18030: break
        case .big5:
            if let utf8 = Big5.decode(bytes) { return (utf8, .big5, false) }
        case .open:
            if Big5.decode(bytes) != nil { throw IntakeFailure(.nationalSetOpen(file)) }
        }
        switch GB18030.decode(bytes) {
        case .text(let utf8):
            return (utf8, .gb18030, false)
        case .undecodable(let offset):
            if isLastCut, offset >= start,
                case .text(let utf8) = GB18030.decode(Array(bytes[..<start]))
            {
                return (utf8, .gb18030, true)
            }
            let line = lineNumber(of: offset, in: bytes)
            throw IntakeFailure(.bytesUndecodable(file, line: line, tried: "UTF-8, GB18030"))
        case .unavailable:
            throw damage(bytes, file: file)
        }
    }

    /// Whether a line would decode, as UTF-8 or GB18030, were it not for its last one to three
    /// bytes: then the file was cut short, not damaged.
    private static func endsWhole(_ line: ArraySlice<UInt8>) -> Bool {
        for length in 1...3 where line.count > length {
            let rest = Array(line.dropLast(length))
            if isValidUTF8(rest[...]) || GB18030.text(rest) != nil { return false }
        }
        return true
    }

    /// The first line that is not UTF-8, where the file surely is meant to be.
    private static func damage(_ bytes: [UInt8], file: String) -> IntakeFailure {
        let line = LineEncodings(bytes).firstNotUTF8 ?? 1
        return IntakeFailure(.bytesUndecodable(file, line: line, tried: "UTF-8"))
    }

    private static func wide(
        _ bytes: [UInt8], encoding: TextEncoding, file: String
    ) throws(IntakeFailure) -> [UInt8] {
        // Behind the mark.
        let units = WideText.units(
            of: bytes.dropFirst(2), isBigEndian: encoding == .utf16BigEndian)
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
        else {
            let line = 1 + units.count { $0 == 0x0A }
            throw IntakeFailure(
                .bytesUndecodable(file, line: line, tried: encoding.rawValue)
            )
        }
        return Array(text.utf8)
    }
}

/// Returns whether the bytes are strict UTF-8.
package func isValidUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}

/// Returns the 1-based line of a byte; CRLF, CR and LF each end a line.
func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) {
        if bytes[index] == 0x0A {
            line += 1
        } else if bytes[index] == 0x0D, index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
            line += 1
        }
    }
    return line
}

/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "Big5"
}
