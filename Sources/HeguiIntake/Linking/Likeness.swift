internal import HeguiDiagnostics

/// Why a person of the same name may be the one that is meant, though no level says so.
enum Likeness: Hashable {
    /// A probable level of the ladder.
    case level
    /// A masked number that fits.
    case maskedNumber
    /// A number that differs in one digit.
    case oneDigit

    var reason: Message {
        switch self {
        case .level:
            Message(zh: "姓名等信息相同，但不足以确定是同一人", en: "name and more agree, which is not enough")
        case .maskedNumber:
            Message(zh: "同名，且脱敏号码相符", en: "the name agrees and the masked number fits")
        case .oneDigit:
            Message(zh: "同名，且号码只差一位", en: "the name agrees and the number differs in one digit")
        }
    }

    /// Returns how the two numbers are alike; nil where they are equal or not alike.
    init?(_ left: String, _ right: String) {
        let masked = left.contains("*") || right.contains("*")
        if masked {
            let first = Phone(digits: left, kind: left.contains("*") ? .masked : .mobile)
            let second = Phone(digits: right, kind: right.contains("*") ? .masked : .mobile)
            guard first.mayEqual(second) else { return nil }
            self = .maskedNumber
            return
        }
        guard left != right, Self.isOneSlip(Array(left.utf8), Array(right.utf8)) else { return nil }
        self = .oneDigit
    }

    /// One digit replaced, two neighbours swapped, or one digit too many or too few.
    private static func isOneSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count >= 7, right.count >= 7 else { return false }
        if left.count == right.count {
            let places = left.indices.filter { left[$0] != right[$0] }
            if places.count == 1 { return true }
            return places.count == 2 && places[1] == places[0] + 1
                && left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
        }
        let (long, short) = left.count > right.count ? (left, right) : (right, left)
        guard long.count == short.count + 1 else { return false }
        let same = zip(long, short).prefix { $0 == $1 }.count
        return long[(same + 1)...].elementsEqual(short[same...])
    }
}
