import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// An expression ready to run, with the cells that it rests on.
struct PlannedExpression: Sendable {
    /// Where an argument of the program comes from.
    enum Slot: Sendable {
        case subject, asOf, parameters, row, period
    }

    let source: Expression
    private let program: Program
    private let slots: [Slot]
    private let subjectTrace: Trace
    private let rowTrace: Trace

    /// Returns the program of `source` for the rows of table `subject`, with rows of table `row`
    /// in view where a form looks at a relation.
    init(_ source: Expression, planner: Planner, subject: Int, row: Int? = nil) {
        self.source = source
        program = planner.environment.plan(source.checked, variables: source.variables)
        let singular = planner.schema.tables[subject].singular
        slots = source.variables.map { name in
            switch name {
            case "as_of": .asOf
            case ExpressionEnvironment.paramsTypeName: .parameters
            case singular: .subject
            case "period": .period
            default: .row
            }
        }
        let fields = FieldName.all(of: source)
        let seesRow = slots.contains(.row)
        subjectTrace =
            source.checked.variables.contains(singular)
            ? Trace(fields, table: subject, schema: planner.schema) : .empty
        rowTrace =
            if let row, seesRow { Trace(fields, table: row, schema: planner.schema) } else {
                .empty
            }
    }

    func evaluate(_ frame: Frame) -> Value {
        if let log = frame.log {
            let trace = trace(frame)
            log.note(source, frame.row, as: trace)
            return trace.value
        }
        let arguments = slots.map { frame.value(of: $0) }
        guard let probe = frame.probe,
            let comparisons = probe.recorder.comparisons(in: source.source.span)
        else { return program.evaluate(arguments) }
        let trace = program.trace(arguments)
        probe.note(comparisons, trace)
        return trace.value
    }

    /// Returns the value with those of all parts of the expression.
    func trace(_ frame: Frame) -> EvaluationTrace {
        program.trace(slots.map { frame.value(of: $0) })
    }

    /// Returns the value, null included, or what is missing; throws CEL's errors.
    func read(_ frame: Frame) throws(EvaluationError) -> Answer<Value> {
        let value = evaluate(frame)
        switch value {
        case .error(let error): throw error
        case .unknown(let unknown): return .unknown(unknown.causes)
        default: return .known(value)
        }
    }

    /// Returns whether it holds; an empty value is not known to.
    func truth(_ frame: Frame) throws(EvaluationError) -> Answer<Bool> {
        switch try read(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(.bool(let flag)): return .known(flag)
        case .known(.null): return .unknown(missingCells(frame))
        case .known: throw EvaluationError(message: "`\(source.source.text)` is not a boolean")
        }
    }

    /// Returns the day, nil where there is none.
    func day(_ frame: Frame) throws(EvaluationError) -> Answer<DayValue?> {
        switch try read(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(.null): return .known(nil)
        case .known(.opaque(let day as DayValue)): return .known(day)
        case .known: throw EvaluationError(message: "`\(source.source.text)` is not a day")
        }
    }

    /// Returns what to name where the value is null.
    func missingCells(_ frame: Frame) -> [UnknownCause] {
        var causes = frame.row.map { rowTrace.missingCells($0, frame.rowStore) } ?? []
        causes.formUnion(subjectTrace.missingCells(frame.subject, frame.rowStore))
        return causes
    }

    /// Returns the day as `day(_:)` does, but unknown where it is empty because no file has the
    /// column in which it would stand.
    func readDay(_ frame: Frame) throws(EvaluationError) -> Answer<DayValue?> {
        let answer = try day(frame)
        guard case .known(nil) = answer else { return answer }
        let lacking = missingCells(frame).filter(frame.rowStore.isInLackingColumn)
        return lacking.isEmpty ? answer : .unknown(lacking)
    }

    /// Returns what to name where the relation's row contradicts itself.
    func rowCells(_ frame: Frame) -> [UnknownCause] {
        frame.row.map { rowTrace.ownCells($0, frame.rowStore) } ?? []
    }

    /// Adds those cells of the relation's row that the value rests on.
    func collectRowSources(_ frame: Frame, into cells: inout [CellAddress]) {
        if let row = frame.row { rowTrace.collect(row, frame.rowStore, into: &cells) }
    }
}

/// What is needed to turn a pack's expressions into programs.
struct Planner: Sendable {
    let schema: Schema
    let environment: Environment
    /// The names of the parameters that are ratios.
    let ratios: Set<String>
    /// What the parameters that are tables take and give, by name.
    let tables: [String: TableType]

    /// Returns the planner for data that hold the datasets `given`; expressions name periods in
    /// `language`.
    init(_ pack: Pack, schema: Schema, given: Set<String>, language: Language) {
        self.schema = schema
        ratios = Set(pack.parameters.filter { $0.kind == .ratio }.map(\.name))
        tables = Dictionary(
            pack.parameters.compactMap { parameter in
                parameter.tableType.map { (parameter.name, $0) }
            }, uniquingKeysWith: { first, _ in first })
        environment = ExpressionEnvironment(
            layouts: pack.layouts, parameters: pack.parameters, calendar: pack.calendar,
            counting: pack.counting, language: language, given: { given.contains($0) }
        ).environment(scope: [])
    }

    func plan(_ expression: Expression?, subject: Int, row: Int? = nil)
        -> PlannedExpression?
    {
        expression.map { PlannedExpression($0, planner: self, subject: subject, row: row) }
    }

    func plan<Literal>(_ operand: Operand<Literal>?, subject: Int) -> PlannedOperand<Literal>? {
        operand.map { PlannedOperand($0, planner: self, subject: subject) }
    }
}
