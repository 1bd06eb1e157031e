import Glibc

/// Texts in one character set as those in another, converted by glibc's iconv.
enum CharacterConversion {
    /// What came out of a conversion: bytes, or where it stopped.
    enum Outcome: Equatable {
        case text([UInt8])
        case undecodable(offset: Int)
        /// The C library does not know one of the sets.
        case unavailable
    }

    static func convert(_ bytes: [UInt8], from old: String, to new: String) -> Outcome {
        let converter = unsafe iconv_open(new, old)
        guard unsafe converter != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { unsafe iconv_close(converter) }
        // One byte becomes at most three.
        let room = bytes.count * 3 + 16
        var source = bytes.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: room)
        var sourceLeft = source.count
        var targetLeft = room
        let status = unsafe source.withUnsafeMutableBufferPointer { input in
            unsafe target.withUnsafeMutableBufferPointer { output in
                var next = input.baseAddress
                var free = output.baseAddress
                return unsafe iconv(converter, &next, &sourceLeft, &free, &targetLeft)
            }
        }
        guard status != -1, sourceLeft == 0 else {
            return .undecodable(offset: bytes.count - sourceLeft)
        }
        return .text(target[..<(room - targetLeft)].map { UInt8(bitPattern: $0) })
    }
}

/// The national character set of China.
enum GB18030 {
    static func decode(_ bytes: [UInt8]) -> CharacterConversion.Outcome {
        CharacterConversion.convert(bytes, from: "GB18030", to: "UTF-8")
    }

    /// Returns the bytes as text, or nil where they are not GB18030.
    static func text(_ bytes: [UInt8]) -> String? {
        guard case .text(let utf8) = decode(bytes) else { return nil }
        return String(validating: utf8, as: UTF8.self)
    }

    /// Returns the bytes of a text in UTF-8, nil where it has characters that are not Unicode's.
    static func encode(_ utf8: [UInt8]) -> [UInt8]? {
        let result = CharacterConversion.convert(utf8, from: "UTF-8", to: "GB18030")
        guard case .text(let bytes) = result else { return nil }
        return bytes
    }
}

/// The character set of Taiwan and Hong Kong before Unicode.
enum Big5 {
    static func decode(_ bytes: [UInt8]) -> [UInt8]? {
        let result = CharacterConversion.convert(bytes, from: "BIG5", to: "UTF-8")
        guard case .text(let utf8) = result else { return nil }
        return utf8
    }
}
