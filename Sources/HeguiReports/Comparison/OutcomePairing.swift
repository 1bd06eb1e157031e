import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Finds for each outcome of one review that of the other, and says what has changed.
struct OutcomePairing {
    private let old: SavedReview
    private let new: SavedReview
    private let factors: ReviewFactors
    private let attribution: Attribution
    private let replay: Replay?
    /// Where the outcomes of a pair stand in their reviews; nil where one has none.
    struct Places: Sendable {
        var before: Int?
        var after: Int?

        var isWhole: Bool { before != nil && after != nil }
    }

    /// What both reviews say of the same key.
    struct Pair {
        var places: Places
        let key: OutcomeKey
    }

    private struct NameKey: Hashable {
        let type: String
        let name: String
        let group: String?
    }

    init(
        _ old: SavedReview, _ new: SavedReview, factors: ReviewFactors, replay: Replay?
    ) {
        self.old = old
        self.new = new
        self.factors = factors
        self.replay = replay
        attribution = Attribution(
            factors: factors, asOf: (old.provenance.asOf, new.provenance.asOf),
            doubtfulRows: DoubtfulRows(old, new))
    }

    /// Returns the outcomes whose verdict, or whose being explained, is another.
    ///
    /// Of those that only one review has, the ones that need nothing done are left out.
    ///
    /// - Throws: what is wrong with one of the outcomes that have changed (S0004).
    /// - Complexity: linear in the outcomes of both; of those that have not changed only the verdicts
    ///   are looked at.
    func changes() throws(SavedReview.Failure) -> [VerdictChange] {
        let pairs = try pairs()
        let names = names(of: pairs)
        var changes: [VerdictChange] = []
        for pair in pairs {
            if let before = pair.places.before, let after = pair.places.after {
                changes.append(try change(from: before, to: after, key: pair.key))
            } else {
                changes.append(try single(pair.places, names))
            }
        }
        return changes
    }

    /// The pairs that differ, in the order of the later review, then of the earlier.
    ///
    /// Where several outcomes have a key, none is the other's pair; those that say the same, as
    /// often in both reviews, have not changed.
    private func pairs() throws(SavedReview.Failure) -> [Pair] {
        let repeated = OutcomeKey.repeated(in: old.outcomes)
            .union(OutcomeKey.repeated(in: new.outcomes))
        let same = try sameContents(of: repeated)
        var left = OutcomeKey.places(of: old.outcomes)
        var pairs: [Pair] = []
        var maker = OutcomeKey.Maker()
        for (index, after) in new.outcomes.verdicts.enumerated() {
            let key = maker.key(after)
            if repeated.contains(key.first) {
                if after.isWorthTelling, !same.after.contains(index) {
                    pairs.append(Pair(places: Places(before: nil, after: index), key: key))
                }
                continue
            }
            let before = left.removeValue(forKey: key)
            let isTold =
                before.map { Self.isChanged(old.outcomes.verdicts[$0], after) }
                ?? after.isWorthTelling
            if isTold { pairs.append(Pair(places: Places(before: before, after: index), key: key)) }
        }
        for (key, index) in left.sorted(by: { $0.value < $1.value })
        where old.outcomes.verdicts[index].isWorthTelling && !same.before.contains(index) {
            pairs.append(Pair(places: Places(before: index, after: nil), key: key))
        }
        return pairs
    }

    /// Returns where outcomes stand that have one of the keys `repeated` and say what as many of the
    /// other review say.
    private func sameContents(
        of repeated: Set<OutcomeKey>
    ) throws(SavedReview.Failure) -> (before: Set<Int>, after: Set<Int>) {
        guard !repeated.isEmpty else { return ([], []) }
        let before = try contents(of: repeated, in: old.outcomes)
        let after = try contents(of: repeated, in: new.outcomes)
        let same = before.filter { after[$0]?.count == $1.count }
        return (
            Set(same.values.joined()), Set(same.keys.flatMap { after[$0] ?? [] })
        )
    }

    /// Returns by what outcomes say where those stand that have one of the keys `repeated`.
    private func contents(
        of repeated: Set<OutcomeKey>, in outcomes: SavedOutcomes
    ) throws(SavedReview.Failure) -> [[String]: [Int]] {
        var places: [[String]: [Int]] = [:]
        for (index, verdict) in outcomes.verdicts.enumerated() {
            let key = OutcomeKey(verdict)
            guard repeated.contains(key) else { continue }
            let content = [
                key.rule, key.type, key.id, key.name, key.group, verdict.outcome.rawValue,
                "\(verdict.isExplained)", verdict.subject.name, verdict.level.rawValue,
                try outcomes.outcome(index).message.zh,
            ]
            places[content, default: []].append(index)
        }
        return places
    }

