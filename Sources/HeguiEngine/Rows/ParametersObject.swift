import CEL
import HeguiCalendar
import HeguiPack

/// The parameters in force on a day, as a record of expressions.
struct ParametersObject: ObjectValue {
    private let values: [Value]

    var typeName: String { ExpressionEnvironment.paramsTypeName }

    /// Returns the parameters in force on each of `days`; one whose value differs among them, or
    /// that has several values while the days are not known, is unknown for want of `causes`.
    init(_ parameters: [Parameter], on days: DayRange?, causes: [UnknownCause] = []) {
        values = parameters.map { parameter in
            let first = days.map { parameter.value(on: $0.first) } ?? parameter.values.first?.value
            let last = days.map { parameter.value(on: $0.last) } ?? parameter.values.last?.value
            guard let first, first == last, days != nil || parameter.values.count == 1 else {
                return .unknown(Unknown(causes: causes))
            }
            return first.value(name: parameter.name, type: parameter.tableType)
        }
    }

    func field(at index: Int) -> Value {
        values.indices.contains(index) ? values[index] : .null
    }

    func cause(ofField index: Int) -> UnknownCause {
        UnknownCause(key: typeName)
    }
}
