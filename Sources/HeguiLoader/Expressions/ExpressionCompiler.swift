import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Checks the expressions of a pack and puts CEL's issues where they stand in the YAML file.
struct ExpressionCompiler {
    /// What an expression sees, in order.
    typealias Scope = [(name: String, type: Type)]

    static let dayType = Type.opaque("day", [])
    static let periodType = Type.opaque("period", [])
    static let lengthType = Type.opaque("length", [])
    static let numberTypes = [Type.int, NumberValue.type]

    let environment: ExpressionEnvironment
    let layouts: [RowLayout]
    let parameters: [Parameter]
    let context: LoadContext

    /// The scope of a rule over `dataset`: its row, the as-of day, the parameters.
    func scope(of dataset: String) -> Scope {
        let singular = layouts.first { $0.dataset == dataset }?.singular ?? dataset
        return [
            (singular, .object(singular)), ("as_of", Self.dayType),
            ("params", .object(ExpressionEnvironment.paramsTypeName)),
        ]
    }

    /// Returns the expression of `scalar`, of one of the types `expected` (any where empty); with
    /// `domain`, what it gives is one of these values.
    func compile(
        _ scalar: Scalar, in scope: Scope, expecting expected: [Type] = [],
        giving domain: ValueDomain? = nil, for what: Message
    ) -> Expression? {
        let literals = LiteralChecker(compiler: self, scalar: scalar)
        let checked: CheckedExpression
        do {
            let environment = environment.environment(scope: scope)
            let parsed = try environment.parse(scalar.text)
            guard literals.hasNoFloats(parsed) else { return nil }
            checked = try environment.check(parsed)
        } catch {
            for issue in error.issues { report(issue, in: scalar) }
            return nil
        }
        guard literals.check(checked),
            ValueChecker(compiler: self, scalar: scalar, checked: checked).check(giving: domain)
        else { return nil }
        guard accepts(checked.type, among: expected) else {
            let names =
                expected == Self.numberTypes
                ? [Self.name(of: NumberValue.type)] : expected.map(Self.name(of:))
            let found = Self.name(of: checked.type)
            context.report(.resultMismatched(scalar, of: what, expected: names, found: found))
            return nil
        }
        context.noteCompiled(scalar.span)
        return Expression(source: scalar, checked: checked, variables: scope.map(\.name))
    }

    private func accepts(_ type: Type, among expected: [Type]) -> Bool {
        if expected.isEmpty || type == .dyn || type == .error { return true }
        if case .wrapper(let inner) = type { return accepts(inner, among: expected) }
        if case .list(.wrapper(let element)) = type {
            return accepts(.list(element), among: expected)
        }
        if type == .list(.dyn), expected.contains(where: { $0.isList }) { return true }
        return expected.contains(type) || type == .null
    }

    static func name(of type: Type) -> Message {
        switch type {
        case .bool: Message(zh: "布尔值", en: "a boolean")
        case .int: Message(zh: "整数", en: "a whole number")
        case .string: Message(zh: "文字", en: "text")
        case dayType: Message(zh: "日期", en: "a day")
        case periodType: Message(zh: "日历期间", en: "a calendar period")
        case lengthType: Message(zh: "期限", en: "a length")
        case NumberValue.type: Message(zh: "数", en: "a number")
        case .opaque("table", _): Message(zh: "表", en: "a table")
        case .wrapper(let inner): name(of: inner)
        case .list: Message(zh: "列表", en: "a list")
        case .null: Message(zh: "空值", en: "null")
        case .object(let object): Message(zh: "一行 `\(object)`", en: "a row `\(object)`")
        default: Message(zh: "别的类型（\(type)）", en: "\(type)")
        }
    }

    /// The parameter of type ratio that is all that the expression is.
    func ratio(read checked: CheckedExpression) -> String? {
        guard
            case .field(ExpressionEnvironment.paramsTypeName, let index)? =
                checked.references[checked.root], parameters[index].kind == .ratio
        else { return nil }
        return parameters[index].name
    }

    private func report(_ issue: Issue, in scalar: Scalar) {
        let utf8 = Array(scalar.text.utf8)
        let lower = min(max(0, issue.range.lowerBound), utf8.count)
        let upper = min(max(lower, issue.range.upperBound), utf8.count)
        let words = String(decoding: utf8[lower..<upper], as: UTF8.self)
        let meaning = ExpressionIssue(kind: issue.kind, words: words, english: issue.message)
        context.report(
            Diagnostic(
                meaning.code, at: .text(scalar.span(of: lower..<upper)),
                zh: meaning.message.zh, en: meaning.message.en,
                help: meaning.help(or: issue.help)))
    }
}
