package import HeguiDiagnostics
package import HeguiPack

/// Whether a candidate may be given an award, and its place.
package struct Standing: Hashable, Sendable {
    package enum Result: String, CaseIterable, Hashable, Sendable {
        case eligible
        case eligibleWithFlags = "eligible-with-flags"
        case eligibleByWaiver = "eligible-by-waiver"
        /// There is no room for it.
        case beyondQuota = "beyond-quota"
        case blocked, undetermined
        case notApplicable = "not-applicable"
    }

    /// Why a gate is not simply open, with the clause.
    package struct Reason: Hashable, Sendable {
        package var clause: String
        package var rule: String
        package var modality: Award.Gate.Modality
        package var verdict: Verdict
        package var message: Message

        package init(
            clause: String, rule: String, modality: Award.Gate.Modality, verdict: Verdict,
            message: Message
        ) {
            self.clause = clause
            self.rule = rule
            self.modality = modality
            self.verdict = verdict
            self.message = message
        }
    }

    package var award: String
    package var clause: String
    package var subject: Outcome.Subject
    package var result: Result
    package var rate: Outcome.Rate?
    /// 1 is first; nil for those that are not candidates or have no key.
    package var rank: Int?
    /// How many seats there are, and of how many they are a share; nil without a quota or where
    /// it cannot be told.
    package var seats: Int64?
    package var quotaBase: Int64?
    package var reasons: [Reason]
    /// Whether the list of nominations has it; nil for an award without nominations.
    package var isNominated: Bool?
    /// The nearest change that would alter the result, such as 再有 2 名党员报到即达 95%.
    package var nearestChange: Message?

    package init(
        award: String, clause: String, subject: Outcome.Subject, result: Result,
        rate: Outcome.Rate? = nil, rank: Int? = nil, seats: Int64? = nil, quotaBase: Int64? = nil,
        reasons: [Reason], nearestChange: Message? = nil
    ) {
        self.award = award
        self.clause = clause
        self.subject = subject
        self.result = result
        self.rate = rate
        self.rank = rank
        self.seats = seats
        self.quotaBase = quotaBase
        self.reasons = reasons
        self.nearestChange = nearestChange
    }
}

/// A nomination that names nobody whom the data know.
package struct UnmatchedNomination: Hashable, Sendable {
    package var award: String
    /// What is written there, where it is text.
    package var text: String?
    package var cell: CellAddress

    package init(award: String, text: String?, cell: CellAddress) {
        self.award = award
        self.text = text
        self.cell = cell
    }
}

/// The standings of a review, in the pack's order of awards, then of rank, then of rows.
///
/// What explains a standing may be made when it is asked for; whoever needs only results, rates and
/// ranks asks for `brief`.
package struct StandingList: RandomAccessCollection, MutableCollection,
    ExpressibleByArrayLiteral, Sendable
{
    /// Without what explains them, where `complete` adds it.
    package private(set) var brief: [Standing]
    private let complete: (@Sendable (Int, Standing) -> Standing)?

    package init(_ standings: [Standing]) {
        brief = standings
        complete = nil
    }

    package init(arrayLiteral standings: Standing...) {
        self.init(standings)
    }

    /// A list whose standings are completed whenever they are asked for.
    package init(
        brief: [Standing], complete: @escaping @Sendable (Int, Standing) -> Standing
    ) {
        self.brief = brief
        self.complete = complete
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { brief.count }

    package subscript(index: Int) -> Standing {
        get { complete.map { $0(index, brief[index]) } ?? brief[index] }
        set {
            self = StandingList(Array(self))
            brief[index] = newValue
        }
    }
}
