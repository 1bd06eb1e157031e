/// Digits that stand together in a text, in any script.
struct DigitRun {
    /// Where the digits stand among the scalars of the text.
    let places: Range<Int>
    let digits: [UInt8]
    /// Where an `X` stands behind them that may end an identity number.
    let ending: Int?

    /// Returns the runs of a text but those that are part of a digest or of an organisation's code.
    static func all(in scalars: [Unicode.Scalar]) -> [DigitRun] {
        var runs: [DigitRun] = []
        var index = 0
        while index < scalars.count {
            guard digit(scalars[index]) != nil else {
                index += 1
                continue
            }
            let start = index
            var digits: [UInt8] = []
            while index < scalars.count, let digit = digit(scalars[index]) {
                digits.append(digit)
                index += 1
            }
            if !CodeWord.holds(start..<index, in: scalars) {
                let ending = ending(at: index, behind: digits.count, in: scalars)
                runs.append(DigitRun(places: start..<index, digits: digits, ending: ending))
            }
        }
        return runs
    }

    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
        case 0..<0x660, 0x2000..<0xA620, 0xAC00..<0xFF10: nil
        case _ where scalar.properties.numericType == .decimal:
            scalar.properties.numericValue.map { UInt8($0) }
        default: nil
        }
    }

    private static func ending(
        at index: Int, behind count: Int, in scalars: [Unicode.Scalar]
    ) -> Int? {
        guard index < scalars.count, ["X", "x", "Ｘ", "ｘ"].contains(scalars[index]) else {
            return nil
        }
        // Before a digit it says that an extension follows.
        let isLast = index + 1 == scalars.count || digit(scalars[index + 1]) == nil
        return isLast || count == 17 ? index : nil
    }
}

/// Words of letters and digits in which a number of a person is nothing but chance.
private enum CodeWord {
    private static let signs = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

    /// Whether the word around these digits is a digest, or an organisation's code by its check sign.
    static func holds(_ places: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        guard places.count >= 11 else { return false }
        var (start, end) = (places.lowerBound, places.upperBound)
        while start > 0, isSign(scalars[start - 1]) { start -= 1 }
        while end < scalars.count, isSign(scalars[end]) { end += 1 }
        let word = scalars[start..<end]
        switch word.count {
        case 18: return isOrganisation(word) && !BirthDay.isLikely(ofIdentity: word)
        case 32, 40, 64: return word.allSatisfy { $0.properties.isASCIIHexDigit }
        default: return false
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
    }

    /// Whether a word is a unified social credit code: GB 32100-2015.
    private static func isOrganisation(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let values = word.compactMap { signs.firstIndex(of: $0) }
        guard values.count == 18 else { return false }
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return values[17] == (31 - sum % 31) % 31
    }
}

/// The day of birth that identity numbers hold.
enum BirthDay {
    /// Whether eight digits can be the day on which somebody was born.
    static func isLikely(_ digits: some Collection<UInt8>) -> Bool {
        let number = digits.reduce(0) { $0 * 10 + Int($1) }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    static func isLikely(ofIdentity word: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = word.dropFirst(6).prefix(8).compactMap(DigitRun.digit)
        return digits.count == 8 && isLikely(digits)
    }
}
