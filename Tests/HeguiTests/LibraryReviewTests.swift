import Hegui
import HeguiCalendar
import Testing

@Suite("Reviews by the library")
struct LibraryReviewTests {
    let material: Material

    init() throws {
        material = try Material()
    }

    private func sayings(_ review: DropReview) -> [String] {
        var sayings: [String] = []
        review.forEachOutcome(of: Set(OutcomeVerdict.allCases)) { (outcome: OutcomeBrief) in
            sayings.append("\(outcome.rule) \(outcome.subject) \(outcome.verdict.rawValue)")
        }
        return sayings
    }

    @Test("a pack says what it is")
    func pack() throws {
        let pack = try material.pack()
        #expect(pack.id == "base" && pack.version == "1.0.0" && pack.language == .english)
        #expect(pack.title(in: .chinese) == "示例规则包" && pack.title(in: .english) == "Sample pack")
    }

    @Test("a folder that is none is a failure that says what to do")
    func nowhere() throws {
        let failure = #expect(throws: ReviewFailure.self) {
            try RulePack.load(folder: material.path("nowhere"))
        }
        #expect(failure?.text(in: .english).contains("there is no pack folder") == true)
        #expect(failure?.text(in: .chinese).contains("没有规则包文件夹") == true)
    }

    @Test("the mistakes of a pack are told with their places")
    func mistakes() throws {
        try material.replace(
            "at_least: params.activities", "at_least: params.activites",
            in: "rules/base/rules/member/too-few-activities.yaml")
        let failure = #expect(throws: ReviewFailure.self) { try material.pack() }
        let text = try #require(failure?.text(in: .english))
        #expect(text.hasPrefix("error[R"))
        #expect(text.contains("too-few-activities.yaml:12:") && text.contains("`activities`"))
        #expect(failure?.text(in: .english, isColoured: true).contains("\u{1B}[") == true)
    }

    @Test("outcomes come in the order of rules and rows, with what was found and asked")
    func outcomes() throws {
        let review = try material.review()
        #expect(
            sayings(review) == [
                "registered-late M1 violated", "registered-late M2 met", "registered-late M3 met",
                "registered-late M4 pending", "too-few-activities M1 met",
                "too-few-activities M2 violated", "too-few-activities M3 met",
                "too-few-activities M4 not-applicable", "rate-too-low U1 met",
                "rate-too-low U2 met",
            ])
        var violated: [OutcomeBrief] = []
        review.forEachOutcome(of: [.violated]) { violated.append($0) }
        try #require(violated.map(\.subject) == ["M1", "M2"])
        #expect(violated[0].daysLate == 1 && violated[0].isDone)
        #expect(violated[1].observed == "1" && violated[1].required == "2")
        #expect(violated[1].daysLate == nil && violated[1].rate == nil)
        var rates: [ExactShare?] = []
        review.forEachOutcome(of: [.met]) { if $0.rule == "rate-too-low" { rates.append($0.rate) } }
        #expect(rates.map { $0?.numerator } == [2, 1] && rates.map { $0?.denominator } == [2, 1])
    }

    @Test("an error of the caller ends the outcomes")
    func stopped() throws {
        struct Enough: Error {}
        let review = try material.review()
        var seen = 0
        #expect(throws: Enough.self) {
            try review.forEachOutcome(of: [.met]) { (_) throws(Enough) in
                seen += 1
                throw Enough()
            }
        }
        #expect(seen == 1)
    }

    @Test("rules one by one say what all outcomes say, and are counted")
    func rules() throws {
        let review = try material.review()
        let byRule = review.mapRules(of: Set(OutcomeVerdict.allCases)) { (rule: RuleOutcomes) in
            var sayings: [String] = []
            rule.forEach { sayings.append("\(rule.rule) \($0.subject) \($0.verdict.rawValue)") }
            return sayings
        }
        #expect(byRule.count == 3 && byRule.flatMap(\.self) == sayings(review))
        let counts: [RuleCounts] = review.ruleCounts
        #expect(counts.map(\.rule) == ["registered-late", "too-few-activities", "rate-too-low"])
        for (rule, own) in zip(counts, byRule) {
            #expect(rule.hasRun)
            for verdict in OutcomeVerdict.allCases {
                let expected = own.count { $0.hasSuffix(" " + verdict.rawValue) }
                #expect(rule.count(of: verdict) == expected, "\(rule.rule) \(verdict)")
            }
        }
    }

    @Test("standings name award, candidate, share and rank")
    func standings() throws {
        try material.replace("2013-06-03\nM3", "\nM3", in: "drop/members.csv")
        let standings: [StandingBrief] = try material.review().standings
        #expect(standings.map(\.award) == ["best-unit", "best-unit"])
        #expect(standings.map(\.subject) == ["U2", "U1"])
        #expect(standings.map(\.result) == [.eligible, .blocked])
        #expect(standings.map(\.rank) == [1, 2])
        #expect(standings.map { $0.rate?.numerator } == [1, 1])
        #expect(standings.map { $0.rate?.denominator } == [1, 2])
    }

    @Test("only open gates let an award be given", arguments: StandingResult.allCases)
    func open(result: StandingResult) {
        #expect(result.isAwardable == result.rawValue.hasPrefix("eligible"))
    }

    @Test("every engine gives the same review", arguments: ReviewEngine.allCases)
    func engines(engine: ReviewEngine) throws {
        let options = ReportOptions(scope: .everything, language: .chinese)
        let expected = try material.review(engine: .rows).files(in: .json, options)[0].text()
        let review = try material.review(engine: engine)
        #expect(try review.files(in: .json, options)[0].text() == expected)
        #expect(try sayings(review) == sayings(material.review(engine: .rows)))
    }

    @Test("the steps of the work are told as they begin")
    func steps() throws {
        var steps: [ReviewStep] = []
        _ = try material.pack().review(drop: [material.drop], asOf: material.asOf) {
            steps.append($0)
        }
        #expect(steps.map { "\($0)" } == ["readingDrop", "judging"])
    }

    @Test("a drop that columns refuse is not read again without the reason")
    func readAgain() throws {
        try material.replace("2013-06-03\nM3", "同上\nM3", in: "drop/members.csv")
        var steps: [ReviewStep] = []
        _ = try material.pack().review(
            drop: [material.drop], asOf: material.asOf, engine: .columns
        ) { steps.append($0) }
        #expect(steps.count == 3)
        guard case .readingAgain(let zh, let en)? = steps.dropFirst().first else {
            Issue.record("columns read a ditto mark")
            return
        }
        #expect(zh.contains("members.csv") && zh.contains("同上"))
        #expect(en.contains("members.csv") && en.contains("ditto"))
    }

    @Test("findings are counted from their level up, and a selection counts its own")
    func findings() throws {
        try material.write(
            try material.read("drop/units.csv") + "U2,区书店\n", to: "drop/units.csv")
        let review = try material.review()
        let counts = FindingLevel.allCases.map { review.openFindings(atOrAbove: $0) }
        #expect(FindingLevel.allCases == [.mandatory, .verify, .hint])
        #expect(counts == [2, 3, 3])
        #expect(try review.limited(to: ["M1"]).openFindings(atOrAbove: .mandatory) == 1)
        #expect(try review.limited(to: []).openFindings(atOrAbove: .hint) == 3)
        let failure = #expect(throws: ReviewFailure.self) {
            try review.limited(to: ["registered-lat"])
        }
        #expect(failure?.text(in: .english).contains("did you mean `registered-late`?") == true)
    }

    @Test("a file that cannot be read leaves a review incomplete, and says so")
    func incomplete() throws {
        let whole = try material.review()
        #expect(whole.isComplete && whole.problems(in: .english).isEmpty)
        try material.write("PK\u{3}\u{4}no archive", to: "drop/broken.xlsx")
        let review = try material.review()
        #expect(!review.isComplete)
        #expect(review.problems(in: .english).contains("broken.xlsx"))
        #expect(review.problems(in: .chinese).contains("broken.xlsx"))
        #expect(sayings(review) == sayings(whole))
        let nothing = try material.pack().review(
            drop: [material.path("nowhere")], asOf: material.asOf)
        #expect(!nothing.isComplete)
    }

    @Test("the plan of the work names each rule")
    func workPlan() throws {
        let plan: WorkPlan = try material.pack().workPlan(
            drop: DropPaths([material.drop]), asOf: material.asOf)
        for rule in ["registered-late", "too-few-activities", "rate-too-low"] {
            #expect(plan.text(in: .english).contains(rule))
        }
        #expect(plan.text(in: .english).contains("3 rules are worked on columns"))
        #expect(plan.text(in: .chinese).contains("3 条规则"))
    }

    @Test("a parameter that is set is used, and an impossible one refused")
    func setting() throws {
        let pack = try material.pack()
        let eased = try pack.setting("activities", to: "1")
        let review = eased.review(drop: [material.drop], asOf: material.asOf)
        #expect(review.openFindings(atOrAbove: .mandatory) == 1)
        #expect(review.origin(in: .english).contains("activities"))
        for (name, value) in [("activites", "1"), ("activities", "two")] {
            #expect(throws: ReviewFailure.self) { try pack.setting(name, to: value) }
        }
    }

    @Test("a file of options says what it holds, with paths seen from here, and reviews state it")
    func configuration() throws {
        try material.write("rules: base\nformats: json:r.json\n", to: "rules/hegui.yaml")
        let path = material.path("rules/hegui.yaml")
        let file = try RunConfiguration.read(path)
        #expect(file.path == path && file.values(of: .rules) == [material.rules])
        #expect(file.values(of: .formats) == ["json:" + material.path("rules/r.json")])
        #expect(file.line(of: ConfigurationKey.formats) == 2 && file.values(of: .drop) == nil)
        let review = try material.pack().stating(file).review(
            drop: [material.drop], asOf: material.asOf)
        #expect(review.origin(in: .english).contains("configuration \(path), SHA-256 "))
        #expect(throws: ReviewFailure.self) { try RunConfiguration.read(path + "x") }
    }
}
