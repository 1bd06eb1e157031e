package import CEL

extension ExpressionEnvironment {
    /// `table.at(input)`, an overload for each type of table that the parameters have.
    static func tableFunctions(_ parameters: [Parameter]) -> [Function] {
        var types: [TableType] = []
        for case let type? in parameters.map(\.tableType) where !types.contains(type) {
            types.append(type)
        }
        return types.flatMap { type in
            let input = TableValue.valueType(of: type.input)
            let inputs = type.input == .number ? [input, .int] : [input]
            return inputs.map { lookup(in: type, by: $0) }
        }
    }

    private static func lookup(in type: TableType, by input: Type) -> Function {
        let table = TableValue.type(of: type)
        return Function(
            name: "at",
            overloads: [
                .init(
                    id: "at_\(table)_\(input)", isMethod: true, arguments: [table, input],
                    result: TableValue.valueType(of: type.output)
                ) { values in
                    guard values.count == 2, case .opaque(let table as TableValue) = values[0]
                    else { return .noSuchOverload("at") }
                    return table.output(for: values[1])
                }
            ])
    }
}

extension ParameterValue {
    /// The value as expressions see it, with the parameter's `name` and `type`.
    package func value(name: String, type: TableType?) -> Value {
        switch self {
        case .integer(let number): .int(number)
        case .ratio(let ratio): .opaque(NumberValue(ratio))
        case .day(let day): .opaque(DayValue(day))
        case .length(let length): .opaque(LengthValue(length))
        case .boolean(let flag): .bool(flag)
        case .text(let text): .string(text)
        case .table(let table):
            type.map { .opaque(TableValue(name: name, table: table, type: $0)) } ?? .null
        }
    }
}

extension ExpressionEnvironment {
    /// `rank("dataset.column", value)`: the place of an enum's value, 0 for the lowest.
    static func rankFunction(_ layouts: [RowLayout]) -> Function {
        var ranks: [String: [String: Int64]] = [:]
        for layout in layouts {
            for field in layout.fields where !field.values.isEmpty {
                let pairs = field.values.enumerated().map { ($1, Int64($0)) }
                ranks[layout.dataset + "." + field.name] = Dictionary(pairs) { first, _ in first }
            }
        }
        let places = ranks
        return .binary("rank", id: "rank_string_string", returns: .int) {
            (column: String, value: String) in
            guard let values = places[column] else {
                return .error(EvaluationError(message: "`\(column)` is no enum column"))
            }
            guard let place = values[value] else {
                return .error(
                    EvaluationError(message: "`\(column)` has no value `\(value)`"))
            }
            return .int(place)
        }
    }
}
