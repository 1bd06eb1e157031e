internal import Glibc

/// The national character set of China, converted by glibc's iconv.
enum GB18030 {
    /// What came out of a conversion: text in UTF-8, or where it stopped.
    enum Outcome: Equatable {
        case text([UInt8])
        case undecodable(offset: Int)
        /// The C library knows no GB18030.
        case unavailable
    }

    static func decode(_ bytes: [UInt8]) -> Outcome {
        let converter = unsafe iconv_open("UTF-8", "GB18030")
        guard unsafe converter != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { unsafe iconv_close(converter) }
        // Two bytes become at most three, four bytes at most four.
        let room = bytes.count * 2 + 16
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

    /// Returns the bytes as text, or nil where they are not GB18030.
    static func text(_ bytes: [UInt8]) -> String? {
        guard case .text(let utf8) = decode(bytes) else { return nil }
        return String(validating: utf8, as: UTF8.self)
    }
}
