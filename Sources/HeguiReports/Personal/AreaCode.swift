/// The code of an area in China before a landline number: `010`, `0571`, `+86 571`.
enum AreaCode {
    /// Which digits are the number behind the code; nil where it is no whole landline number.
    static func local(of groups: DigitGroups, _ scalars: [Unicode.Scalar]) -> Range<Int>? {
        let digits = groups.digits
        guard let start = end(of: digits, groups, scalars), start < digits.count else {
            return nil
        }
        let count = digits.count - start
        guard (2...8).contains(digits[start]), let (lengths, gaps) = groups.dropping(start),
            isLocal(lengths, isShortCode: isShort(digits, endingAt: start)), !gaps.contains(.point)
        else { return nil }
        // A running number and a day.
        let isDay = groups.lengths.count == 2 && groups.gaps == [.space] && count == 8
        if isDay, BirthDay.isLikely(digits[start...]) { return nil }
        return start..<digits.count
    }

    /// Where the code ends that the digits begin with.
    private static func end(
        of digits: [UInt8], _ groups: DigitGroups, _ scalars: [Unicode.Scalar]
    ) -> Int? {
        if digits.first == 0, let length = length(of: digits.dropFirst()) { return 1 + length }
        let isLong = digits.starts(with: [0, 0, 8, 6])
        guard isLong || digits.starts(with: [8, 6]) else { return nil }
        let country = isLong ? 4 : 2
        let first = groups.places.first ?? 0
        let isMarked = first > 0 && (scalars[first - 1] == "+" || scalars[first - 1] == "＋")
        guard isLong || isMarked || groups.lengths[0] == country else { return nil }
        let zeros = digits.dropFirst(country).first == 0 ? 1 : 0
        guard let length = length(of: digits.dropFirst(country + zeros)) else { return nil }
        return country + zeros + length
    }

    /// How long the code is without its zero.
    private static func length(of digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count >= 3, let first = digits.first else { return nil }
        switch first {
        case 1: return digits.dropFirst().first == 0 ? 2 : nil
        case 2: return 2
        case 3...9: return 3
        default: return nil
        }
    }

    private static func isShort(_ digits: [UInt8], endingAt end: Int) -> Bool {
        digits[end - 2] == 2 || digits[..<end].suffix(2) == [1, 0]
    }

    /// Whether a number without its code is written in such groups; behind a short code all have eight
    /// digits.
    private static func isLocal(_ lengths: [Int], isShortCode: Bool) -> Bool {
        switch lengths {
        case [8], [4, 4], [3, 5], [5, 3], [2, 2, 2, 2], [2, 3, 3], [3, 3, 2], [3, 2, 3]: true
        case [7], [3, 4], [4, 3], [3, 2, 2]: !isShortCode
        default: false
        }
    }
}

/// What may follow a landline number.
enum Extension {
    private static let words = [
        "转", "轉", "分机", "转分机", "轉分機", "ext", "ext.", "x", "#", "*", "＃", "EXT",
    ]

    /// Whether an extension comes next.
    static func isAnnounced(by scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        var view = String.UnicodeScalarView()
        for scalar in scalars where !scalar.properties.isWhitespace {
            if !["(", ")", "（", "）", ":", "："].contains(scalar) { view.append(scalar) }
        }
        let word = String(view)
        if words.contains(word) || words.contains(word.lowercased()) { return true }
        return DigitGap(scalars) == .hyphen
    }

    /// Whether a further number of the same place may come next.
    static func isEnumeration(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let signs: [Unicode.Scalar] = ["/", "、", ",", "，", ";", "；", "或", "／"]
        let rest = scalars.filter { !$0.properties.isWhitespace }
        return rest.count == 1 && signs.contains(rest[0])
    }
}
