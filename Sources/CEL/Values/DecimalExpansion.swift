/// The decimal digits of a binary number, all of them.
struct DecimalExpansion {
    /// Digits 0 to 9, the most significant first.
    private var digits: [UInt8]
    /// How many of them stand before the point; may lie outside of them.
    private var point: Int

    init(_ value: Double) {
        // The number is significand × 2^power; a negative power needs as many decimals, 5^n ×
        // 10^-n.
        let significand =
            value == 0 ? 0 : value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
        let power = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
        var words: [UInt32] = [UInt32(truncatingIfNeeded: significand), UInt32(significand >> 32)]
        for _ in 0..<power.magnitude { Self.multiply(&words, by: power < 0 ? 5 : 2) }
        digits = Self.decimal(&words)
        point = digits.count - (power < 0 ? -power : 0)
    }

    private static func multiply(_ words: inout [UInt32], by factor: UInt32) {
        var carry: UInt64 = 0
        for index in words.indices {
            let product = UInt64(words[index]) * UInt64(factor) + carry
            words[index] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry > 0 { words.append(UInt32(carry)) }
    }

    private static func decimal(_ words: inout [UInt32]) -> [UInt8] {
        var digits: [UInt8] = []
        while words.contains(where: { $0 != 0 }) {
            var remainder: UInt64 = 0
            for index in words.indices.reversed() {
                let part = remainder << 32 | UInt64(words[index])
                words[index] = UInt32(part / 1_000_000_000)
                remainder = part % 1_000_000_000
            }
            while let last = words.last, last == 0 { words.removeLast() }
            for _ in 0..<9 {
                digits.append(UInt8(remainder % 10))
                remainder /= 10
            }
        }
        while let last = digits.last, last == 0 { digits.removeLast() }
        return digits.reversed()
    }

    /// The power of ten of the first digit; 0 for zero.
    var exponent: Int { digits.isEmpty ? 0 : point - 1 }

    mutating func shiftPoint(by places: Int) { point += places }

    private func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }

    /// Returns the digits before and after the point, rounded half to even.
    func rounded(to decimals: Int) -> (whole: String, fraction: String) {
        let start = min(0, point - 1)
        let end = point + decimals
        var kept = start < end ? (start..<end).map { digit($0) } : []
        let next = digit(end)
        let isTie =
            next == 5
            && (end + 1 >= digits.count || digits[max(0, end + 1)...].allSatisfy { $0 == 0 })
        let roundsUp = end < digits.count && (isTie ? (kept.last ?? 0) % 2 == 1 : next >= 5)
        if roundsUp {
            var index = kept.count - 1
            while index >= 0, kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
        }
        let text = kept.map { String($0) }
        let whole = text.dropLast(decimals).joined()
        return (whole.isEmpty ? "0" : whole, text.suffix(decimals).joined())
    }
}
