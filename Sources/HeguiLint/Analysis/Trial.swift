import CEL
import HeguiCalendar
import HeguiPack

/// What is needed to try the expressions of one dataset's subjects.
struct Trial {
    let pack: Pack
    let layout: RowLayout
    let environment: ExpressionEnvironment
    private let parameters: TrialParameters

    /// The function whose answer the data decide, not the pack.
    static let given = "given"

    init?(_ pack: Pack, dataset: String, environment: ExpressionEnvironment) {
        guard let layout = pack.layouts.first(where: { $0.dataset == dataset }) else { return nil }
        self.pack = pack
        self.layout = layout
        self.environment = environment
        parameters = TrialParameters(pack.parameters)
    }

    private var scope: [(name: String, type: Type)] {
        [
            (layout.singular, .object(layout.singular)), ("as_of", DayValue.type),
            (ExpressionEnvironment.paramsTypeName, .object(ExpressionEnvironment.paramsTypeName)),
        ]
    }

    /// Returns `text` checked, or nil where it means nothing.
    func compile(_ text: String) -> CheckedExpression? {
        try? environment.environment(scope: scope).compile(text)
    }

    /// Returns the program of `text`, in which also the booleans `atoms` are known.
    func program(_ text: String, atoms: [String]) -> Program? {
        let all = scope + atoms.map { ($0, Type.bool) }
        let environment = environment.environment(scope: all)
        guard let checked = try? environment.compile(text) else { return nil }
        return environment.plan(checked, variables: all.map(\.name))
    }

    /// Returns the arguments of such a program for `assignment`.
    func arguments(_ assignment: Assignment, atoms: [Value]) -> [Value] {
        let row = TrialRow(
            layout: layout, path: layout.singular, layouts: pack.layouts,
            values: assignment.values)
        return [.object(row), assignment.values["as_of"] ?? .null, .object(parameters)] + atoms
    }

    /// Whether the node reads nothing but literals and parameters.
    func isClosed(_ id: SyntaxNode.ID, in checked: CheckedExpression) -> Bool {
        checked.isClosed(id)
    }

    /// Returns what such a node gives; nil where that is not known.
    func value(of id: SyntaxNode.ID, in checked: CheckedExpression) -> Value? {
        guard isClosed(id, in: checked) else { return nil }
        if case .constant(let value) = checked.nodes[id].kind { return value }
        let words = Array(checked.text.utf8)[checked.nodes[id].range]
        let program = program(String(decoding: words, as: UTF8.self), atoms: [])
        let nothing = Assignment(values: [:], names: [])
        switch program?.evaluate(arguments(nothing, atoms: [])) {
        case .error, .unknown, nil: return nil
        case let value: return value
        }
    }

    /// Returns the column that the node reads through references, or the as-of day.
    func axis(
        of id: SyntaxNode.ID, in checked: CheckedExpression
    ) -> (name: String, kind: CriticalAxis.Kind)? {
        if case .variable("as_of")? = checked.references[id] { return ("as_of", .day) }
        guard let path = path(of: id, in: checked), let field = path.field else { return nil }
        switch field.kind {
        case .relation: return nil
        case .reference: return (path.name, .presence)
        case .column(let index):
            let type = pack.dataset(path.layout.dataset)?.columns[index].type
            return type.flatMap { Self.kind($0, field) }.map { (path.name, $0) }
        }
    }

    private static func kind(
        _ type: ColumnType, _ field: RowLayout.Field
    ) -> CriticalAxis.Kind? {
        switch type {
        case .boolean: .bool
        case .enumeration: .choice(field.values)
        case .text, .name, .phone, .organisation, .idNumber: .text
        case .integer: .whole
        case .number: .number
        case .day: .day
        case .month, .period, .list, .events, .ticks: nil
        }
    }

    private typealias Path = (name: String, layout: RowLayout, field: RowLayout.Field?)

    /// The chain of fields from the subject to the node; `field` is the last of them.
    private func path(of id: SyntaxNode.ID, in checked: CheckedExpression) -> Path? {
        if case .variable(layout.singular)? = checked.references[id] {
            return (layout.singular, layout, nil)
        }
        guard case .select(let operand, let word, .value) = checked.nodes[id].kind,
            let outer = path(of: operand, in: checked)
        else { return nil }
        var layout = outer.layout
        if let field = outer.field {
            guard case .reference(_, let dataset) = field.kind,
                let target = pack.layouts.first(where: { $0.dataset == dataset })
            else { return nil }
            layout = target
        }
        guard let field = layout.fields.first(where: { $0.name == word.text }) else { return nil }
        return (outer.name + "." + word.text, layout, field)
    }
}
