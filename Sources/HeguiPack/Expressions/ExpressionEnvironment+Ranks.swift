import CEL

extension ExpressionEnvironment {
    /// `rank("dataset.column", value)`: the place of an enum's value, 0 for the lowest.
    static func rankFunction(_ layouts: [RecordLayout]) -> Function {
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
