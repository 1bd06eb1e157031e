package import HeguiDiagnostics
import HeguiYAML

extension Rule {
    /// Everything that the rule reads but its message: what guards it, its requirement, its levels.
    package var parts: [Part] {
        [
            condition.map { Part("when", .condition, $0, isTelling: false) },
            versionBy.map { Part("version_by", .day, $0, isTelling: false) },
        ].compactMap(\.self) + requirement.parts
            + levelCases.map { Part("level_when", .condition, $0.condition, isTelling: false) }
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
