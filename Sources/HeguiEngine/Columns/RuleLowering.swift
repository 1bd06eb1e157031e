import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiTables
import HeguiYAML

/// Turns the expressions and rows of rules into work on columns.
struct RuleLowering {
    let store: ColumnStore
    let pack: Pack
    let asOf: Day
    let planner: Planner
    private let parameters: ParametersObject
    let background: FrameBackground
    /// A frame of no row, for what depends on none.
    let frame: Frame

    init(_ store: ColumnStore, pack: Pack, planner: Planner, asOf: Day) {
        self.init(store, pack: pack, planner: planner, asOf: asOf, parametersOn: asOf)
    }

    /// A lowering under the parameters of another day.
    func on(_ day: Day) -> RuleLowering {
        RuleLowering(store, pack: pack, planner: planner, asOf: asOf, parametersOn: day)
    }

    private init(
        _ store: ColumnStore, pack: Pack, planner: Planner, asOf: Day, parametersOn day: Day
    ) {
        self.store = store
        self.pack = pack
        self.asOf = asOf
        self.planner = planner
        parameters = ParametersObject(pack.parameters, on: DayRange(day))
        background = FrameBackground(
            rowStore: RowStore(schema: planner.schema, tables: Tables(tables: [])),
            calendar: pack.calendar, asOf: asOf, parameters: parameters)
        frame = background.frame
    }

    var schema: Schema { planner.schema }

    func lowering(
        _ expression: Expression, _ roots: [String: ColumnRoot],
        in period: CalendarPeriod? = nil
    ) -> ExpressionLowering {
        ExpressionLowering(
            store: store, environment: planner.environment, asOf: asOf, parameters: parameters,
            roots: roots, period: period, expression: expression)
    }

    func own(_ table: Int) -> [String: ColumnRoot] {
        [schema.tables[table].singular: .own(table: table)]
    }

    static func obstacle(_ expression: PlannedExpression) -> LoweringObstacle {
        let text = expression.source.source.text
        return LoweringObstacle("`\(text)`要逐行计算", "`\(text)` takes one row at a time")
    }

    /// Returns what an expression was turned into.
    ///
    /// - Throws: that it takes one row at a time, where it could not be.
    static func lowered<Kernel>(
        _ expression: PlannedExpression, _ kernel: Kernel?
    ) throws(LoweringObstacle) -> Kernel {
        guard let kernel else { throw obstacle(expression) }
        return kernel
    }

    func truth(
        _ expression: PlannedExpression, _ table: Int
    ) throws(LoweringObstacle) -> TruthKernel {
        try Self.lowered(expression, lowering(expression.source, own(table)).truth())
    }

    func day(
        _ expression: PlannedExpression, _ table: Int
    ) throws(LoweringObstacle) -> CellKernel {
        try Self.lowered(expression, lowering(expression.source, own(table)).day())
    }

    /// The value of an operand that depends on no row, nil where there is none.
    func constant<Literal>(
        _ operand: PlannedOperand<Literal>?
    ) throws(LoweringObstacle) -> Literal? {
        guard let operand else { return nil }
        if let expression = operand.expression, !isClosed(expression) {
            throw Self.obstacle(expression)
        }
        guard case .known(let value)? = try? operand.read(frame) else {
            throw LoweringObstacle("一个数值无法确定", "one of its values cannot be told")
        }
        return value
    }

    /// Whether an expression depends on no row.
    func isClosed(_ expression: PlannedExpression) -> Bool {
        expression.source.checked.variables.isSubset(
            of: ["as_of", ExpressionEnvironment.paramsTypeName])
    }
}

extension RuleLowering {
    /// Refuses a day that may stand in a column that no file has: it is not known to be empty.
    func checkColumns(of expression: PlannedExpression) throws(LoweringObstacle) {
        for field in FieldName.all(of: expression.source) {
            guard let table = schema.tables.firstIndex(where: { $0.singular == field.object }),
                let column = schema.tables[table].columnNumbers[field.field],
                !schema.tables[table].dataset.columns[column].isComputed,
                store.tables.tables[table].rowCount > 0,
                case .notGiven = store.tables.tables[table].meanings[column]
            else { continue }
            throw LoweringObstacle("没有文件有所需的列", "no file has a column that it needs")
        }
    }
}

// MARK: - Rows of relations

extension RuleLowering {
    static let noRelation = LoweringObstacle(
        "关系不能按列得出", "columns do not tell its relation")

    /// A relation of the subject as columns have it, with the variables of its rows' expressions.
    struct Link {
        let number: Int
        let table: Int
        let roots: [String: ColumnRoot]
    }

    /// Returns the relation of a selection as columns have it.
    ///
    /// - Throws: an obstacle where columns do not tell it.
    func link(_ rows: PlannedSelection, _ subject: Int) throws(LoweringObstacle) -> Link {
        let singular = schema.tables[subject].singular
        if schema.relations[rows.relation].tree != nil {
            // A row belongs to several subjects.
            return Link(
                number: rows.relation, table: rows.table,
                roots: [
                    singular: .several(table: subject), rows.variable: .own(table: rows.table),
                ])
        }
        guard let place = store.place(ofRelation: rows.relation) else { throw Self.noRelation }
        return Link(
            number: rows.relation, table: rows.table,
            roots: [
                singular: .through(reference: place, table: subject),
                rows.variable: .own(table: rows.table),
            ])
    }

    /// Refuses a relation whose rows belong to several subjects.
    func checkPlace(_ link: Link) throws(LoweringObstacle) {
        guard store.place(ofRelation: link.number) != nil else {
            throw LoweringObstacle("沿层级汇总", "it rolls up along a tree")
        }
    }

    func truth(
        _ expression: PlannedExpression, _ link: Link, in period: CalendarPeriod? = nil
    ) throws(LoweringObstacle) -> TruthKernel {
        try Self.lowered(expression, lowering(expression.source, link.roots, in: period).truth())
    }

    func day(
        _ expression: PlannedExpression, _ link: Link
    ) throws(LoweringObstacle) -> CellKernel {
        try Self.lowered(expression, lowering(expression.source, link.roots).day())
    }

    /// The conditions of each period, or one for all where none looks at the period.
    func conditions(
        _ expressions: [PlannedExpression], _ link: Link, in periods: [CalendarPeriod?]
    ) throws(LoweringObstacle) -> [[TruthKernel]] {
        var all: [[TruthKernel]] = []
        for period in Self.looksAtPeriod(expressions) ? periods : [nil] {
            var kernels: [TruthKernel] = []
            for expression in expressions {
                kernels.append(try truth(expression, link, in: period))
            }
            all.append(kernels)
        }
        return all
    }

    static func looksAtPeriod(_ expressions: [PlannedExpression]) -> Bool {
        expressions.contains { $0.source.checked.variables.contains("period") }
    }

    /// What tells rows apart.
    func keys(
        _ expressions: [PlannedExpression], _ link: Link, in period: CalendarPeriod?
    ) throws(LoweringObstacle) -> [CellKernel] {
        var kernels: [CellKernel] = []
        for expression in expressions {
            kernels.append(
                try Self.lowered(
                    expression, lowering(expression.source, link.roots, in: period).keys()))
        }
        return kernels
    }
}

/// What an expression sees that depends on no row.
struct FrameBackground: Sendable {
    let rowStore: RowStore
    let calendar: WorkingCalendar
    let asOf: Day
    let parameters: ParametersObject

    /// A frame of no row.
    var frame: Frame {
        Frame(
            rowStore: rowStore, calendar: calendar, asOf: asOf,
            subject: RowReference(table: 0, row: 0), parameters: parameters)
    }
}