    /// The later verdict, or the earlier where it is gone.
    private func verdict(_ places: Places) -> SavedVerdict? {
        places.after.map { new.outcomes.verdicts[$0] }
            ?? places.before.map { old.outcomes.verdicts[$0] }
    }

    private static func isChanged(_ before: SavedVerdict, _ after: SavedVerdict) -> Bool {
        before.outcome != after.outcome || before.isExplained != after.isExplained
    }

    private func change(
        from before: Int, to after: Int, key: OutcomeKey
    ) throws(SavedReview.Failure) -> VerdictChange {
        let answer = attribution.answer(
            try old.outcomes.outcome(before), try new.outcomes.outcome(after))
        var change = change(
            at: Places(before: before, after: after), causes: answer.causes,
            isCertain: answer.isCertain, note: answer.note)
        if answer.causes.first != .waiver, let causes = replay?.causes(of: key) {
            change.causes = causes.map { cause in
                cause == .data && answer.causes.contains(.matching) ? .matching : cause
            }
            change.isCertain = true
        }
        return change
    }

    private func change(
        at places: Places, causes: [Cause], isCertain: Bool, note: Message?
    ) -> VerdictChange {
        VerdictChange(
            before: places.before.map { old.outcomes.verdicts[$0] },
            after: places.after.map { new.outcomes.verdicts[$0] }, places: places,
            causes: causes, isCertain: isCertain, note: note)
    }

    /// An outcome that only one of the reviews has.
    private func single(
        _ places: Places, _ names: Names
    ) throws(SavedReview.Failure) -> VerdictChange {
        if let before = places.before { _ = try old.outcomes.outcome(before) }
        if let after = places.after { _ = try new.outcomes.outcome(after) }
        let isGone = places.after == nil
        let verdict = verdict(places)
        if !factors.isKnown(verdict?.rule ?? "", inNew: isGone) {
            let note =
                isGone
                ? Message(zh: "规则不再有", en: "the rule is gone")
                : Message(zh: "新增规则", en: "the rule is new")
            return change(at: places, causes: [.rule], isCertain: true, note: note)
        }
        let others = isGone ? names.ofNew : names.ofOld
        if let subject = verdict?.subject, subject.identity == nil,
            let other = others[Self.nameKey(subject)] ?? nil, other != subject.id
        {
            let note = Message(
                zh: "同名者在另一次审查中的编号是 \(other)", en: "of that name the other review has \(other)")
            return change(at: places, causes: [.matching], isCertain: false, note: note)
        }
        if (isGone ? new : old).provenance.leftOut != nil {
            let causes = factors.causes.isEmpty ? [.data] : factors.causes
            return change(
                at: places, causes: causes, isCertain: causes.count == 1, note: Self.notListed)
        }
        let isSure = !factors.isPackChanged && !factors.isEngineChanged
        let note =
            isGone
            ? Message(zh: "材料中不再有这个对象", en: "the material has no such subject any more")
            : Message(zh: "材料中新出现的对象", en: "the subject is new in the material")
        return change(at: places, causes: [.data], isCertain: isSure, note: note)
    }

    private static let notListed = Message(
        zh: "另一次审查不列已符合和不适用的",
        en: "the other review does not list what is met or does not apply")

    /// Of each review whom a name in a group means; nil for one that means several.
    private typealias Names = (ofOld: [NameKey: String?], ofNew: [NameKey: String?])

    /// Looks for those whom only one review has by name in the other.
    private func names(of pairs: [Pair]) -> Names {
        let singles = pairs.filter { !$0.places.isWhole }
        let gone = singles.filter { $0.places.after == nil }
        let added = singles.filter { $0.places.before == nil }
        return (names(of: old, as: added), names(of: new, as: gone))
    }

    private func names(of review: SavedReview, as pairs: [Pair]) -> [NameKey: String?] {
        let wanted = Set(pairs.compactMap { verdict($0.places).map { Self.nameKey($0.subject) } })
        guard !wanted.isEmpty else { return [:] }
        var ids: [NameKey: String?] = [:]
        for verdict in review.outcomes.verdicts
        where !verdict.subject.id.isEmpty && verdict.subject.identity == nil {
            let key = Self.nameKey(verdict.subject)
            guard wanted.contains(key) else { continue }
            let known = ids[key, default: verdict.subject.id]
            ids[key] = .some(known == verdict.subject.id ? known : nil)
        }
        return ids
    }

    private static func nameKey(_ subject: SavedOutcome.Subject) -> NameKey {
        NameKey(type: subject.type, name: subject.name, group: subject.groupName)
    }
}
