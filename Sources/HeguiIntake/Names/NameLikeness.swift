internal import HeguiDiagnostics

/// How alike two names are of which one may be the other with a slip.
enum NameLikeness: Hashable {
    case equal
    /// The same but for how a character is written.
    case variant
    /// One hides characters that the other has.
    case masked
    /// One character is another, or is missing.
    case oneCharacter
    /// Two neighbours change places.
    case swapped

    /// Compares two names in the form in which names are compared; nil where they are not alike.
    init?(_ left: String, _ right: String) {
        if left == right {
            self = .equal
            return
        }
        let (one, other) = (CharacterVariants.folded(left), CharacterVariants.folded(right))
        guard min(one.count, other.count) > 1 else { return nil }
        if one == other {
            self = .variant
        } else if Self.hides(one, other) || Self.hides(other, one) {
            self = .masked
        } else if one.count == other.count, one.sorted() == other.sorted(),
            Self.distance(one, other) == 1
        {
            self = .swapped
        } else if Self.distance(one, other) == 1 {
            self = .oneCharacter
        } else {
            return nil
        }
    }

    /// What is alike, for people.
    var reason: Message {
        switch self {
        case .equal: Message(zh: "姓名相同", en: "the names are the same")
        case .variant:
            Message(zh: "姓名只是字的写法不同", en: "the names differ in how a character is written")
        case .masked: Message(zh: "姓名遮去了几个字", en: "one name hides characters")
        case .oneCharacter: Message(zh: "姓名差一字", en: "the names differ in one character")
        case .swapped: Message(zh: "姓名两字颠倒", en: "two characters of the names are swapped")
        }
    }

    /// Texts of which names that differ in one character share one: the name itself, and the name
    /// without each of its characters.
    static func pieces(of name: String) -> Set<String> {
        let name = CharacterVariants.folded(name)
        guard name.count > 1, name.count <= longest else { return [String(name)] }
        var pieces: Set<String> = [String(name)]
        for place in name.indices {
            pieces.insert(String(name[..<place] + name[(place + 1)...]))
        }
        return pieces
    }

    /// What is longer is no name.
    private static let longest = 24

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard abs(left.count - right.count) <= 1, max(left.count, right.count) <= longest else {
            return .max
        }
        return NearestName.editDistance(left, right)
    }

    /// Whether the first hides characters of the second: 王*, 王某某 and 王?明 may be 王小明.
    private static func hides(_ masked: [Character], _ name: [Character]) -> Bool {
        let hidden = masked.map { "*某×○?\u{FFFD}".contains($0) }
        guard hidden.contains(true), hidden.contains(false), !name.contains("*") else {
            return false
        }
        let head = hidden.prefix { !$0 }.count
        let tail = hidden.reversed().prefix { !$0 }.count
        let isRun = !hidden[head..<(hidden.count - tail)].contains(false)
        if masked.count == name.count {
            return zip(masked, name).allSatisfy { "*某×○?\u{FFFD}".contains($0) || $0 == $1 }
        }
        // How many stars stand for a name's rest differs.
        guard isRun, masked.contains("*"), head + tail < name.count else { return false }
        return masked[..<head] == name[..<head]
            && masked[(masked.count - tail)...] == name[(name.count - tail)...]
    }
}
