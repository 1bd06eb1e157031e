import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiYAML

/// Judges one row of a rule again and keeps all that is evaluated for it.
struct ProofRun {
    let run: Run
    let planned: PlannedRule
    let outcome: Outcome
    let readings: [Proof.OtherReading]

    /// Rows of a relation beyond this are only counted.
    private static let rowLimit = 20

    private var subject: RowReference {
        RowReference(table: planned.table, row: outcome.subject.row)
    }

    func proof() -> Proof {
        let log = EvaluationLog()
        RuleRun(run: run, planned: planned, wording: Wording(run)).judge(subject.row, log)
        var roles = planned.rule.roles
        noteMeasures(log, &roles)
        return Proof(
            pack: run.plan.pack, rule: planned.rule, asOf: run.asOf, outcome: outcome,
            steps: steps(log, roles) + literals, columns: columns(log), rows: rows(log, roles),
            cells: ProofCells(run.rowStore).cells(outcome.sources), figures: figures,
            changes: OutcomeChange(outcome, planned.rule).messages, readings: readings)
    }

    /// Keeps what is evaluated for the quantities that are columns of the subject and that these
    /// expressions read, so that their rows are shown too.
    private func noteMeasures(_ log: EvaluationLog, _ roles: inout [Span: String]) {
        let schema = run.plan.schema
        let own = log.entries.filter { $0.row == nil }
            .reduce(into: Set<FieldName>()) { $0.formUnion(FieldName.all(of: $1.expression)) }
        let table = schema.tables[subject.table]
        let read = schema.withNeeds(of: own).filter { $0.object == table.singular }
        for column in run.plan.columns where column.table == subject.table {
            let declared = table.dataset.columns[column.column]
            guard case .measure(let planned) = column.computation, let measure = declared.measure,
                read.contains(FieldName(object: table.singular, field: declared.name)),
                var frame = try? run.frame(subject)
            else { continue }
            for part in measure.quantity.parts.all {
                if let expression = part.expression {
                    roles[expression.source.span] = "\(declared.name).\(part.key)"
                }
            }
            frame.log = log
            _ = planned.evaluate(frame)
        }
    }

    /// The expressions of the subject alone, each once.
    private func steps(_ log: EvaluationLog, _ roles: [Span: String]) -> [Proof.Step] {
        var seen: Set<Span> = []
        return log.entries.compactMap { entry in
            let span = entry.expression.source.span
            guard entry.row == nil, let role = roles[span], seen.insert(span).inserted else {
                return nil
            }
            let text = ReasonText(entry.trace, run.rowStore)
            return Proof.Step(role: role, span: span, lines: text.lines(entry.trace))
        }
    }

    /// The figures that the rule writes down.
    private var literals: [Proof.Step] {
        planned.rule.parts.all.compactMap { part in
            guard let span = part.literalSpan, let text = part.literalText else { return nil }
            return Proof.Step(role: part.key, span: span, lines: [Proof.Line(depth: 0, text: text)])
        }
    }

    /// How the computed columns of the subject come about that these expressions read.
    private func columns(_ log: EvaluationLog) -> [Proof.Step] {
        let table = run.plan.schema.tables[subject.table]
        var waiting = log.entries.filter { $0.row == nil }
            .flatMap { Array(FieldName.all(of: $0.expression)) }
        var seen: Set<String> = []
        var steps: [Proof.Step] = []
        while let field = waiting.popLast() {
            guard field.object == table.singular, seen.insert(field.field).inserted,
                let number = table.columnNumbers[field.field],
                let column = run.plan.columns.first(where: {
                    $0.table == subject.table && $0.column == number
                }), case .expression(let expression) = column.computation,
                run.rowStore.cell(of: subject, column: number) == nil || column.isAlwaysComputed
            else { continue }
            waiting += table.dataset.columns[number].needs
            guard let frame = try? run.frame(subject) else { continue }
            let trace = expression.trace(frame)
            let text = ReasonText(trace, run.rowStore)
            steps.append(
                Proof.Step(
                    role: table.singular + "." + field.field,
                    span: expression.source.source.span, lines: text.lines(trace)))
        }
        return steps.sorted { $0.role < $1.role }
    }

