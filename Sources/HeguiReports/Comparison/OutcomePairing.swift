import HeguiDiagnostics
import HeguiEngine

/// Finds for each outcome of one review that of the other, and says what has changed.
struct OutcomePairing {
    private let old: SavedReview
    private let new: SavedReview
    private let factors: ReviewFactors
    private let attribution: Attribution
    private let replay: Replay?
    /// Of the other review: whom a name in a group means, where it means only one.
    private let oldNames: [NameKey: String]
    private let newNames: [NameKey: String]

    /// What both reviews say of the same key; nil where one of them has no such outcome.
    struct Pair {
        var before: SavedOutcome?
        var after: SavedOutcome?
        let key: OutcomeKey

        var isWhole: Bool { before != nil && after != nil }
    }

    private struct NameKey: Hashable {
        let type: String
        let name: String
        let group: String?
    }

    init(
        _ old: SavedReview, _ new: SavedReview, _ factors: ReviewFactors, _ replay: Replay?
    ) {
        self.old = old
        self.new = new
        self.factors = factors
        self.replay = replay
        attribution = Attribution(
            factors: factors, asOf: (old.provenance.asOf, new.provenance.asOf),
            doubtfulRows: DoubtfulRows(old, new))
        oldNames = Self.names(of: old)
        newNames = Self.names(of: new)
    }

    /// Returns the outcomes whose verdict, or whose being explained, is another.
    ///
    /// Of those that only one review has, the ones that need nothing done are left out, and so are
    /// rows without a key that have only moved.
    ///
    /// - Complexity: linear in the outcomes of both.
    func changes() -> [VerdictChange] {
        let keyed = OutcomeKey.keyed(old.outcomes)
        var left = Dictionary(keyed.map { ($0.key, $0.outcome) }) { first, _ in first }
        var pairs: [Pair] = []
        for (key, after) in OutcomeKey.keyed(new.outcomes) {
            let before = left.removeValue(forKey: key)
            if before.map({ Self.isChanged($0, after) }) ?? Self.isWorthTelling(after) {
                pairs.append(Pair(before: before, after: after, key: key))
            }
        }
        for (key, outcome) in keyed where left[key] != nil && Self.isWorthTelling(outcome) {
            pairs.append(Pair(before: outcome, after: nil, key: key))
        }
        return MovedRows(pairs).left.compactMap { pair in
            if let before = pair.before, let after = pair.after {
                return change(before, after, pair.key)
            }
            let only = pair.before ?? pair.after
            return only.map(Self.isWorthTelling) == true ? single(pair.before, pair.after) : nil
        }
    }

    private static func isChanged(_ before: SavedOutcome, _ after: SavedOutcome) -> Bool {
        before.outcome != after.outcome
            || (before.explanation == nil) != (after.explanation == nil)
    }

    private static func isWorthTelling(_ outcome: SavedOutcome) -> Bool {
        outcome.outcome != .met && outcome.outcome != .notApplicable
    }

    private func change(
        _ before: SavedOutcome, _ after: SavedOutcome, _ key: OutcomeKey
    ) -> VerdictChange {
        let answer = attribution.answer(before, after)
        var change = VerdictChange(
            before: before, after: after, causes: answer.causes, isCertain: answer.isCertain,
            note: answer.note)
        if answer.causes.first != .waiver, let causes = replay?.causes(of: key) {
            change.causes = causes.map { cause in
                cause == .data && answer.causes.contains(.matching) ? .matching : cause
            }
            change.isCertain = true
        }
        return change
    }

    /// An outcome that only one of the reviews has.
    private func single(_ before: SavedOutcome?, _ after: SavedOutcome?) -> VerdictChange {
        let subject = (after ?? before)?.subject
        let rule = (after ?? before)?.rule ?? ""
        if !factors.isKnown(rule, inNew: after == nil) {
            let note =
                after == nil
                ? Message(zh: "规则不再有", en: "the rule is gone")
                : Message(zh: "新增规则", en: "the rule is new")
            return VerdictChange(
                before: before, after: after, causes: [.rule], isCertain: true, note: note)
        }
        let names = after == nil ? newNames : oldNames
        if let subject, let other = names[Self.nameKey(subject)], other != subject.id {
            return VerdictChange(
                before: before, after: after, causes: [.matching], isCertain: false,
                note: Message(
                    zh: "同名者在另一次审查中的编号是 \(other)", en: "of that name the other review has \(other)")
            )
        }
        let isSure = !factors.isPackChanged && !factors.isEngineChanged
        return VerdictChange(
            before: before, after: after, causes: [.data], isCertain: isSure,
            note: after == nil
                ? Message(zh: "材料中不再有这个对象", en: "the material has no such subject any more")
                : Message(zh: "材料中新出现的对象", en: "the subject is new in the material"))
    }

    /// By type, name and group the id of whoever is the only one so called.
    private static func names(of review: SavedReview) -> [NameKey: String] {
        var ids: [NameKey: Set<String>] = [:]
        for outcome in review.outcomes where !outcome.subject.id.isEmpty {
            ids[nameKey(outcome.subject), default: []].insert(outcome.subject.id)
        }
        return ids.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private static func nameKey(_ subject: SavedOutcome.Subject) -> NameKey {
        NameKey(type: subject.type, name: subject.name, group: subject.groupName)
    }
}
