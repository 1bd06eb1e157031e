package import HeguiDiagnostics

/// One check of one kind of subject.
package struct Rule: Sendable {
    package struct LevelCase: Sendable {
        package let condition: Expression
        package let level: Level
    }

    package let id: String
    package let title: LocalizedText
    package let clause: String
    package let also: [String]
    package let reading: LocalizedText?
    /// The dataset whose rows are judged.
    package let dataset: String
    package let condition: Expression?
    package let effective: Effective
    package let versionBy: Expression?
    package let requirement: Requirement
    package let level: Level
    package let levelCases: [LevelCase]
    package let message: MessageTemplate
    package let remedy: LocalizedText?
    package let examples: [Example]
    package let span: Span
}
