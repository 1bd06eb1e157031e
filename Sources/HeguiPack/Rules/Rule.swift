package import HeguiCalendar
package import HeguiDiagnostics
import HeguiYAML

/// One check of one kind of subject.
package struct Rule: Sendable {
    package enum Modality: String, CaseIterable, Sendable {
        case binding
        /// A broken rule is advice, never a violation.
        case soft
    }

    package struct LevelCase: Sendable {
        package let condition: Expression
        package let level: Level

        package init(condition: Expression, level: Level) {
            self.condition = condition
            self.level = level
        }
    }

    package let id: String
    package let title: LocalizedText
    /// What the rule measures, as rankings are headed; the title names what is wrong.
    package let metric: LocalizedText?
    package let clause: String
    package let also: [String]
    package let reading: LocalizedText?
    /// The dataset whose rows are judged.
    package let dataset: String
    package let condition: Expression?
    package let effective: Effective
    package let versionBy: Expression?
    package let requirement: Requirement
    /// The requirement as it is written in YAML.
    package let requirementText: String
    package let modality: Modality
    package let waivable: Waivability
    /// The rule whose place this one takes on the days on which it is in force.
    package let replaces: String?
    package let level: Level
    package let levelCases: [LevelCase]
    package let message: MessageTemplate
    package let remedy: LocalizedText?
    package let examples: [Example]
    package let span: Span

    package init(
        id: String, title: LocalizedText, metric: LocalizedText? = nil, clause: String,
        also: [String], reading: LocalizedText?, dataset: String, condition: Expression?,
        effective: Effective, versionBy: Expression?,
        requirement: Requirement, requirementText: String, modality: Modality,
        waivable: Waivability = .byPack, replaces: String?,
        level: Level, levelCases: [LevelCase], message: MessageTemplate, remedy: LocalizedText?,
        examples: [Example], span: Span
    ) {
        self.id = id
        self.title = title
        self.metric = metric
        self.clause = clause
        self.also = also
        self.reading = reading
        self.dataset = dataset
        self.condition = condition
        self.effective = effective
        self.versionBy = versionBy
        self.requirement = requirement
        self.requirementText = requirementText
        self.modality = modality
        self.waivable = waivable
        self.replaces = replaces
        self.level = level
        self.levelCases = levelCases
        self.message = message
        self.remedy = remedy
        self.examples = examples
        self.span = span
    }
}

extension Rule {
    /// Everything that the rule reads but its message: what guards it, its requirement, its levels.
    package var parts: [Part] {
        [
            condition.map { Part("when", .condition, reads: $0, isTelling: false) },
            versionBy.map { Part("version_by", .day, reads: $0, isTelling: false) },
        ].compactMap(\.self) + requirement.parts
            + levelCases.map {
                Part("level_when", .condition, reads: $0.condition, isTelling: false)
            }
    }

    /// What each expression of the rule is there for, by where it stands: the key that it is
    /// written under, such as `when` or `at_least`.
    package var roles: [Span: String] {
        var roles: [Span: String] = [:]
        for part in parts.all {
            if let expression = part.expression { roles[expression.source.span] = part.key }
        }
        return roles
    }
}

/// The days on which something is in force, both ends included; nil is open.
package struct Effective: Hashable, Sendable {
    package let from: Day?
    package let until: Day?

    package init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// Returns whether `day` is within.
    package func contains(_ day: Day) -> Bool {
        (from ?? day) <= day && day <= (until ?? day)
    }
}
