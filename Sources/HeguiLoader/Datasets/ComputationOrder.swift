import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Puts computed columns after the columns they read, and reports columns that depend on themselves.
struct ComputationOrder {
    private struct Place: Hashable {
        var object: String
        var field: String
    }

    private let context: LoadContext
    private let drafts: [DatasetDraft]
    private let needs: [Place: Need]

    /// What a computed column reads.
    private struct Need {
        var places: Set<Place>
        var span: Span
    }

    init(context: LoadContext, drafts: [DatasetDraft], columns: [[Column]]) {
        self.context = context
        self.drafts = drafts
        var needs: [Place: Need] = [:]
        let singulars = Dictionary(drafts.map { ($0.name, $0.singular) }) { first, _ in first }
        for (draft, list) in zip(drafts, columns) {
            for column in list {
                var expressions = [column.derived ?? column.otherwise].compactMap { $0 }
                var places: Set<Place> = []
                if let quantity = column.measure?.quantity {
                    expressions += quantity.parts.expressions
                    for relation in quantity.parts.relations {
                        let object = singulars[relation.dataset] ?? relation.dataset
                        places.insert(Place(object: object, field: relation.column))
                    }
                }
                guard !expressions.isEmpty || !places.isEmpty else { continue }
                for field in expressions.flatMap(\.checked.fields) {
                    places.insert(Place(object: field.object, field: field.field))
                }
                needs[Place(object: draft.singular, field: column.name)] = Need(
                    places: places, span: expressions.first?.source.span ?? column.span)
            }
        }
        self.needs = needs
    }

    func orders() -> [[String]] {
        var done: Set<Place> = []
        var order: [Place] = []
        for draft in drafts {
            for column in draft.columns {
                visit(
                    Place(object: draft.singular, field: column.name), path: [], done: &done,
                    order: &order)
            }
        }
        return drafts.map { draft in
            order.filter { $0.object == draft.singular }.map(\.field)
        }
    }

    private func visit(
        _ place: Place, path: [Place], done: inout Set<Place>, order: inout [Place]
    ) {
        guard let need = needs[place], !done.contains(place) else { return }
        if let start = path.firstIndex(of: place) {
            reportCycle(Array(path[start...]), at: need.span)
            return
        }
        let places = need.places.sorted { ($0.object, $0.field) < ($1.object, $1.field) }
        for next in places {
            visit(next, path: path + [place], done: &done, order: &order)
        }
        if done.insert(place).inserted { order.append(place) }
    }

    private func reportCycle(_ cycle: [Place], at span: Span) {
        let names = (cycle + cycle.prefix(1)).map { "`\($0.object).\($0.field)`" }
        context.report(.columnsCyclic(names, at: span))
    }
}
