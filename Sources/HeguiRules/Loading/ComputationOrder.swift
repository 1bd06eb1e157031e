import CEL
import HeguiDiagnostics
import HeguiYAML

/// Puts computed columns after those that they need, and reports columns that need themselves.
struct ComputationOrder {
    private struct Place: Hashable {
        var object: String
        var field: String
    }

    private let context: LoadContext
    private let drafts: [DatasetDraft]
    private let expressions: [Place: Expression]

    init(context: LoadContext, drafts: [DatasetDraft], columns: [[Column]]) {
        self.context = context
        self.drafts = drafts
        var expressions: [Place: Expression] = [:]
        for (draft, list) in zip(drafts, columns) {
            for column in list {
                if let expression = column.derived ?? column.otherwise {
                    expressions[Place(object: draft.singular, field: column.name)] = expression
                }
            }
        }
        self.expressions = expressions
    }

    func orders() -> [[String]] {
        var done: Set<Place> = []
        var order: [Place] = []
        for draft in drafts {
            for column in draft.columns {
                visit(
                    Place(object: draft.singular, field: column.name), path: [], &done, &order)
            }
        }
        return drafts.map { draft in
            order.filter { $0.object == draft.singular }.map(\.field)
        }
    }

    private func visit(
        _ place: Place, path: [Place], _ done: inout Set<Place>, _ order: inout [Place]
    ) {
        guard let expression = expressions[place], !done.contains(place) else { return }
        if let start = path.firstIndex(of: place) {
            reportCycle(Array(path[start...]), expression)
            return
        }
        let needs = expression.checked.fields.map { Place(object: $0.object, field: $0.field) }
        for need in needs.sorted(by: { ($0.object, $0.field) < ($1.object, $1.field) }) {
            visit(need, path: path + [place], &done, &order)
        }
        if done.insert(place).inserted { order.append(place) }
    }

    private func reportCycle(_ cycle: [Place], _ expression: Expression) {
        let names = (cycle + cycle.prefix(1)).map { "`\($0.object).\($0.field)`" }
        context.report(
            "R0208",
            Message(
                zh: "列互相依赖：\(names.joined(separator: " → "))",
                en: "columns need each other: \(names.joined(separator: " → "))"),
            at: expression.source.span,
            help: Message(zh: "去掉其中一处引用", en: "take one of these references out"))
    }
}
