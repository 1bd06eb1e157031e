/// What parts two groups of digits that may be one number.
enum DigitGap {
    case space, hyphen, point

    /// nil where what stands there parts two numbers.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
        var kinds: [DigitGap] = []
        for scalar in scalars {
            guard let kind = Self.kind(scalar) else { return nil }
            if kind != .space || !scalar.properties.isDefaultIgnorableCodePoint {
                kinds.append(kind)
            }
        }
        // Two dashes are one in Chinese, with a space at each side.
        guard kinds.count <= 4 else { return nil }
        if kinds.allSatisfy({ $0 == .space }) {
            self = .space
        } else if !kinds.contains(.point) {
            self = .hyphen
        } else if kinds.count == 1 {
            self = .point
        } else {
            return nil
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> DigitGap? {
        switch scalar.value {
        case 0x09: return .space
        case 0x2E, 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF0E, 0xFF65: return .point
        // Signs that are typed for a dash, and brackets around the code of an area.
        case 0x5F, 0x7E, 0x2212, 0x2500, 0x30FC, 0x4E00, 0xFF3F, 0xFF5E: return .hyphen
        case 0x28, 0x29, 0x5B, 0x5D, 0xFF08, 0xFF09: return .hyphen
        default: break
        }
        switch scalar.properties.generalCategory {
        case .dashPunctuation: return .hyphen
        case .spaceSeparator: return .space
        default: return scalar.properties.isDefaultIgnorableCodePoint ? .space : nil
        }
    }
}

/// Groups of digits that stand one after another, as far as they can be one number.
struct DigitGroups {
    /// How many digits each group has.
    private(set) var lengths: [Int] = []
    private(set) var gaps: [DigitGap] = []
    private(set) var digits: [UInt8] = []
    /// Where each digit stands.
    private(set) var places: [Int] = []
    private(set) var ending: Int?

    /// Adds a run; false where it belongs to another number.
    mutating func add(_ run: DigitRun, _ scalars: [Unicode.Scalar]) -> Bool {
        if let last = places.last {
            guard ending == nil, let gap = DigitGap(scalars[last + 1..<run.places.lowerBound])
            else { return false }
            gaps.append(gap)
        }
        lengths.append(run.digits.count)
        digits += run.digits
        places += run.places
        ending = run.ending
        return true
    }

    /// Returns the lengths and gaps without the first `count` digits; nil where these are no groups of
    /// their own or the beginning of one.
    func dropping(_ count: Int) -> (lengths: [Int], gaps: [DigitGap])? {
        var (rest, gaps) = (lengths, gaps)
        var left = count
        while left > 0, let first = rest.first {
            if first > left {
                guard rest.count == lengths.count else { return nil }
                rest[0] -= left
                return (rest, gaps)
            }
            left -= first
            rest.removeFirst()
            if !gaps.isEmpty { gaps.removeFirst() }
        }
        return left == 0 ? (rest, gaps) : nil
    }
}
