import HeguiPack
import HeguiTables
import Testing

@testable import HeguiEngine
@testable import HeguiReview

extension Review {
    /// Expects another review of the same data, worked in another way, to say the same.
    func expectAgreement(of other: Review, _ label: String) throws {
        try #require(outcomes.count == other.outcomes.count, "\(label)")
        for index in outcomes.indices {
            let (left, right) = (outcomes[index], other.outcomes[index])
            #expect(left == right, "\(label) \(left.rule) \(left.subject.id): \(left) \(right)")
            let code = other.outcomes.verdict(at: index)
            #expect(left.verdict == code, "\(label) \(left.rule) \(left.subject.id)")
        }
        let sameStandings = Array(standings) == Array(other.standings)
        #expect(sameStandings, "\(label)")
        #expect(other.faults().isEmpty, "\(label)")
        expectSameKinds(as: other, label)
    }

    /// Expects what is told of outcomes without making them: kinds, rows, and who is reported under
    /// the same row. What that row is called may differ.
    private func expectSameKinds(as other: Review, _ label: String) {
        let both = [self, other].map { review in
            var all: [(kind: OutcomeKind, subject: Outcome.Subject)] = []
            review.outcomes.forEachKind(of: Set(Verdict.allCases)) { all.append(($0, $1)) }
            return all
        }
        #expect(both[0].count == both[1].count, "\(label)")
        var names: [String: Set<String?>] = [:]
        var sources: [String: Set<String?>] = [:]
        for (left, right) in zip(both[0], both[1]) {
            let (one, same) = (left.subject, right.subject)
            let isSame = left.kind == right.kind && one.type == same.type && one.row == same.row
            #expect(isSame, "\(label): \(left) \(right)")
            names["\(one.type) \(one.groupID ?? "")", default: []].insert(same.groupID)
            sources["\(same.type) \(same.groupID ?? "")", default: []].insert(one.groupID)
        }
        #expect(names.values.allSatisfy { $0.count == 1 }, "\(label)")
        #expect(sources.values.allSatisfy { $0.count == 1 }, "\(label)")
    }

    /// Expects the review of the same rows, packed into columns, to say the same, down to what is
    /// said of rules, subjects and files.
    func expectAgreement(ofPacked packed: Review, _ label: String) throws {
        try expectAgreement(of: packed, label)
        for (left, right) in zip(rules, packed.rules) {
            #expect(left.counts == right.counts, "\(label) \(left.rule)")
            #expect(left.explained == right.explained, "\(label) \(left.rule)")
            #expect(left.notRun == right.notRun, "\(label) \(left.rule)")
            #expect(left.missing == right.missing, "\(label) \(left.rule)")
        }
        #expect("\(material)" == "\(packed.material)", "\(label)")
        #expect("\(unmatchedNominations)" == "\(packed.unmatchedNominations)", "\(label)")
        #expect(dataFindings == packed.dataFindings, "\(label)")
        #expect(diagnostics == packed.diagnostics, "\(label)")
        #expect(given == packed.given, "\(label)")
        #expect(outcomes.census() == packed.outcomes.census(), "\(label)")
        #expect(outcomes.censusByRule() == packed.outcomes.censusByRule(), "\(label)")
        #expect(outcomes.subjectNames == packed.outcomes.subjectNames, "\(label)")
        var facts: [[OutcomeFacts]] = []
        for review in [self, packed] {
            var all: [OutcomeFacts] = []
            review.outcomes.forEachFacts(of: Set(Verdict.allCases)) { all.append($0) }
            facts.append(all)
        }
        for (left, right) in zip(facts[0], facts[1])
        where left.verdict != .notApplicable && "\(left)" != "\(right)" {
            Issue.record("\(label): \(left) \(right)")
        }
    }
}
