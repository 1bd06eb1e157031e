import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
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
            context.report(.literalInexact(words, at: scalar.span(of: node.range)))
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
        case "number": isRead(arguments, as: ScalarParser.numberName) { ScalarParser.number($0) }
        case "length": isRead(arguments, as: ScalarParser.lengthName) { PeriodLength($0) }
        case "date": isRead(arguments, as: ScalarParser.dayName) { Day($0) }
        case "quota", "round": isRounding(arguments)
        case "rank": isRank(arguments)
        default: true
        }
    }

    private func isRead<Value>(
        _ arguments: [Literal?], as kind: Message, _ read: (String) -> Value?
    ) -> Bool {
        guard case let literal?? = arguments.first, read(literal.text) == nil else { return true }
        context.report(
            .literalUnreadable(literal.text, as: kind, at: scalar.span(of: literal.range)))
        return false
    }

    private func isRounding(_ arguments: [Literal?]) -> Bool {
        guard case let literal?? = arguments.last, Rounding(rawValue: literal.text) == nil else {
            return true
        }
        let known = Rounding.allCases.map(\.rawValue)
        context.report(
            .roundingUnknown(literal.text, among: known, at: scalar.span(of: literal.range)))
        return false
    }

    private func isRank(_ arguments: [Literal?]) -> Bool {
        guard case let column?? = arguments.first else {
            context.report(.rankNotLiteral(at: scalar.span))
            return false
        }
        let columns = compiler.enumColumns
        guard let values = columns.first(where: { $0.name == column.text })?.values else {
            let span = scalar.span(of: column.range)
            context.report(.rankColumnUnknown(column.text, among: columns.map(\.name), at: span))
            return false
        }
        guard case let value?? = arguments.last, !values.contains(value.text) else { return true }
        let span = scalar.span(of: value.range)
        context.report(.rankValueUnknown(value.text, of: column.text, among: values, at: span))
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
