import Hegui

/// The violations of a review, under the names that the workload's description gives the rules.
struct Violations: Sendable {
    /// R1 to R9.
    private var rules = (1...9).map { ViolationRows(rule: "R\($0)") }
    private var late = 0
    private var missed = 0
    /// What the row before has behind its subject, as texts and as bytes.
    private var last: (found: String, wanted: String, cells: [UInt8]) = ("", "", [44])

    /// What a rule of the pack is in the description.
    private enum Kind: Sendable {
        case registration
        case least(rule: Int)
        case rate
        case fixed(rule: Int, observed: String, required: String)
        case halves
        case unknownMember(file: String)
        /// It stands in no file.
        case other

        /// The rule's place among the nine, where its rows are many.
        var place: Int? {
            switch self {
            case .registration: 0
            case .least(let rule), .fixed(let rule, _, _): rule - 1
            case .rate, .halves, .unknownMember, .other: nil
            }
        }
    }

    private static let kinds: [String: Kind] = [
        "registered-late": .registration,
        "new-hire-registered-late": .registration,
        "too-few-claims": .least(rule: 2),
        "too-few-community-activities": .least(rule: 3),
        "too-few-unit-activities": .least(rule: 4),
        "registration-rate-below-floor": .rate,
        "unit-without-community": .fixed(rule: 6, observed: "none", required: "paired community"),
        "half-year-without-bulletin": .halves,
        "evaluated-poor": .fixed(rule: 8, observed: "差", required: "not 差"),
        "claim-of-unknown-member": .unknownMember(file: "claims"),
        "activity-of-unknown-member": .unknownMember(file: "activities"),
        "evaluation-of-unknown-member": .unknownMember(file: "evaluations"),
    ]

    /// Gathers the violations of a review, of several rules at once.
    init(_ review: DropReview) {
        let counts = Dictionary(
            uniqueKeysWithValues: review.ruleCounts.map { ($0.rule, $0.count(of: .violated)) })
        let parts = review.mapRules(of: [.violated]) {
            Violations(of: $0, count: counts[$0.rule] ?? 0)
        }
        for part in parts { merge(part) }
    }

    private init(of outcomes: RuleOutcomes, count: Int) {
        var part = Violations()
        let kind = Self.kinds[outcomes.rule] ?? .other
        if let place = kind.place { part.rules[place].reserve(count) }
        if case .unknownMember(let file) = kind {
            var unknown: [String: Int64] = [:]
            outcomes.forEach { unknown[$0.observed ?? "", default: 0] += 1 }
            for (member, count) in unknown { part.addUnknown(file + ":" + member, count) }
        } else {
            outcomes.forEach { part.add($0, kind) }
        }
        self = part
    }

    private init() {}

    private mutating func merge(_ part: Violations) {
        for index in rules.indices { rules[index].merge(part.rules[index]) }
        late += part.late
        missed += part.missed
    }

    private mutating func addUnknown(_ subject: String, _ count: Int64) {
        rules[8].append(subject: subject, cells: Self.cells(String(count), "known member"))
    }

    private mutating func add(_ outcome: OutcomeBrief, _ kind: Kind) {
        switch kind {
        case .registration: addRegistration(outcome)
        case .least(let rule):
            add(rule, outcome, found: outcome.observed ?? "", wanted: outcome.required ?? "") {
                Self.cells($0, ">=" + $1)
            }
        case .rate:
            let share = outcome.rate.map { "\($0.numerator)/\($0.denominator)" } ?? ""
            add(5, outcome, found: share, wanted: outcome.required ?? "") {
                Self.cells($0, ">=" + $1)
            }
        case .fixed(let rule, let observed, let required):
            add(rule, outcome, found: observed, wanted: required, Self.cells)
        case .halves:
            add(
                7, outcome, found: outcome.observed ?? "", wanted: outcome.required ?? "",
                Self.cells)
        case .unknownMember, .other: break
        }
    }

    private mutating func addRegistration(_ outcome: OutcomeBrief) {
        if outcome.isDone { late += 1 } else { missed += 1 }
        let found = outcome.isDone ? "late:\(outcome.daysLate ?? 0)" : "missed"
        add(1, outcome, found: found, wanted: outcome.required ?? "", Self.cells)
    }

    /// Adds a row; most have the cells of the one before.
    private mutating func add(
        _ rule: Int, _ outcome: OutcomeBrief, found: String, wanted: String,
        _ cells: (String, String) -> [UInt8]
    ) {
        if found != last.found || wanted != last.wanted {
            last = (found, wanted, cells(found, wanted))
        }
        rules[rule - 1].append(subject: outcome.subject, cells: last.cells)
    }

    private static func cells(_ observed: String, _ required: String) -> [UInt8] {
        var cells: [UInt8] = []
        cells.appendCell(observed)
        cells.endCell()
        cells.appendCell(required)
        return cells
    }

    /// Returns `violations.csv` in pieces, in order of rule, then of the subject's bytes.
    func table() -> [[UInt8]] {
        [Array("rule,subject,observed,required\n".utf8)] + rules.map { $0.lines() }
    }

    /// Returns `summary.csv`.
    func summary(of review: DropReview) -> [UInt8] {
        func registrations(_ verdict: OutcomeVerdict) -> Int {
            review.ruleCounts.filter { counts in
                if case .registration? = Self.kinds[counts.rule] { true } else { false }
            }.reduce(0) { $0 + $1.count(of: verdict) }
        }
        let rows = [
            ("R1", "late", late), ("R1", "met", registrations(.met)), ("R1", "missed", missed),
            ("R1", "pending", registrations(.pending)),
        ]
        let others = rules.dropFirst().map { ($0.rule, "violated", $0.count) }
        var table = Array("rule,outcome,count\n".utf8)
        for (rule, outcome, count) in rows + others {
            table.append(contentsOf: "\(rule),\(outcome),\(count)\n".utf8)
        }
        return table
    }
}
