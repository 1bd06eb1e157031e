/// Names among which the one is found that somebody probably meant, again and again.
///
/// Only names of nearly the same length and characters are compared, and all comparisons together
/// do a bounded amount of work: files of strangers may hold thousands of names that are all alike.
package struct NameIndex: Sendable {
    /// What a search came to.
    package enum Answer: Hashable, Sendable {
        case found(String)
        /// Nothing is near.
        case none
        /// Nobody looked, or not everywhere: the names are too many or too much alike.
        case notLookedFor

        /// The name, where one was found.
        package var name: String? {
            guard case .found(let name) = self else { return nil }
            return name
        }
    }

    /// Among more names something is always near, and looking takes long.
    package static let mostNames = 20_000
    /// How many pairs of characters all searches together may compare.
    package static let mostSteps = 100_000_000
    /// Names longer than this are no typing mistakes, and comparing them would be slow.
    static let longestName = 80

    private struct Entry: Sendable {
        let name: String
        let folded: FoldedName
    }

    /// By the number of their characters.
    private var byLength: [Int: [Entry]] = [:]
    private let isTooLarge: Bool
    private var answers: [String: Answer] = [:]
    /// How many pairs of characters were compared.
    package private(set) var steps = 0
    private let mostSteps: Int

    /// Returns an index of `names`; an equal name is never the one that was meant.
    package init(_ names: some Sequence<String>, mostSteps: Int = NameIndex.mostSteps) {
        self.mostSteps = mostSteps
        let names = Array(names.prefix(NameIndex.mostNames + 1))
        isTooLarge = names.count > NameIndex.mostNames
        guard !isTooLarge else { return }
        for name in names {
            guard let folded = FoldedName(name) else { continue }
            byLength[folded.count, default: []].append(Entry(name: name, folded: folded))
        }
    }

    /// Returns the name closest to `name` by the measure of `NearestName`, and says where nobody
    /// looked. A name asked for before costs nothing.
    package mutating func suggestion(for name: String) -> Answer {
        if let known = answers[name] { return known }
        let answer = search(name)
        answers[name] = answer
        return answer
    }

    private mutating func search(_ name: String) -> Answer {
        guard !isTooLarge else { return .notLookedFor }
        guard let wanted = FoldedName(name), wanted.count > 0 else { return .none }
        let limit = wanted.allowance
        var best: Match?
        for length in max(1, wanted.count - limit)...(wanted.count + limit) {
            for entry in byLength[length] ?? [] where entry.name != name {
                // What is further than the best so far cannot be better.
                let reach = min(
                    best?.distance ?? limit, limit, max(wanted.count, entry.folded.count) - 1)
                guard wanted.leastDistance(to: entry.folded) <= reach else { continue }
                let cost = wanted.count * (2 * reach + 1)
                guard steps + cost <= mostSteps else { return .notLookedFor }
                steps += cost
                let distance = EditDistance.between(
                    wanted.codes, entry.folded.codes, limit: reach)
                guard distance <= reach else { continue }
                let match = Match(
                    distance: distance, prefix: wanted.commonBeginning(with: entry.folded),
                    name: entry.name)
                if best.map({ match.isBetter(than: $0) }) ?? true { best = match }
            }
        }
        return best.map { .found($0.name) } ?? .none
    }

    private struct Match {
        var distance: Int
        var prefix: Int
        var name: String

        func isBetter(than other: Match) -> Bool {
            if distance != other.distance { return distance < other.distance }
            if prefix != other.prefix { return prefix > other.prefix }
            return name < other.name
        }
    }
}

/// A name in the form in which names are compared: without regard to case, and `-` as `_`.
struct FoldedName: Sendable {
    let codes: [UInt32]
    /// In how many characters another name may differ.
    let allowance: Int
    /// A bit for each of 64 groups of characters that the name has some of.
    private let groups: UInt64

    /// Returns nil for a name that is too long to be compared.
    init?(_ name: String) {
        // A character takes at most a few bytes; most long names need not be looked at closely.
        guard name.utf8.count <= NameIndex.longestName * 24 else { return nil }
        let characters = name.lowercased().map { $0 == "-" ? "_" : $0 }
        guard characters.count <= NameIndex.longestName else { return nil }
        codes = characters.map(EditDistance.code)
        allowance = FoldedName.allowance(for: characters)
        // The top six bits of a product spread neighbouring characters over all groups.
        groups = codes.reduce(0) { $0 | 1 << UInt64(($1 &* 0x9E37_79B1) >> 26) }
    }

    var count: Int { codes.count }

    /// A bound below the distance to another name: each edit makes at most one group of characters
    /// come or go.
    func leastDistance(to other: FoldedName) -> Int {
        max((groups & ~other.groups).nonzeroBitCount, (other.groups & ~groups).nonzeroBitCount)
    }

    /// How many characters are the same at the beginnings of both.
    func commonBeginning(with other: FoldedName) -> Int {
        zip(codes, other.codes).prefix { $0 == $1 }.count
    }

    private static func allowance(for name: [Character]) -> Int {
        if name.contains(where: { DisplayWidth.of($0) == 2 }) { return max(1, name.count / 2) }
        switch name.count {
        case 0...2: return 0
        case 3...5: return 1
        case 6...8: return 2
        default: return name.count / 3
        }
    }
}
