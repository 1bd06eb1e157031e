/// A decimal number as written, digit for digit.
package struct ExactDecimal: Hashable, Sendable {
    package var isNegative = false
    /// Significant digits without zeros in front; empty for zero.
    package private(set) var digits: [UInt8] = []
    /// How many of the digits stand behind the point; never negative.
    package private(set) var scale = 0

    /// Reads `-12.50`, `1.9900000003E+10` and the like; nil for anything else.
    package init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        if rest.first == 0x2D || rest.first == 0x2B { isNegative = rest.removeFirst() == 0x2D }
        var exponent = 0
        if let mark = rest.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) {
            guard let value = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)),
                (-400...400).contains(value)
            else { return nil }
            exponent = value
            rest = rest[..<mark]
        }
        var point: Int?
        digits.reserveCapacity(rest.count)
        for (place, byte) in rest.enumerated() {
            if byte == 0x2E, point == nil {
                point = place
            } else if (0x30...0x39).contains(byte) {
                digits.append(byte)
            } else {
                return nil
            }
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        scale = (point.map { digits.count - $0 } ?? 0) - exponent
        normalise()
    }

    private mutating func normalise() {
        if scale < 0 {
            digits += [UInt8](repeating: 0x30, count: -scale)
            scale = 0
        }
        while scale > 0, digits.last == 0x30 {
            digits.removeLast()
            scale -= 1
        }
        if digits.first == 0x30 { digits = Array(digits.drop { $0 == 0x30 }) }
        if digits.isEmpty { (scale, isNegative) = (0, false) }
    }

    /// The number without an exponent: `19900000003`, `-0.5`.
    package var text: String {
        if scale == 0, !isNegative, !digits.isEmpty {
            return String(decoding: digits, as: UTF8.self)
        }
        let padding = [UInt8](repeating: 0x30, count: max(0, scale + 1 - digits.count))
        let all = padding + digits
        let whole = String(decoding: all.dropLast(scale), as: UTF8.self)
        let sign = isNegative ? "-" : ""
        guard scale > 0 else { return sign + whole }
        return sign + whole + "." + String(decoding: all.suffix(scale), as: UTF8.self)
    }

    /// The number if it is whole and fits.
    var integer: Int? { scale == 0 ? Int(text) : nil }

    /// The number towards zero.
    var wholePart: Int? {
        let whole = digits.dropLast(scale)
        if whole.count < 18 {
            let value = whole.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return isNegative ? -value : value
        }
        return text.split(separator: ".").first.flatMap { Int($0) }
    }

    /// Returns the number as spreadsheets show it: at most 15 significant digits, which takes away
    /// what binary arithmetic has left (`2013.0999999999999` is 2013.1).
    package var shown: ExactDecimal {
        guard digits.count > 15, scale > 0 else { return self }
        var result = self
        let dropped = min(digits.count - 15, scale)
        let roundsUp = digits[digits.count - dropped] >= 0x35
        result.digits.removeLast(dropped)
        result.scale -= dropped
        if roundsUp { result.addOneAtEnd() }
        result.normalise()
        return result
    }

    private mutating func addOneAtEnd() {
        for index in digits.indices.reversed() {
            guard digits[index] == 0x39 else {
                digits[index] += 1
                return
            }
            digits[index] = 0x30
        }
        digits.insert(0x31, at: 0)
    }

    /// The part behind the point in seconds of a day, rounded; 86,400 where it rounds to a day.
    var secondsOfDay: Int {
        if scale == 0 { return 0 }
        let behind = [UInt8](repeating: 0x30, count: max(0, scale - digits.count)) + digits
        let fraction = behind.suffix(scale).prefix(12)
        var value = 0
        for digit in fraction { value = value * 10 + Int(digit - 0x30) }
        for _ in fraction.count..<12 { value *= 10 }
        return (value * 86_400 + 500_000_000_000) / 1_000_000_000_000
    }
}
