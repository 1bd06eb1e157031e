package import CEL
package import HeguiCalendar
package import HeguiDiagnostics

/// What a pack's expressions may use: its records and parameters, the as-of day, and functions
/// of days, periods, numbers, tables and lists.
package struct ExpressionEnvironment: Sendable {
    /// The name of the record that holds the parameters.
    package static let paramsTypeName = "params"

    private let base: Environment

    /// Returns the environment of a pack with those records and parameters.
    ///
    /// `given` tells whether the data hold a dataset; `language` is that of `label()`.
    package init(
        layouts: [RowLayout], parameters: [Parameter], calendar: WorkingCalendar,
        counting: CountingRule, language: Language = .chinese,
        given: @escaping @Sendable (String) -> Bool
    ) {
        var base = Environment()
        base.nullOperands = .unknown
        for library in [Library.strings, .lists, .math, .sets, .bindings] { base.add(library) }
        for layout in layouts { base.declare(layout.objectType) }
        base.declare(
            ObjectType(
                name: Self.paramsTypeName,
                fields: parameters.map { .init(name: $0.name, type: Self.type(of: $0)) }))
        base.declare(variable: "as_of", as: DayValue.type)
        base.declare(variable: "params", as: .object(Self.paramsTypeName))
        let functions =
            Self.dayFunctions + Self.dayComparisons
            + Self.countingFunctions(counting, calendar: calendar)
            + Self.periodFunctions(language: language) + Self.listFunctions
            + Self.numberFunctions + Self.numberListFunctions + [Self.rankFunction(layouts)]
            + Self.tableFunctions(parameters)
        for function in functions { base.declare(function) }
        base.declare(
            .unary("given", id: "given_string", returns: .bool) { (name: String) in
                .bool(given(name))
            })
        self.base = base
    }

    /// Returns the environment of a place in which also the variables of `scope` are known.
    package func environment(scope: [(name: String, type: Type)]) -> Environment {
        var environment = base
        for variable in scope { environment.declare(variable: variable.name, as: variable.type) }
        return environment
    }

    /// Returns the type that the values of a column have in expressions.
    package static func type(of column: ColumnType) -> Type {
        switch column {
        case .text, .name, .phone, .organisation, .idNumber, .enumeration: .wrapper(.string)
        case .integer: .wrapper(.int)
        case .number: .wrapper(NumberValue.type)
        case .boolean: .wrapper(.bool)
        case .day, .month: .wrapper(DayValue.type)
        case .period: .wrapper(PeriodValue.type)
        case .list, .events, .ticks: .wrapper(.list(.string))
        }
    }

    /// Returns the type that a parameter has in expressions.
    package static func type(of parameter: Parameter) -> Type {
        switch parameter.kind {
        case .integer: .int
        case .ratio, .number: NumberValue.type
        case .day: DayValue.type
        case .length: LengthValue.type
        case .boolean: .bool
        case .choice, .text: .string
        case .table: parameter.tableType.map(TableValue.type) ?? .error
        }
    }
}
