import HeguiCalendar
import HeguiPack
import HeguiReview

/// Counts for a bulletin what is open, by unit and by rule.
struct BulletinCounts {
    private let review: Review
    private let index: ReviewIndex
    private let grouping: OutcomeGrouping
    private let period: CalendarPeriod
    private let minGroup: Int
    private let gaps: MaterialGaps
    private let say: Speaker
    private var rates: [String: Bulletin.Ranking] = [:]
    private var small: Set<OutcomeGrouping.GroupKey> = []
    /// By dataset of people: a rule that has an outcome for each of them.
    private let censusRules: [String: String]
    /// How many people each unit has, by dataset of people.
    private var sizes: [OutcomeGrouping.GroupKey: [String: Int]] = [:]
    private var groups: [OutcomeGrouping.GroupKey: (name: String, open: LevelCounts)] = [:]
    private var byRule: [RuleKey: [OutcomeGrouping.GroupKey: Int]] = [:]
    private(set) var pending = 0
    private(set) var nextDue: Day?

    /// A rule and the level of what it found.
    private struct RuleKey: Hashable {
        let rule: String
        let level: Level
    }

    init(_ review: Review, period: CalendarPeriod, minGroup: Int, say: Speaker) {
        self.say = say
        self.review = review
        self.period = period
        self.minGroup = minGroup
        gaps = MaterialGaps(review)
        index = ReviewIndex(review.pack)
        grouping = OutcomeGrouping(review, index: index)
        let people = review.pack.datasets.filter(\.isOfPeople).map { dataset in
            (dataset.singular, review.pack.rules.first { $0.dataset == dataset.name }?.id)
        }
        censusRules = Dictionary(
            people.compactMap { name, rule in rule.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
        for outcome in review.outcomes.those(ofRules: Set(censusRules.values)) { count(outcome) }
        for outcome in review.outcomes.rated { outcome.rate.map { add(outcome, $0) } }
        for outcome in review.outcomes.those(of: [.violated, .pending]) { add(outcome) }
        for (key, counts) in sizes where (counts.values.max() ?? 0) < minGroup {
            small.insert(key)
        }
    }

    private mutating func count(_ outcome: Outcome) {
        guard censusRules[outcome.subject.type] == outcome.rule else { return }
        let key = grouping.key(of: outcome.subject)
        sizes[key, default: [:]][outcome.subject.type, default: 0] += 1
    }

    private mutating func add(_ outcome: Outcome) {
        if let due = outcome.due, due > period.end { return }
        if outcome.verdict == .pending {
            pending += 1
            if let due = outcome.due { nextDue = min(nextDue ?? due, due) }
        } else if outcome.isOpen {
            addOpen(outcome)
        }
    }

    /// How many units of each kind are too small to be told of.
    var smallGroups: [(title: DataText, count: Int)] {
        kinds(of: small.filter(isUnit)).map { ($0.title, $0.count) }
    }

    /// In the pack's order of rules, each from the highest rate to the lowest.
    var rankings: [Bulletin.Ranking] {
        rates.values.map { ranking in
            Bulletin.Ranking(
                rule: ranking.rule, standing: ranking.standing.ranked(), small: ranking.small)
        }.sorted { index.order(ofRule: $0.rule.id) < index.order(ofRule: $1.rule.id) }
    }

    /// Units with something open, those of each kind in the order in which reports list them.
    var tables: [Bulletin.UnitTable] {
        let told = groups.keys.filter { !small.contains($0) && isUnit($0) }
        let ordered = told.sorted { left, right in
            let (first, second) = (grouping.rank(of: left), grouping.rank(of: right))
            return first == second ? (left.id ?? "") < (right.id ?? "") : first < second
        }
        return kinds(of: ordered).map { kind in
            let rows = ordered.filter { $0.dataset == kind.dataset }.compactMap { key in
                groups[key].map { Bulletin.UnitRow(name: DataText($0.name), open: $0.open) }
            }
            return Bulletin.UnitTable(title: kind.title, rows: rows)
        }
    }

    /// What is open and belongs to no unit.
    var elsewhere: LevelCounts {
        groups.filter { !small.contains($0.key) && !isUnit($0.key) }
            .reduce(into: LevelCounts()) { $0 += $1.value.open }
    }

    /// Rules with something open at a level, the weightiest first.
    var rules: [Bulletin.RuleRow] {
        Level.byWeight.flatMap { level in review.pack.rules.compactMap { row($0, level) } }
    }

    private func row(_ rule: Rule, _ level: Level) -> Bulletin.RuleRow? {
        let found = byRule[RuleKey(rule: rule.id, level: level)] ?? [:]
        let told = found.filter { !small.contains($0.key) }
        guard !told.isEmpty else { return nil }
        return Bulletin.RuleRow(
            rule: rule, level: level, count: told.values.reduce(0, +),
            units: kinds(of: told.keys.filter(isUnit)).map { ($0.title, $0.count) })
    }

    /// Returns what the groups are, in the pack's order, and how many there are of each.
    private func kinds(
        of keys: some Collection<OutcomeGrouping.GroupKey>
    ) -> [(dataset: String, title: DataText, count: Int)] {
        let counts = Dictionary(grouping: keys, by: \.dataset).mapValues(\.count)
        let order = counts.keys.sorted {
            let (left, right) = (
                OutcomeGrouping.GroupKey(dataset: $0, id: nil),
                OutcomeGrouping.GroupKey(dataset: $1, id: nil)
            )
            return grouping.rank(of: left) < grouping.rank(of: right)
        }
        return order.map { name in
            let title = say(index.dataset(singular: name)?.title) ?? DataText(name)
            return (name, title, counts[name] ?? 0)
        }
    }

    private mutating func add(_ outcome: Outcome, _ rate: Outcome.Rate) {
        let subject = outcome.subject
        guard let rule = index.rule(outcome.rule), !isPersonal(subject.type) else { return }
        var ranking =
            rates[rule.id]
            ?? Bulletin.Ranking(rule: rule, standing: RateRanking(rule: rule.id))
        if let item = gaps.item(for: outcome) {
            ranking.standing.wait(for: item)
        } else if rate.denominator < minGroup {
            small.insert(OutcomeGrouping.GroupKey(dataset: subject.type, id: subject.id))
            ranking.small.append(DataText(subject.name))
        } else {
            ranking.standing.add(outcome)
        }
        rates[rule.id] = ranking
    }

    private mutating func addOpen(_ outcome: Outcome) {
        let key = grouping.key(of: outcome.subject)
        let subject = outcome.subject
        let isHead = subject.type == key.dataset && subject.id == key.id
        let name = isHead ? subject.name : subject.groupName ?? subject.groupID ?? ""
        groups[key, default: (name, LevelCounts())].open[outcome.level] += 1
        let kind = RuleKey(rule: outcome.rule, level: outcome.level)
        byRule[kind, default: [:]][key, default: 0] += 1
    }

    /// Whether a group is a unit that people belong to or that has a rate, and no person.
    private func isUnit(_ key: OutcomeGrouping.GroupKey) -> Bool {
        key.id != nil && grouping.isHead(key) && !isPersonal(key.dataset)
    }

    /// Whether rows of the dataset are known by a name or number of a person.
    private func isPersonal(_ singular: String) -> Bool {
        index.dataset(singular: singular)?.isOfPeople ?? true
    }
}
