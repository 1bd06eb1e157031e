import HeguiPack

/// A phone or identity number in a text, in one run of digits or in groups.
struct PersonalNumber {
    let kind: Column.Personal
    /// How many runs of digits it takes.
    let runCount: Int
    /// Where the digits stand that are not shown.
    let hidden: [Int]

    /// nil where no number begins with the run at `index`.
    init?(at index: Int, in runs: [DigitRun], _ scalars: [Unicode.Scalar]) {
        var groups = DigitGroups()
        var found: PersonalNumber?
        // An identity number may be written digit by digit.
        for run in runs[index...].prefix(18) {
            guard groups.digits.count < 18, groups.add(run, scalars) else { break }
            if let hidden = Self.hiddenOfIdentity(groups) {
                found = PersonalNumber(.id, groups, hidden: hidden)
            } else if let hidden = Self.hiddenOfMobile(groups) {
                found = PersonalNumber(.phone, groups, hidden: hidden)
            }
            if found != nil { break }
        }
        guard let found = found ?? Self.landline(at: index, in: runs, scalars) else { return nil }
        self = found
    }

    private init(_ kind: Column.Personal, _ groups: DigitGroups, hidden: Range<Int>) {
        self.kind = kind
        runCount = groups.lengths.count
        self.hidden = hidden.map { groups.places[$0] }
    }

    private static func hiddenOfIdentity(_ groups: DigitGroups) -> Range<Int>? {
        let digits = groups.digits
        let isWhole = groups.lengths.count == 1
        switch digits.count {
        case 17 where groups.ending != nil, 18:
            return isWhole || isPlace(digits) && BirthDay.isLikely(digits[6..<14]) ? 3..<14 : nil
        case 15:
            let birth = [1, 9] + digits[6..<12]
            return isWhole || isPlace(digits) && BirthDay.isLikely(birth) ? 3..<11 : nil
        default: return nil
        }
    }

    /// Whether the number begins with the code of a province.
    private static func isPlace(_ digits: [UInt8]) -> Bool {
        (1...8).contains(digits[0]) && (1...7).contains(digits[1]) || digits[..<2] == [9, 1]
            || digits[..<2] == [5, 0]
    }

    private static func hiddenOfMobile(_ groups: DigitGroups) -> Range<Int>? {
        let prefix = groups.digits.count - 11
        let prefixes: [Int: [UInt8]] = [0: [], 1: [0], 2: [8, 6], 3: [0, 8, 6], 4: [0, 0, 8, 6]]
        guard let expected = prefixes[prefix], Array(groups.digits[..<prefix]) == expected else {
            return nil
        }
        let number = groups.digits[prefix...]
        guard number[prefix] == 1, (3...9).contains(number[prefix + 1]),
            let (lengths, gaps) = groups.dropping(prefix), isMobile(lengths, gaps),
            lengths.count < 3 || lengths[0] != 4 || !BirthDay.isLikely(number.prefix(8))
        else { return nil }
        return prefix + 3..<prefix + 7
    }

    /// Whether a mobile number is written in such groups: 138-1234-5678.
    private static func isMobile(_ lengths: [Int], _ gaps: [DigitGap]) -> Bool {
        switch lengths {
        case [11], [3, 4, 4], [3, 3, 5], [3, 5, 3], [4, 3, 4], [4, 4, 3], [3, 2, 2, 2, 2],
            [3, 3, 3, 2], [3, 2, 3, 3], [3, 3, 2, 3], [3, 4, 2, 2], [3, 2, 2, 4], [5, 3, 3]:
            true
        case [3, 8]: !gaps.contains(.point)
        // With a space it may be an amount and a year.
        case [7, 4]: gaps == [.hyphen]
        default: lengths.count == 11 && Set(gaps).count == 1
        }
    }
}

extension PersonalNumber {
    /// A landline number with the code of its area, and all that stands behind it: further numbers
    /// without one, and an extension.
    private static func landline(
        at index: Int, in runs: [DigitRun], _ scalars: [Unicode.Scalar]
    ) -> PersonalNumber? {
        var groups = DigitGroups()
        for run in runs[index...].prefix(8) {
            guard groups.digits.count < 16, groups.add(run, scalars) else { return nil }
            guard let local = AreaCode.local(of: groups, scalars) else { continue }
            let number = PersonalNumber(
                kind: .phone, runCount: groups.lengths.count,
                hidden: Array(groups.places[local].dropLast(4)))
            return number.followed(by: runs[(index + number.runCount)...], last: run, scalars)
        }
        return nil
    }

    /// Returns the number with what stands behind it.
    private func followed(
        by runs: ArraySlice<DigitRun>, last: DigitRun, _ scalars: [Unicode.Scalar]
    ) -> PersonalNumber {
        var (hidden, count, last) = (hidden, runCount, last)
        for next in runs {
            let between = scalars[last.places.upperBound..<next.places.lowerBound]
            if Extension.isAnnounced(by: between), next.digits.count <= 6 {
                hidden += next.places
            } else if Extension.isEnumeration(between), (7...8).contains(next.digits.count),
                (2...8).contains(next.digits[0])
            {
                hidden += next.places.dropLast(4)
            } else {
                break
            }
            last = next
            count += 1
        }
        return PersonalNumber(kind: kind, runCount: count, hidden: hidden)
    }

    private init(kind: Column.Personal, runCount: Int, hidden: [Int]) {
        self.kind = kind
        self.runCount = runCount
        self.hidden = hidden
    }
}
