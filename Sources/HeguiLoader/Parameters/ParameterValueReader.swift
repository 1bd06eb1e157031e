import HeguiCalendar
import HeguiDiagnostics
package import HeguiPack
import HeguiYAML

/// Reads values of a parameter's type, from its declaration and from `set` of an example.
struct ParameterValueReader {
    private static let what = Message(zh: "参数值", en: "a parameter's value")

    let context: LoadContext
    let kind: Parameter.Kind?
    let choices: [String]
    let tableType: TableType?
    let enums: EnumColumns
    /// The readings that a scalar may name in place of a value.
    var alternatives: [Parameter.Alternative] = []

    func read(_ node: Node) -> ParameterValue? {
        guard let kind else { return nil }
        if let text = node.scalar?.text,
            let alternative = alternatives.first(where: { $0.name == text })
        {
            return alternative.value
        }
        if kind == .table { return table(node) }
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        if let value = Self.value(scalar.text, of: kind, choices: choices) { return value }
        if kind == .choice {
            context.report(.choiceUnknown(scalar, among: choices))
        } else {
            context.report(.valueUnreadable(scalar, as: Self.name(of: kind), for: Self.what))
        }
        return nil
    }

    private func table(_ node: Node) -> ParameterValue? {
        guard let tableType else { return nil }
        if let scalar = node.scalar, !alternatives.isEmpty {
            context.report(.readingUnknown(scalar, among: alternatives.compactMap(\.name)))
            return nil
        }
        return BracketTableLoader(context: context, type: tableType, enums: enums).load(node)
            .map { .table($0) }
    }

    static func value(_ text: String, of kind: Parameter.Kind, choices: [String])
        -> ParameterValue?
    {
        switch kind {
        case .integer: ScalarParser.integer(text).map { .integer($0) }
        case .ratio: ScalarParser.ratio(text).map { .ratio($0) }
        case .number: ScalarParser.number(text).map { .ratio($0) }
        case .day: Day(text).map { .day($0) }
        case .length: PeriodLength(text).map { .length($0) }
        case .boolean: ScalarParser.boolean(text).map { .boolean($0) }
        case .text: .text(text)
        case .choice: choices.contains(text) ? .text(text) : nil
        case .table: nil
        }
    }

    static func name(of kind: Parameter.Kind) -> Message {
        switch kind {
        case .integer: ScalarParser.integerName
        case .ratio: ScalarParser.ratioName
        case .number: ScalarParser.numberName
        case .day: ScalarParser.dayName
        case .length: ScalarParser.lengthName
        case .boolean: ScalarParser.booleanName
        case .text: Message(zh: "文字", en: "text")
        case .table: Message(zh: "表", en: "a table")
        case .choice: Message(zh: "可选值之一", en: "one of the choices")
        }
    }
}

extension Parameter {
    /// Returns the value that a run sets with `text`: the name of an
    /// alternative, or a value as it is written in a pack; nil where it is neither.
    package func value(reading text: String) -> ParameterValue? {
        alternatives.first { $0.name == text }?.value
            ?? ParameterValueReader.value(text, of: kind, choices: choices)
    }
}
