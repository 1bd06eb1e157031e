package import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
import HeguiTables

/// Puts a review into suites of cases, as tools for tests know them: a suite a rule, then one for
/// the data and one for what could not be checked.
///
/// A case is a subject that does not simply meet the rule; those that do are one case together, so
/// that a report grows with what is found. A case fails where it counts for the exit status, errs
/// where a rule or file could not be checked, and is else skipped with the reason.
package struct CheckSuites: Sendable {
    let review: Review
    let provenance: Provenance
    let say: Speaker
    /// The lightest level that counts; nil: none does.
    let failLevel: Level?
    /// Findings that do not count, since they are known.
    private let known: KnownFindings?
    let index: ReviewIndex
    private let names: SubjectWords
    private let facts: FactLines
    private let fingerprints: FingerprintMaker
    /// Which outcomes and findings have a case.
    private let allowance: ResultAllowance

    static let verdicts: Set<Verdict> = [
        .violated, .advised, .waived, .pending, .undetermined, .failed,
    ]

    /// - Parameters:
    ///   - review: what is put into suites.
    ///   - provenance: what it follows from.
    ///   - language: the language of all texts.
    ///   - failLevel: the lightest level that counts for the exit status; nil: none does.
    ///   - baseline: the findings that count no more.
    ///   - limit: how many cases there are at most, one for each rule and diagnostic at least; nil: all.
    package init(
        _ review: Review, provenance: Provenance, language: Language, failLevel: Level?,
        baseline: Baseline? = nil, limit: Int? = nil
    ) {
        // Rules, diagnostics, what is pending, and three cases that sum up always have theirs.
        let others =
            review.rules.count + review.diagnostics.count
            + review.material.count { $0.isTold && !$0.isOpen } + 3
        allowance = ResultAllowance(
            limit.map { max(0, $0 - others) }, of: review, verdicts: Self.verdicts)
        self.review = review
        self.provenance = provenance
        say = Speaker(language)
        self.failLevel = failLevel
        known = baseline.map { KnownFindings(of: review, in: $0) }
        index = ReviewIndex(review.pack)
        names = SubjectWords(say: say)
        facts = FactLines(say: say)
        fingerprints = FingerprintMaker(review)
    }

    /// How many outcomes and findings have no case.
    var leftOut: Int { allowance.leftOut }

    /// Returns every suite with its counts, in order, without holding a case.
    ///
    /// - Complexity: linear in the number of outcomes. They are counted without being made, unless
    ///   there is a baseline, which is asked about each finding, or there are more than have a case.
    func counted() -> [CheckSuite] {
        let isWhole = known == nil && allowance.leftOut == 0
        let census = isWhole ? review.outcomes.censusByRule() : nil
        var suites: [CheckSuite] = []
        walk(
            Self.verdicts.filter { _ in census == nil }, suite: { suites.append($0) },
            check: { suites[suites.count - 1].counts.add($0.result) })
        guard let census else { return suites }
        for (index, rule) in review.rules.enumerated() {
            for (kind, count) in census[rule.rule] ?? [:] where Self.verdicts.contains(kind.verdict)
            {
                suites[index].counts.add(result(of: kind), count: count)
            }
        }
        return suites
    }

    private func result(of kind: OutcomeKind) -> CheckCase.Result {
        switch kind.verdict {
        case .met, .notApplicable: .passed
        case .failed: .errored
        case .violated where !kind.isExplained: result(of: kind.level)
        case .violated, .pending, .undetermined, .advised, .waived: .skipped("")
        }
    }

    /// Hands every suite, and after it every one of its cases, on in order.
    func walk(suite: (CheckSuite) -> Void, check: (CheckCase) -> Void) {
        walk(Self.verdicts, suite: suite, check: check)
    }

    private func walk(
        _ verdicts: Set<Verdict>, suite: (CheckSuite) -> Void, check: (CheckCase) -> Void
    ) {
        var allowance = allowance
        var outcomes = review.outcomes.those(of: verdicts).makeIterator()
        var next = outcomes.next()
        for rule in review.rules {
            suite(CheckSuite(id: rule.rule, clause: rule.clause, title: say(rule.title)))
            if let met = passing(rule) { check(met) }
            while let outcome = next, outcome.rule == rule.rule {
                if allowance.takes(ResultWeight(outcome.kind)) { check(self.check(outcome)) }
                next = outcomes.next()
            }
        }
        if !review.dataFindings.isEmpty {
            suite(CheckSuite(id: "data", clause: "", title: say("数据问题", "Data")))
            for finding in review.dataFindings where allowance.takes(ResultWeight(finding.level)) {
                check(self.check(finding))
            }
        }
        let told = review.material.filter(\.isTold)
        if !told.isEmpty {
            suite(CheckSuite(id: "material", clause: "", title: say("应交材料", "Material due")))
            for item in told where !item.isOpen || allowance.takes(ResultWeight(item.level)) {
                check(self.check(item))
            }
        }
        walkFiles(suite: suite, check: check)
        if let words = LeftOutWords(allowance, say).text {
            suite(CheckSuite(id: "left-out", clause: "", title: say("未列", "Not listed")))
            check(CheckCase(name: say("未列的结果", "results not listed"), result: .skipped(words)))
        }
    }

    /// The suite of what could not be checked.
    private func walkFiles(suite: (CheckSuite) -> Void, check: (CheckCase) -> Void) {
        let words = CompletenessWords(review, say)
        let shortage = words.completeness.isShort ? words.warning : nil
        if !review.diagnostics.isEmpty || !review.hasData || shortage != nil {
            suite(CheckSuite(id: "files", clause: "", title: say("材料", "Files")))
            if review.hasData, let shortage {
                check(
                    CheckCase(
                        name: say("判断了多少", "how much was judged"), result: .errored,
                        type: "incomplete", message: shortage))
            }
            if !review.hasData {
                check(
                    CheckCase(
                        name: say("材料", "drop"), result: .errored, type: "no-data",
                        message: say(UncheckedWords.noData)))
            }
            for diagnostic in review.diagnostics { check(self.check(diagnostic)) }
        }
    }

    /// The clause and the title of a suite in one.
    static func title(of suite: CheckSuite) -> DataText {
        [DataText(suite.clause), suite.title].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// One case for all subjects that meet the rule, or for a rule that judged nothing.
    private func passing(_ rule: RuleSummary) -> CheckCase? {
        if let reason = rule.notRun {
            let why = say("没有判断：", "judged nothing: ") + say(reason)
            return CheckCase(name: say("全部对象", "all subjects"), result: .skipped(why))
        }
        let met = rule.counts[.met, default: 0]
        guard met > 0 else { return nil }
        return CheckCase(name: say("符合 \(met) 项", "met: \(met)"), result: .passed)
    }

    private func check(_ outcome: Outcome) -> CheckCase {
        var message = say(outcome.message)
        if message.isEmpty {
            message = MissingList(index: index, say: say).text(outcome.missing)
        }
        var details = [facts.line(of: outcome)] + facts.partLines(of: outcome)
        let sources = SourceList.text(outcome.sources, say)
        if !sources.isEmpty { details.append(say("见 ", "see ") + sources) }
        if let remedy = outcome.remedy { details.append(say(remedy)) }
        var result = CheckCase(
            name: names.fullName(of: outcome.subject), result: self.result(of: outcome),
            type: DataText(outcome.level.rawValue), message: message,
            details: details.filter { !$0.isEmpty })
        result.fingerprint = fingerprints.fingerprint(of: outcome)
        settle(&result) { $0.contains(outcome) }
        return result
    }

    private func result(of outcome: Outcome) -> CheckCase.Result {
        let word = say(outcome.verdict)
        switch outcome.verdict {
        case .met, .notApplicable: return .passed
        case .failed: return .errored
        case .pending, .undetermined, .advised: return .skipped(word)
        case .waived: return .skipped(outcome.waiver.map { facts.waiver($0) } ?? word)
        case .violated:
            if let explanation = outcome.explanation {
                return .skipped(facts.explanation(explanation))
            }
            return result(of: outcome.level)
        }
    }

    private func result(of level: Level) -> CheckCase.Result {
        if let failLevel, level >= failLevel { return .failed }
        return .skipped(say(level))
    }

    private func check(_ finding: DataFinding) -> CheckCase {
        let place = say(Location.cell(finding.cell))
        var result = CheckCase(
            name: place, result: self.result(of: finding.level), type: DataText(finding.code),
            message: say(finding.message))
        if let help = finding.help { result.details = [say(help)] }
        result.fingerprint = fingerprints.fingerprint(of: finding)
        settle(&result) { $0.contains(finding) }
        return result
    }

    /// Skips a case that would fail where it is known.
    private func settle(_ check: inout CheckCase, isKnown: (KnownFindings) -> Bool) {
        if check.result == .failed, let known, isKnown(known) {
            check.result = .skipped(say("基线中已有", "in the baseline"))
        }
    }

    /// What is owed or was not read could not be checked; two versions are a finding.
    private func check(_ item: MaterialItem) -> CheckCase {
        let result: CheckCase.Result =
            if !item.isOpen { .skipped(say(.pending as Verdict)) } else if item.isWhole {
                .skipped(say(item.message))
            } else { .errored }
        return CheckCase(
            name: "\(say(item.annexName)) \(names.name(of: item.owner))", result: result,
            type: "material-\(item.state.rawValue)", message: say(item.message),
            details: [SourceList.text(item.sources, say)].filter { !$0.isEmpty })
    }

    private func check(_ diagnostic: Diagnostic) -> CheckCase {
        let place = say(diagnostic.location)
        let isError = diagnostic.severity == .error
        return CheckCase(
            name: [DataText(diagnostic.code), place].compactMap(\.self).joined(separator: " "),
            result: isError ? .errored : .skipped(say(diagnostic.message)),
            type: DataText(diagnostic.code), message: say(diagnostic.message),
            details: diagnostic.help.map { [say($0)] } ?? [])
    }

}
