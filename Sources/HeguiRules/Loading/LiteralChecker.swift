import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// Checks the literals of an expression that would only fail once it runs.
struct LiteralChecker {
    let compiler: ExpressionCompiler
    let scalar: Scalar

    private var context: LoadContext { compiler.context }

    /// Whether there is no floating literal: 0.1 has no exact binary form.
    func hasNoFloats(_ parsed: ParsedExpression) -> Bool {
        var isExact = true
        for node in parsed.nodes {
            guard case .constant(.double) = node.kind else { continue }
            let words = text(in: node.range)
            isExact = false
            context.report(
                "R0217",
                Message(
                    zh: "浮点数 `\(words)` 不精确", en: "the floating literal `\(words)` is not exact"),
                at: scalar.span(of: node.range),
                help: Message(zh: "写 `number(\"\(words)\")`", en: "write `number(\"\(words)\")`"))
        }
        return isExact
    }

    /// Whether the texts that functions read as something else can be read.
    func check(_ checked: CheckedExpression) -> Bool {
        var isSound = true
        for (id, node) in checked.nodes.enumerated() {
            guard case .function(let name, _, _)? = checked.references[id],
                case .call(let call) = node.kind
            else { continue }
            let literals = call.arguments.map { argument -> Literal? in
                guard case .constant(.string(let text)) = checked.nodes[argument].kind else {
                    return nil
                }
                return Literal(text: text, range: checked.nodes[argument].range)
            }
            if !check(name, literals) { isSound = false }
        }
        return isSound
    }

    private struct Literal {
        var text: String
        var range: Range<Int>
    }

    private func check(_ name: String, _ arguments: [Literal?]) -> Bool {
        switch name {
        case "number": isRead(arguments, ScalarReading.numberName) { ScalarReading.number($0) }
        case "length": isRead(arguments, ScalarReading.lengthName) { PeriodLength($0) }
        case "date": isRead(arguments, ScalarReading.dayName) { Day($0) }
        case "quota", "round": isRounding(arguments)
        case "rank": isRank(arguments)
        default: true
        }
    }

    private func isRead<Value>(
        _ arguments: [Literal?], _ kind: Message, _ read: (String) -> Value?
    ) -> Bool {
        guard case let literal?? = arguments.first, read(literal.text) == nil else { return true }
        context.report(
            "R0104",
            Message(
                zh: "`\(literal.text)` 不是\(kind.zh)", en: "`\(literal.text)` is not \(kind.en)"),
            at: scalar.span(of: literal.range))
        return false
    }

    private func isRounding(_ arguments: [Literal?]) -> Bool {
        guard case let literal?? = arguments.last, Rounding(rawValue: literal.text) == nil else {
            return true
        }
        context.reportUnknown(
            "R0105",
            Message(
                zh: "舍入方式不能是 `\(literal.text)`",
                en: "a rounding cannot be `\(literal.text)`"), literal.text,
            among: Rounding.allCases.map(\.rawValue), at: scalar.span(of: literal.range))
        return false
    }

    private func isRank(_ arguments: [Literal?]) -> Bool {
        guard case let column?? = arguments.first else {
            context.report(
                "R0408",
                Message(
                    zh: "`rank` 的第一个参数要直接写明列，如 \"units.grade\"",
                    en: "the first argument of `rank` is a literal such as \"units.grade\""),
                at: scalar.span)
            return false
        }
        let columns = compiler.enumColumns
        guard let values = columns.first(where: { $0.name == column.text })?.values else {
            context.reportUnknown(
                "R0408",
                Message(
                    zh: "没有 enum 列 `\(column.text)`", en: "no enum column `\(column.text)`"),
                column.text, among: columns.map(\.name), at: scalar.span(of: column.range))
            return false
        }
        guard case let value?? = arguments.last, !values.contains(value.text) else { return true }
        context.reportUnknown(
            "R0408",
            Message(
                zh: "`\(column.text)` 没有取值 `\(value.text)`",
                en: "`\(column.text)` has no value `\(value.text)`"), value.text, among: values,
            at: scalar.span(of: value.range))
        return false
    }

    private func text(in range: Range<Int>) -> String {
        String(decoding: Array(scalar.text.utf8)[range], as: UTF8.self)
    }
}

extension ExpressionCompiler {
    /// The enum columns as `dataset.column`, with their values from lowest to highest.
    var enumColumns: [(name: String, values: [String])] {
        layouts.flatMap { layout in
            layout.fields.filter { !$0.values.isEmpty }
                .map { (layout.dataset + "." + $0.name, $0.values) }
        }
    }
}
