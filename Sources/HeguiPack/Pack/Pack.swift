package import HeguiCalendar
package import HeguiDiagnostics

/// A policy as data: checked as a whole, every name resolved, every expression typed.
package struct Pack: Sendable {
    /// The document that the pack renders.
    package struct Document: Sendable {
        package let title: String
        package let number: String?
        package let issuer: String?
        package let issuedOn: Day?

        package init(title: String, number: String?, issuer: String?, issuedOn: Day?) {
            self.title = title
            self.number = number
            self.issuer = issuer
            self.issuedOn = issuedOn
        }
    }

    package let id: String
    package let title: LocalizedText
    package let version: String
    package let language: Language
    package let document: Document
    package let effective: Effective
    package let calendar: WorkingCalendar
    package let calendarName: String
    package let counting: CountingRule
    package var parameters: [Parameter]
    /// Which waivers and explanations count.
    package let statements: StatementPolicy
    package let clauses: [Clause]
    package let datasets: [Dataset]
    package let annexes: [Annex]
    package let rules: [Rule]
    package let awards: [Award]
    /// The cases of tests/*.yaml, in order of file.
    package let cases: [TestCase]
    /// Parameters that the user set for this run, in order of name.
    package var overrides: [String]
    /// Personal columns that the user asked to see unmasked, in order of dataset and name.
    package var revealed: [ColumnName] = []
    /// The records that expressions see, one a dataset in the order of `datasets`.
    package let layouts: [RowLayout]

    package init(
        id: String, title: LocalizedText, version: String, language: Language, document: Document,
        effective: Effective, calendar: WorkingCalendar, calendarName: String,
        counting: CountingRule, parameters: [Parameter],
        statements: StatementPolicy = StatementPolicy(), clauses: [Clause], datasets: [Dataset],
        annexes: [Annex], rules: [Rule], awards: [Award], cases: [TestCase], overrides: [String],
        revealed: [ColumnName] = [], layouts: [RowLayout]
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.language = language
        self.document = document
        self.effective = effective
        self.calendar = calendar
        self.calendarName = calendarName
        self.counting = counting
        self.parameters = parameters
        self.statements = statements
        self.clauses = clauses
        self.datasets = datasets
        self.annexes = annexes
        self.rules = rules
        self.awards = awards
        self.cases = cases
        self.overrides = overrides
        self.revealed = revealed
        self.layouts = layouts
    }

    /// Returns the dataset `name`.
    package func dataset(_ name: String) -> Dataset? {
        datasets.first { $0.name == name }
    }

    /// Returns the relations that lead from a row of `dataset` to rows that refer to it.
    package func relations(of dataset: String) -> [Relation] {
        layouts.first { $0.dataset == dataset }?.relations ?? []
    }
}

extension Pack {
    /// Returns whether a column's values are hidden in reports.
    package func masks(_ column: Column, of dataset: String) -> Bool {
        column.isMasked
            && !revealed.contains(ColumnName(dataset: dataset, column: column.name))
    }
}

extension Pack {
    /// Returns who may approve a waiver of `rule`; nil: anybody whom it does not concern, empty:
    /// nobody.
    package func approvers(of rule: Rule) -> [String]? {
        switch rule.waivable {
        case .byPack: statements.approvers
        case .by(let names): names
        case .never: []
        }
    }
}

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
