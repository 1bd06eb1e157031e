import CEL
import HeguiCalendar
import HeguiDiagnostics
package import HeguiPack
import HeguiYAML

extension BoundarySurvey {
    /// - Complexity: linear in the pack's expressions.
    package init(of pack: Pack) {
        var collector = BoundaryCollector(pack)
        for parameter in pack.parameters { collector.collect(parameter) }
        for dataset in pack.datasets {
            for column in dataset.columns { collector.collect(column, of: dataset) }
        }
        for rule in pack.rules { collector.collect(rule) }
        for award in pack.awards { collector.collect(award) }
        self = collector.finish()
    }
}

/// Gathers the boundaries of a pack, one owner after another.
struct BoundaryCollector {
    let pack: Pack
    let constants: ConstantReader
    let steps: StepFinder
    private var found: [BoundarySite.ID: BoundarySite] = [:]
    private var comparisons: [Span: [BoundaryComparison]] = [:]
    /// The least step of what a table is asked for, by the parameter's name.
    private var tableSteps: [String: Ratio] = [:]

    init(_ pack: Pack) {
        self.pack = pack
        constants = ConstantReader(pack)
        steps = StepFinder(pack: pack, constants: constants)
        for expression in pack.expressions { noteTableSteps(expression) }
    }

    func finish() -> BoundarySurvey {
        let sites = found.values.sorted { left, right in
            left.place != right.place ? left.place < right.place : left.label < right.label
        }
        return BoundarySurvey(sites: sites, comparisons: comparisons)
    }

    mutating func collect(_ rule: Rule) {
        collect(rule.parts, rule.id)
    }

    mutating func collect(_ column: Column, of dataset: Dataset) {
        let owner = "\(dataset.singular).\(column.name)"
        collect([column.derived, column.otherwise].compactMap { $0 }, owner)
        if let measure = column.measure { collect(measure.quantity.parts, owner) }
    }

    mutating func collect(_ award: Award) {
        let conditions = [award.candidates, award.nominations?.condition, award.quota?.among]
        collect(conditions.compactMap { $0 }, award.id)
        if case .expression(let key)? = award.ranking?.key { collect([key], award.id) }
        guard case .share(let share)? = award.quota?.size else { return }
        collect([share.expression].compactMap { $0 }, award.id)
        let value = constants.value(share)
        let isWhole = value == .one || value == .zero
        add(
            share, key: "share", owner: award.id, scale: .quota,
            asked: isWhole ? [] : BoundarySite.Mark.allCases)
    }

    /// The inner edges of a table.
    mutating func collect(_ parameter: Parameter) {
        for case .table(let table) in parameter.values.map(\.value) {
            let edges = table.rows.flatMap { [$0.lower?.point, $0.upper?.point] }.compactMap { $0 }
            guard let first = edges.min(), let last = edges.max() else { continue }
            // The outer edges bound the table itself; beyond them there is nothing to choose.
            let isOpen = (
                table.rows.contains { $0.lower == nil }, table.rows.contains { $0.upper == nil }
            )
            for row in table.rows {
                for point in [row.lower?.point, row.upper?.point].compactMap({ $0 }) {
                    if point == first, !isOpen.0 { continue }
                    if point == last, !isOpen.1 { continue }
                    addEdge(point, parameter)
                }
            }
        }
    }

    private mutating func addEdge(_ point: BracketTable.Point, _ parameter: Parameter) {
        let scale: BoundarySite.Scale
        let text: String
        let stated: Ratio
        switch point {
        case .day(let day):
            (scale, text, stated) = (.day, day.description, Ratio(Int64(day.number)))
        case .number(let number):
            let isWhole = parameter.tableType?.input == .integer
            let step = isWhole ? .one : tableSteps[parameter.name] ?? .usualStep
            (scale, text, stated) = (.step(step), number.decimal, number)
        }
        let id = BoundarySite.ID(parameter.span, point: point)
        found[id] = BoundarySite(
            id: id, owner: "params.\(parameter.name)", label: text, scale: scale, stated: stated,
            asked: BoundarySite.Mark.allCases)
    }

