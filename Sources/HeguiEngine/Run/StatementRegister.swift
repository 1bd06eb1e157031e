import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Outcomes to which waivers and explanations are applied.
protocol StatedOutcomes {
    var plan: Plan { get }
    var asOf: Day { get }

    /// Returns the rows that people call `subject`: by key, or else by name.
    func rows(called subject: String, by rule: PlannedRule) -> [Int]
    func verdict(_ place: StatementRegister.Place) -> Verdict
    func level(_ place: StatementRegister.Place) -> Level
    /// Returns whom the outcome concerns.
    func parties(_ place: StatementRegister.Place) -> OutcomeParties
    /// Returns what the rows of a table are called.
    func names(ofTable table: Int) -> SubjectNames
    /// The annexes that came, which tell whose their files are.
    var annexes: [ReceivedAnnex] { get }
    mutating func apply(_ waiver: Waiver, at place: StatementRegister.Place)
    mutating func apply(_ explanation: Explanation, at place: StatementRegister.Place)
}

/// Applies the waivers and explanations of a drop, and reports those that do not fit.
struct StatementRegister {
    /// An outcome.
    struct Place: Hashable {
        /// The rule's number in the plan.
        let rule: Int
        let row: Int
    }

    private(set) var diagnostics: [Diagnostic] = []
    private var matcher: StatementMatcher
    /// The waivers that were applied.
    private var waivers: [Place: Waiver] = [:]
    private var owners = StatementOwners()

    init(_ pack: Pack) {
        matcher = StatementMatcher(pack)
    }

    mutating func apply(
        _ waivers: [Waiver], _ explanations: [Explanation],
        to outcomes: inout some StatedOutcomes
    ) {
        for waiver in waivers { apply(waiver, to: &outcomes) }
        for explanation in explanations { apply(explanation, to: &outcomes) }
    }

    private mutating func apply(_ waiver: Waiver, to outcomes: inout some StatedOutcomes) {
        guard let place = place(of: StatementMatcher.Statement(waiver), in: outcomes) else {
            return
        }
        let obstacle =
            matcher.obstacle(to: waiver, on: outcomes.asOf)
            ?? StatementMatcher.obstacle(to: waiver, concerning: outcomes.parties(place))
        if let obstacle {
            diagnostics.append(obstacle)
            return
        }
        if let first = waivers[place] {
            diagnostics.append(.waiverRepeated(waiver, first: first))
            return
        }
        guard outcomes.verdict(place) == .violated else {
            diagnostics.append(.waiverUnneeded(waiver))
            return
        }
        outcomes.apply(waiver, at: place)
        waivers[place] = waiver
        if waiver.endsSoon(on: outcomes.asOf) {
            diagnostics.append(.waiverEndsSoon(waiver, on: outcomes.asOf))
        }
    }

    private mutating func apply(
        _ explanation: Explanation, to outcomes: inout some StatedOutcomes
    ) {
        guard let place = place(of: StatementMatcher.Statement(explanation), in: outcomes) else {
            return
        }
        if let obstacle = matcher.obstacle(to: explanation, on: outcomes.asOf) {
            diagnostics.append(obstacle)
            return
        }
        guard outcomes.verdict(place) == .violated else {
            diagnostics.append(.explanationUnneeded(explanation))
            return
        }
        guard outcomes.level(place) == .verify else {
            diagnostics.append(.explanationRefused(explanation))
            return
        }
        if let owner = owners.other(than: outcomes.parties(place), of: explanation, in: outcomes) {
            diagnostics.append(.explanationForeign(explanation, owner: owner))
            return
        }
        outcomes.apply(explanation, at: place)
    }

    /// Returns where the outcome that a statement speaks of stands, or reports why there is none.
    private mutating func place(
        of statement: StatementMatcher.Statement, in outcomes: some StatedOutcomes
    ) -> Place? {
        if let diagnostic = matcher.unknownRule(of: statement) {
            diagnostics.append(diagnostic)
            return nil
        }
        // A rule that the pack has but this plan leaves out is nobody's mistake.
        let rules = outcomes.plan.rules
        guard let number = rules.firstIndex(where: { $0.rule.id == statement.rule }) else {
            return nil
        }
        let rows = outcomes.rows(called: statement.subject, by: rules[number])
        switch StatementMatcher.match(statement, among: rows) {
        case .row(let row): return Place(rule: number, row: row)
        case .none(let diagnostic):
            diagnostics.append(diagnostic)
            return nil
        }
    }
}
