import CEL
import HeguiDiagnostics
package import HeguiPack
import HeguiTables

/// A pack made ready to review data: every name a number, every expression a program.
package struct Plan: Sendable {
    /// Its parameters may be changed between runs.
    package var pack: Pack

    let schema: Schema
    private(set) var given: Set<String>
    private(set) var columns: [PlannedColumn]
    private(set) var rules: [PlannedRule]
    private(set) var awards: [PlannedAward]
    /// The annexes that somebody has to hand in.
    private(set) var duties: [PlannedDuty]
    /// Makes programs that go by `given`.
    private(set) var planner: Planner

    /// Returns the plan of `pack`, for all of its rules and awards or only for the rules `ids`
    /// and those awards that need no others.
    package init(_ pack: Pack, rules ids: Set<String>? = nil) {
        let given = Set(pack.datasets.map(\.name))
        let schema = Schema(pack)
        let planner = Planner(pack, schema: schema, given: given, language: .chinese)
        let english = Planner(pack, schema: schema, given: given, language: .english)
        self.pack = pack
        self.schema = schema
        self.given = given
        self.planner = planner
        columns = PlannedColumn.all(of: pack, planner: planner)
        rules = pack.rules.filter { ids?.contains($0.id) ?? true }
            .compactMap { PlannedRule($0, planner: planner, english: english) }
        awards = pack.awards.filter { award in
            ids.map { pack.isDecided(award, by: $0) } ?? true
        }.compactMap { PlannedAward($0, planner: planner) }
        duties = pack.annexes.compactMap { PlannedDuty($0, planner: planner) }
    }

    /// Returns this plan for data that hold the datasets `given`.
    ///
    /// `given("…")` is part of the programs, so those that ask it are made anew; it shares all
    /// others.
    package func serving(_ given: Set<String>) -> Plan {
        guard given != self.given else { return self }
        let planner = Planner(pack, schema: schema, given: given, language: .chinese)
        let english = Planner(pack, schema: schema, given: given, language: .english)
        var plan = self
        plan.given = given
        plan.planner = planner
        if pack.datasets.flatMap(\.columns).contains(where: \.expressions.askWhatIsGiven) {
            plan.columns = PlannedColumn.all(of: pack, planner: planner)
        }
        plan.rules = rules.compactMap { planned in
            guard planned.rule.expressions.askWhatIsGiven else { return planned }
            return PlannedRule(planned.rule, planner: planner, english: english)
        }
        plan.awards = awards.compactMap { planned in
            guard planned.award.expressions.askWhatIsGiven else { return planned }
            return PlannedAward(planned.award, planner: planner)
        }
        plan.duties = duties.compactMap { planned in
            guard planned.terms.expressions.askWhatIsGiven else { return planned }
            return PlannedDuty(planned.annex, planner: planner)
        }
        return plan
    }

    /// Returns this plan for the rules `ids` and those awards that need no others.
    package func limited(to ids: Set<String>) -> Plan {
        var plan = self
        plan.rules = rules.filter { ids.contains($0.rule.id) }
        plan.awards = awards.filter { pack.isDecided($0.award, by: ids) }
        return plan
    }

    /// Returns this plan for some of its rules, no award and no annex; it shares its programs.
    func judging(_ ids: Set<String>) -> Plan {
        var plan = self
        plan.rules = rules.filter { ids.contains($0.rule.id) }
        plan.awards = []
        plan.duties = []
        return plan
    }
}

extension [Expression] {
    /// Whether any of them asks which datasets the data hold.
    fileprivate var askWhatIsGiven: Bool { contains { $0.checked.calls("given") } }
}

extension Plan {
    /// The awards, each after those that come before it.
    var awardOrder: [PlannedAward] {
        var order: [PlannedAward] = []
        var left = awards
        while !left.isEmpty {
            let waiting = Set(left.map(\.award.id))
            // The loader has refused awards that wait for each other.
            let next = left.firstIndex { $0.award.after.allSatisfy { !waiting.contains($0) } } ?? 0
            order.append(left.remove(at: next))
        }
        return order
    }
}

extension Award {
    /// The rules that its gates and its ranking speak of.
    var neededRules: [String] {
        var rules = gates.map(\.rule)
        if case .rate(let rule)? = ranking?.key, !rules.contains(rule) { rules.append(rule) }
        return rules
    }
}

extension Pack {
    /// Whether an award and those before it need no rules but `ids`.
    fileprivate func isDecided(_ award: Award, by ids: Set<String>) -> Bool {
        neededRules(of: award).allSatisfy(ids.contains)
    }

    /// The rules that an award and those before it speak of.
    package func neededRules(of award: Award) -> [String] {
        var rules: [String] = []
        var seen: Set<String> = []
        var waiting = [award.id]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let award = awards.first(where: { $0.id == next })
            else { continue }
            for rule in award.neededRules where !rules.contains(rule) { rules.append(rule) }
            waiting += award.after
        }
        return rules
    }
}

/// A rule whose expressions are programs.
struct PlannedRule: Sendable {
    struct LevelCase: Sendable {
        let condition: PlannedExpression
        let level: Level
    }

    let rule: Rule
    /// The table whose rows are judged.
    let table: Int
    let condition: PlannedExpression?
    let versionBy: PlannedExpression?
    let levelCases: [LevelCase]
    let requirement: any PlannedRequirement
    let message: PlannedTemplate

    /// Returns the plan of `rule`; `english` serves its English messages, `planner` all else.
    init?(_ rule: Rule, planner: Planner, english: Planner) {
        guard let table = planner.schema.numbers[rule.dataset] else { return nil }
        self.rule = rule
        self.table = table
        condition = planner.plan(rule.condition, subject: table)
        versionBy = planner.plan(rule.versionBy, subject: table)
        levelCases = rule.levelCases.map {
            LevelCase(
                condition: PlannedExpression($0.condition, planner: planner, subject: table),
                level: $0.level)
        }
        guard let requirement = planner.plan(rule.requirement, subject: table) else {
            return nil
        }
        self.requirement = requirement
        message = PlannedTemplate(
            rule.message, chinese: planner, english: english, subject: table)
    }
}