    private mutating func noteTableSteps(_ expression: Expression) {
        for lookup in expression.checked.tableLookups {
            let step = steps.step(of: lookup.argument, in: expression.checked)
            tableSteps[lookup.parameter] =
                tableSteps[lookup.parameter].map { min($0, step) } ?? step
        }
    }

    /// Notes a figure that stands as an operand of a form.
    mutating func add<Literal>(
        _ operand: Operand<Literal>?, key: String, owner: String, scale: BoundarySite.Scale,
        stated: Ratio? = nil, asked: [BoundarySite.Mark] = BoundarySite.Mark.allCases
    ) {
        guard let operand, let span = operand.span, !asked.isEmpty else { return }
        let text: String
        switch operand {
        case .literal(let literal, _):
            text = (literal as? Ratio)?.decimal ?? "\(literal)"
        case .expression(let expression): text = expression.source.text.oneLine
        }
        let id = BoundarySite.ID(span)
        found[id] = BoundarySite(
            id: id, owner: owner, label: "\(key) \(text)", scale: scale, stated: stated,
            asked: asked)
    }

    /// Notes the comparisons and table lookups inside expressions.
    mutating func collect(_ expressions: [Expression], _ owner: String) {
        for expression in expressions {
            let checked = expression.checked
            var list: [BoundaryComparison] = []
            for comparison in checked.comparisons {
                let span = expression.source.span(of: checked.nodes[comparison.node].range)
                let id = BoundarySite.ID(span)
                list.append(
                    BoundaryComparison(
                        node: comparison.node,
                        kind: .operands(
                            observed: comparison.observed, stated: comparison.stated),
                        id: id))
                found[id] = site(comparison, id: id, in: checked, owner: owner)
            }
            for lookup in checked.tableLookups {
                guard let parameter = pack.parameters.first(where: { $0.name == lookup.parameter })
                else { continue }
                list.append(
                    BoundaryComparison(
                        node: lookup.node,
                        kind: .table(parameter: lookup.parameter, observed: lookup.argument),
                        id: BoundarySite.ID(parameter.span)))
            }
            if !list.isEmpty { comparisons[expression.source.span] = list }
        }
    }

    private func site(
        _ comparison: CheckedExpression.Comparison, id: BoundarySite.ID,
        in checked: CheckedExpression, owner: String
    ) -> BoundarySite {
        let stated = constants.value(of: comparison.stated, in: checked)
        let scale = steps.scale(of: comparison.observed, in: checked)
        let range = steps.range(of: comparison.observed, in: checked)
        return BoundarySite(
            id: id, owner: owner, label: checked.text(of: comparison.node).oneLine, scale: scale,
            stated: stated, asked: Self.asked(about: stated, from: range.lower, to: range.upper))
    }

    /// On which sides of `stated` a value between `lower` and `upper` can lie.
    static func asked(
        about stated: Ratio?, from lower: Ratio?, to upper: Ratio?
    ) -> [BoundarySite.Mark] {
        guard let stated else { return BoundarySite.Mark.allCases }
        // A value that is found in steps may be any of them inside its range.
        return BoundarySite.Mark.allCases.filter { mark in
            switch mark {
            case .below: lower.map { $0 < stated } ?? true
            case .at: (lower.map { $0 <= stated } ?? true) && (upper.map { stated <= $0 } ?? true)
            case .above: upper.map { stated < $0 } ?? true
            }
        }
    }
}

extension BoundarySite {
    /// Sites are listed by file and offset.
    fileprivate var place: String {
        let offset = String(id.span.start.offset)
        let digits = String(repeating: "0", count: max(0, 9 - offset.count)) + offset
        let point =
            switch id.point {
            case .number(let number)?: number.decimal
            case .day(let day)?: day.description
            case nil: ""
            }
        let padded = String(repeating: "0", count: max(0, 12 - point.count)) + point
        return id.span.file + "\u{0}" + digits + padded
    }
}

extension String {
    /// The text in one line, single spaces between words.
    var oneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
