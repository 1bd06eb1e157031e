import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// Reads values of a parameter's type, from its declaration, from `set` of an example, and from `--set`.
struct ParameterValueReader {
    let context: LoadContext
    let kind: Parameter.Kind?
    let choices: [String]

    func read(_ node: Node) -> ParameterValue? {
        let what = Message(zh: "参数值", en: "a parameter's value")
        guard let scalar = context.scalar(node, what), let kind else { return nil }
        if let value = Self.value(scalar.text, kind, choices) { return value }
        if kind == .choice {
            context.reportUnknown(
                "R0105",
                Message(zh: "没有 `\(scalar.text)` 这个选择", en: "`\(scalar.text)` is not a choice"),
                scalar.text, among: choices, at: scalar.span)
        } else {
            context.reportBadScalar(scalar, what, Self.name(of: kind))
        }
        return nil
    }

    static func value(_ text: String, _ kind: Parameter.Kind, _ choices: [String])
        -> ParameterValue?
    {
        switch kind {
        case .integer: ScalarReading.integer(text).map { .integer($0) }
        case .ratio, .number: ScalarReading.ratio(text).map { .ratio($0) }
        case .day: Day(text).map { .day($0) }
        case .length: PeriodLength(text).map { .length($0) }
        case .boolean: ScalarReading.boolean(text).map { .boolean($0) }
        case .text: .text(text)
        case .choice: choices.contains(text) ? .text(text) : nil
        case .table: nil
        }
    }

    static func name(of kind: Parameter.Kind) -> Message {
        switch kind {
        case .integer: ScalarReading.integerName
        case .ratio, .number: ScalarReading.ratioName
        case .day: ScalarReading.dayName
        case .length: ScalarReading.lengthName
        case .boolean: ScalarReading.booleanName
        case .text: Message(zh: "文字", en: "text")
        case .table: Message(zh: "表", en: "a table")
        case .choice: Message(zh: "可选值之一", en: "one of the choices")
        }
    }
}
