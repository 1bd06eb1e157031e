import CEL
import HeguiDiagnostics
import HeguiPack

/// Values of a subject's columns, by their path as in `member.unit.obliged`, for one trial.
struct Assignment {
    var values: [String: Value]
    /// In the order in which people are told.
    var names: [String]

    /// The trial in words: `member.hours = 3, member.status = working`.
    var message: Message {
        func text(_ empty: String) -> String {
            names.map { "\($0) = " + (values[$0]?.trialText ?? empty) }.joined(separator: ", ")
        }
        return Message(zh: text("空"), en: text("empty"))
    }

    /// The trial as an example of what is said; nil where it has no columns.
    var witness: Message? {
        guard !names.isEmpty else { return nil }
        return Message(zh: "例如：" + message.zh, en: "for example: " + message.en)
    }
}

extension Value {
    /// How a trial's value is shown; nil for an empty one.
    fileprivate var trialText: String? {
        switch self {
        case .bool(let flag): "\(flag)"
        case .int(let whole): "\(whole)"
        case .string(let text): text
        case .opaque(let number as NumberValue): number.ratio.decimal
        case .opaque(let other): other.description
        default: nil
        }
    }
}

/// A row that exists only as an assignment.
struct TrialRow: ObjectValue {
    let layout: RowLayout
    let path: String
    let layouts: [RowLayout]
    let values: [String: Value]

    var typeName: String { layout.singular }

    func field(at index: Int) -> Value {
        let field = layout.fields[index]
        let inner = path + "." + field.name
        switch field.kind {
        case .column: return values[inner] ?? .null
        case .relation: return .unknown(Unknown(causes: []))
        case .reference(_, let dataset):
            if case .null? = values[inner] { return .null }
            guard let target = layouts.first(where: { $0.dataset == dataset }) else { return .null }
            return .object(TrialRow(layout: target, path: inner, layouts: layouts, values: values))
        }
    }

    func cause(ofField index: Int) -> UnknownCause {
        UnknownCause(key: path + "." + layout.fields[index].name)
    }
}

/// The parameters as they stand now; one that has several dated values is unknown.
struct TrialParameters: ObjectValue {
    private let values: [Value]

    init(_ parameters: [Parameter]) {
        values = parameters.map { parameter in
            guard parameter.values.count == 1, let only = parameter.values.first else {
                return .unknown(Unknown(causes: []))
            }
            return only.value.value(name: parameter.name, type: parameter.tableType)
        }
    }

    var typeName: String { ExpressionEnvironment.paramsTypeName }

    func field(at index: Int) -> Value { values[index] }

    func cause(ofField index: Int) -> UnknownCause { UnknownCause(key: typeName) }
}
