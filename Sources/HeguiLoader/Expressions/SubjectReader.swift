import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads what a rule or column says of its subject: expressions, literals, relations.
struct SubjectReader {
    /// A relation's rows and the variable for one of them.
    typealias Rows = (relation: Relation, variable: String)

    let context: LoadContext
    let compiler: ExpressionCompiler
    let dataset: String
    /// What is being read, as in `require`.
    let what: Message

    var scope: ExpressionCompiler.Scope { compiler.scope(of: dataset) }

    private var relations: [Relation] {
        compiler.layouts.first { $0.dataset == dataset }?.relations ?? []
    }

    func compile(
        _ node: Node?, _ scope: ExpressionCompiler.Scope, expecting types: [Type] = []
    ) -> Expression? {
        guard let scalar = context.scalar(node, what) else { return nil }
        return compiler.compile(scalar, in: scope, expecting: types, for: what)
    }

    /// An expression that gives a day; it may be a literal day.
    func dayExpression(_ node: Node?, _ scope: ExpressionCompiler.Scope) -> Expression? {
        guard var scalar = context.scalar(node, what) else { return nil }
        if Day(scalar.text) != nil {
            let text = "date(\"\(scalar.text)\")"
            scalar = Scalar(text: text, style: scalar.style, span: scalar.span)
        }
        return compiler.compile(
            scalar, in: scope, expecting: [ExpressionCompiler.dayType], for: what)
    }

    /// A literal where the text reads as one, or else an expression of the subject.
    func operand<Literal>(
        _ node: Node?, of types: [Type], in scope: ExpressionCompiler.Scope? = nil,
        _ read: (String) -> Literal?
    ) -> Operand<Literal>? {
        guard let scalar = context.scalar(node, what) else { return nil }
        if let literal = read(scalar.text) { return .literal(literal, at: scalar.span) }
        return compiler.compile(scalar, in: scope ?? self.scope, expecting: types, for: what)
            .map { .expression($0) }
    }

    func day(_ node: Node?) -> Operand<Day>? {
        operand(node, of: [ExpressionCompiler.dayType]) { Day($0) }
    }

    func length(_ node: Node?) -> Operand<PeriodLength>? {
        operand(node, of: [ExpressionCompiler.lengthType]) { PeriodLength($0) }
    }

    func number(_ node: Node?) -> Operand<Ratio>? {
        operand(node, of: ExpressionCompiler.numberTypes) { ScalarParser.number($0) }
    }

    /// The relation of the subject that `node` names; `name` is that of its rows.
    func rows(_ node: Node?, as name: Node?) -> Rows? {
        guard let scalar = context.scalar(node, what) else { return nil }
        guard let relation = relations.first(where: { $0.name == scalar.text }) else {
            let known = relations.map(\.name)
            context.report(.relationUnknown(scalar, of: dataset, among: known))
            return nil
        }
        let singular = singular(of: relation)
        let variable = name.flatMap {
            context.identifier($0, Message(zh: "`as`", en: "`as`"), dashes: false)
        }
        let called = variable ?? singular
        // The subject would be out of sight, and `where` would speak of the rows alone. Rows that
        // nobody named may be counted as they are.
        if let name, scope.contains(where: { $0.name == called }) {
            context.report(.rowNamedLikeSubject(called, at: name.span))
        }
        return (relation, called)
    }

    /// The scope of a relation's row, with `period` where one is being counted.
    func scope(of rows: Rows, period: Bool = false) -> ExpressionCompiler.Scope {
        scope + [(rows.variable, .object(singular(of: rows.relation)))]
            + (period ? [("period", ExpressionCompiler.periodType)] : [])
    }

    private func singular(of relation: Relation) -> String {
        compiler.layouts.first { $0.dataset == relation.dataset }?.singular ?? relation.dataset
    }
}