    private func rows(_ log: EvaluationLog, _ roles: [Span: String]) -> [Proof.RowGroup] {
        var order: [RowReference] = []
        var entries: [RowReference: [EvaluationLog.Entry]] = [:]
        for entry in log.entries {
            guard let row = entry.row, roles[entry.expression.source.span] != nil else { continue }
            if entries[row] == nil { order.append(row) }
            entries[row, default: []].append(entry)
        }
        let tables = Dictionary(grouping: order, by: \.table)
        return tables.keys.sorted().map { table in
            let rows = telling(tables[table] ?? [], entries)
            return Proof.RowGroup(
                title: run.plan.schema.tables[table].dataset.title,
                rows: rows.prefix(Self.rowLimit).map { row($0, entries[$0] ?? [], roles: roles) },
                count: rows.count)
        }
    }

    /// Where there are too many rows, those first that a rate lacks or that a count counts.
    private func telling(
        _ rows: [RowReference], _ entries: [RowReference: [EvaluationLog.Entry]]
    ) -> [RowReference] {
        guard rows.count > Self.rowLimit else { return rows }
        let isRate: Bool =
            if case .quantity(let form) = planned.rule.requirement, case .rate = form.quantity {
                true
            } else {
                false
            }
        func hasFalse(_ row: RowReference) -> Bool {
            (entries[row] ?? []).contains { entry in
                if case .bool(false) = entry.trace.value { true } else { false }
            }
        }
        return rows.filter { hasFalse($0) == isRate } + rows.filter { hasFalse($0) != isRate }
    }

    private func row(
        _ row: RowReference, _ entries: [EvaluationLog.Entry], roles: [Span: String]
    ) -> Proof.Row {
        var seen: Set<Span> = []
        var facts: [(role: String, value: Message)] = []
        var reason: Proof.Line?
        for entry in entries {
            let span = entry.expression.source.span
            guard let role = roles[span], seen.insert(span).inserted else { continue }
            let text = ReasonText(entry.trace, run.rowStore)
            facts.append((role, text.shown(entry.trace.value, "")))
            if case .bool(false) = entry.trace.value, reason == nil {
                reason = text.lines(entry.trace).last
            }
        }
        return Proof.Row(
            place: run.rowStore.tables[row.table].rows[row.row].address,
            name: ValueText.label(of: row, run.rowStore), facts: facts, reason: reason)
    }

    private var figures: [Proof.Figure] {
        run.plan.pack.parameters(of: planned.rule).map {
            Proof.Figure(parameter: $0, value: $0.value(on: run.asOf))
        }
    }
}

extension Part {
    /// The figure as people read it, where it is written down.
    fileprivate var literalText: Message? {
        let text: String
        switch content {
        case .day(.literal(let day, _)): text = day.description
        case .length(.literal(let length, _)):
            return Message(zh: length.chineseDescription, en: length.description)
        case .number(.literal(let number, _)):
            if case .bound(.quantity(let quantity)) = purpose, case .rate = quantity {
                text = RatioText.percent(number)
            } else {
                text = number.text
            }
        default: return nil
        }
        return Message(zh: text, en: text)
    }
}

/// Finds what stands in the cells that a verdict rests on.
struct ProofCells {
    private let rowStore: RowStore

    init(_ rowStore: RowStore) {
        self.rowStore = rowStore
    }

    /// Returns the cells in their order, with title and value where a column was read from them.
    ///
    /// - Complexity: linear in the cells of all tables.
    func cells(_ addresses: [CellAddress]) -> [Proof.Cell] {
        let wanted = Set(addresses)
        var found: [CellAddress: Proof.Cell] = [:]
        for (number, table) in rowStore.tables.enumerated() {
            let dataset = rowStore.schema.tables[number].dataset
            for (index, row) in table.rows.enumerated() {
                for (column, cell) in row.cells.enumerated() {
                    guard let cell, wanted.contains(cell), found[cell] == nil,
                        dataset.columns.indices.contains(column)
                    else { continue }
                    let value = rowStore.columns[number][column][index]
                    found[cell] = self.cell(at: cell, dataset.columns[column], of: dataset, value)
                }
            }
        }
        return addresses.map { found[$0] ?? Proof.Cell(address: $0, title: nil, value: nil) }
    }

    private func cell(
        at address: CellAddress, _ column: Column, of dataset: Dataset, _ value: Value
    ) -> Proof.Cell {
        var style = ValueStyle()
        style.masking = Masking(column, of: dataset, revealed: rowStore.schema.revealed)
        func worded(_ language: Language) -> String {
            ValueText.worded(value, rowStore, style: style, in: language)
        }
        return Proof.Cell(
            address: address, title: column.title,
            value: Message(zh: worded(.chinese), en: worded(.english)))
    }
}
