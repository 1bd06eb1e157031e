/// The form of keys such as `M0000001`: the same beginning, then the same number of digits.
package struct KeyPattern: Hashable, Sendable {
    package let prefix: [UInt8]
    package let digits: Int

    package var length: Int { prefix.count + digits }

    /// Returns the pattern of a key that ends in one to nine digits behind at most eight other
    /// bytes, or nil.
    package init?(of key: [UInt8]) {
        let digits = key.reversed().prefix { (0x30...0x39).contains($0) }.count
        // Digits in front of a long number belong to the beginning.
        let used = min(digits, 9)
        guard digits > 0, key.count - used <= 8 else { return nil }
        prefix = Array(key.dropLast(used))
        self.digits = used
    }

    /// Whether no key of this form is a word that makes its row no row of data, to `RowStart`.
    var isNoWord: Bool {
        guard let first = prefix.first else { return true }
        return first > 0x20 && first < 0x80 && first != 0x28
    }

    /// Returns the key of `number`.
    package func key(_ number: Int32) -> [UInt8] {
        var key = prefix + [UInt8](repeating: 0x30, count: digits)
        var rest = number
        var place = key.count
        while rest > 0, place > prefix.count {
            place -= 1
            key[place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        return key
    }

    /// Returns the number of a key of this form, or nil.
    package func number(_ key: [UInt8]) -> Int32? {
        guard key.count == length, key.starts(with: prefix) else { return nil }
        var number: Int32 = 0
        for byte in key[prefix.count...] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int32(byte - 0x30)
        }
        return number
    }
}

/// Writes the keys of a pattern as texts, one after another.
package struct KeyWriter: Sendable {
    private let length: Int
    private let digits: Int
    /// The prefix, of at most eight bytes.
    private let prefix: UInt64

    package init(_ pattern: KeyPattern) {
        length = pattern.length
        digits = pattern.digits
        var prefix: UInt64 = 0
        for (place, byte) in pattern.prefix.enumerated() {
            prefix |= UInt64(byte) << UInt64(8 * place)
        }
        self.prefix = prefix
    }

    /// Returns the key of `number`, without any memory where it is short.
    @inline(__always)
    package func text(_ number: Int32) -> String {
        // Room for a prefix of eight bytes and nine digits.
        unsafe withUnsafeTemporaryAllocation(byteCount: 24, alignment: 8) { bytes in
            unsafe bytes.storeBytes(of: prefix.littleEndian, as: UInt64.self)
            var rest = UInt32(bitPattern: number)
            var place = length &- 1
            for _ in 0..<digits {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                unsafe bytes[place] = UInt8(truncatingIfNeeded: 0x30 &+ digit)
                rest = quotient
                place &-= 1
            }
            return unsafe String(
                decoding: UnsafeRawBufferPointer(rebasing: bytes[0..<length]), as: UTF8.self)
        }
    }
}

/// The pattern laid out for the scanner, which reads eight bytes at once; there may be bytes of
/// other fields before a key.
struct KeyMatcher {
    private let length: Int
    private let prefixLength: Int
    /// The prefix, and which bytes of it count.
    private let prefix: UInt64
    private let prefixMask: UInt64
    /// Which of the last eight bytes are digits.
    private let digitMask: UInt64
    private let hasNinthDigit: Bool

    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    init(_ pattern: KeyPattern) {
        length = pattern.length
        prefixLength = pattern.prefix.count
        var prefix: UInt64 = 0
        for (place, byte) in pattern.prefix.enumerated() {
            prefix |= UInt64(byte) << UInt64(8 * place)
        }
        self.prefix = prefix
        prefixMask = prefixLength == 8 ? .max : (1 << UInt64(8 * prefixLength)) - 1
        let digits = min(pattern.digits, 8)
        digitMask = digits == 8 ? .max : ~(.max >> UInt64(8 * digits))
        hasNinthDigit = pattern.digits > 8
    }

    /// Returns the number of the key, or -1 for one of another form.
    @inline(__always)
    func number(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        guard count == length else { return -1 }
        let raw = unsafe UnsafeRawPointer(text)
        let first = unsafe raw.loadUnaligned(as: UInt64.self)
        if (UInt64(littleEndian: first) ^ prefix) & prefixMask != 0 { return -1 }
        let last = unsafe (raw + count - 8).loadUnaligned(as: UInt64.self)
        let word = UInt64(littleEndian: last) & digitMask | Self.zeros & ~digitMask
        guard let low = Self.number(word) else { return -1 }
        guard hasNinthDigit else { return low }
        let ninth = unsafe text[count - 9] &- 0x30
        return ninth > 9 ? -1 : low + Int32(ninth) * 100_000_000
    }

    /// The number that eight digits are, the first in the lowest byte; nil where one is none.
    @inline(__always)
    private static func number(_ digits: UInt64) -> Int32? {
        let value = digits ^ zeros
        // A digit is at most nine: adding six to it leaves its high half empty.
        if (value | (value &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 != 0 { return nil }
        let pairs = (value &* 10 &+ value >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        let all = (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
        return Int32(truncatingIfNeeded: all)
    }
}
