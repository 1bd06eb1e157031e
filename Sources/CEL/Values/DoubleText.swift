/// Doubles as text.
enum DoubleText {
    /// Returns the shortest text that reads back as `value`. It has an exponent below 1e-4 and from
    /// 1e21 on.
    static func shortest(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return value.sign == .minus ? "-0" : "0" }
        let (digits, exponent) = decimal(value.magnitude)
        let sign = value < 0 ? "-" : ""
        if exponent < -4 || exponent >= 21 {
            let fraction = digits.dropFirst()
            let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
            let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + power
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        if digits.count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// Returns the significant digits of a positive number and the power of ten of the first one.
    private static func decimal(_ value: Double) -> (digits: String, exponent: Int) {
        // Swift prints the shortest digits that read back: `123.5`, `1e-05` or `1.5e+20`.
        let text = value.description
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var exponent = whole.count - 1
        if parts.count > 1, let power = Int(parts[1]) { exponent += power }
        var digits = String(whole + fraction)
        let leading = digits.prefix { $0 == "0" }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.hasSuffix("0") { digits.removeLast() }
        return (digits, exponent)
    }
}

/// Doubles as text with a given number of decimals, rounded half to even from the exact value.
enum DecimalText {
    /// Returns fixed notation, such as `123.450`.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return DoubleText.shortest(value) }
        let exact = DecimalExpansion(value.magnitude)
        let (whole, fraction) = exact.rounded(to: decimals)
        return sign(value) + whole + (decimals == 0 ? "" : "." + fraction)
    }

    /// Returns scientific notation, such as `1.234500e+02`.
    static func scientific(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return DoubleText.shortest(value) }
        var exact = DecimalExpansion(value.magnitude)
        var exponent = exact.exponent
        exact.shiftPoint(by: -exponent)
        var (whole, fraction) = exact.rounded(to: decimals)
        if whole == "10" {
            whole = "1"
            exponent += 1
            fraction = String(repeating: "0", count: decimals)
        }
        let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
        return sign(value) + whole + (decimals == 0 ? "" : "." + fraction)
            + (exponent < 0 ? "e-" : "e+") + power
    }

    private static func sign(_ value: Double) -> String { value.sign == .minus ? "-" : "" }
}

/// All decimal digits of a binary number.
struct DecimalExpansion {
    /// Digits 0 to 9, the most significant first.
    private var digits: [UInt8]
    /// The number of digits before the point. It may be negative, or greater than their count.
    private var point: Int

    init(_ value: Double) {
        // The number is significand × 2^power. For a negative power, 2^-n is 5^n × 10^-n, which has n
        // decimals.
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
