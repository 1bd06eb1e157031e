extension Pack {
    /// Every example as a case with one check, rule by rule, then the cases of tests/*.yaml.
    package var tests: [TestCase] {
        let ofRules = rules.flatMap { rule in
            rule.examples.map { TestCase($0, of: .rule(rule.id)) }
        }
        let ofAwards = awards.flatMap { award in
            award.examples.map { TestCase($0, of: .award(award.id)) }
        }
        return ofRules + ofAwards + cases
    }
}

extension TestCase {
    fileprivate init(_ example: Example, of target: Target) {
        self.init(
            situation: example.situation, checks: [Check(target: target, example: example)])
    }
}
