/// A field of a map, of an optional, or of a value whose type was not known before.
final class SelectStep: Step {
    let operand: any Step
    let field: String
    let access: SyntaxNode.Access
    /// The declared record types, for records whose type was not known before.
    let objects: [String: ObjectType]
    let range: Range<Int>

    init(
        _ operand: any Step, field: String, access: SyntaxNode.Access,
        objects: [String: ObjectType], at range: Range<Int>
    ) {
        self.operand = operand
        self.field = field
        self.access = access
        self.objects = objects
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = operand.evaluate(&activation)
        if case .map(let map) = value, case .value = access {
            return map[text: field] ?? failure("no such key: `\(field)`")
        }
        if value.isAbnormal { return value }
        if case .optional(let inner) = value {
            guard let inner else { return absent }
            return present(in: inner, wantsOptional: true, &activation)
        }
        return present(in: value, wantsOptional: false, &activation)
    }

    private var absent: Value {
        if case .presence = access { return .bool(false) }
        return .optional(nil)
    }

    private func present(
        in value: Value, wantsOptional: Bool, _ activation: inout Activation
    ) -> Value {
        let found: Value?
        switch value {
        case .map(let map): found = map[text: field]
        case .object(let object):
            guard let index = index(in: object) else {
                return failure("undeclared field `\(field)` of `\(object.typeName)`")
            }
            let read = object.field(at: index)
            if read.isAbnormal { return read }
            if read.isNull, case .value = access, !wantsOptional { return read }
            found = read.isNull ? nil : read
        default:
            return refusal(
                of: value, from: operand, &activation,
                "a value of type `\(value.type)` has no fields")
        }
        if case .presence = access {
            // An entry is there whatever it holds, also an optional without a value.
            return .bool(found != nil)
        }
        if case .value = access, !wantsOptional {
            return found ?? failure("no such key: `\(field)`")
        }
        return .optional(found)
    }

    private func index(in object: any ObjectValue) -> Int? {
        objects[object.typeName]?.fields.firstIndex { $0.name == field }
    }

    func absence(_ activation: inout Activation) -> Unknown {
        guard case .object(let object) = operand.evaluate(&activation),
            let index = index(in: object)
        else { return Unknown(causes: []) }
        return Unknown(causes: [object.cause(ofField: index)])
    }
}

/// A field of a host's record, which is read by index.
final class FieldStep: Step {
    let operand: any Step
    let index: Int
    let range: Range<Int>

    init(_ operand: any Step, index: Int, at range: Range<Int>) {
        self.operand = operand
        self.index = index
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = operand.evaluate(&activation)
        if case .object(let object) = value { return object.field(at: index) }
        return refusal(
            of: value, from: operand, &activation, "a value of type `\(value.type)` has no fields")
    }

    func absence(_ activation: inout Activation) -> Unknown {
        guard case .object(let object) = operand.evaluate(&activation) else {
            return Unknown(causes: [])
        }
        return Unknown(causes: [object.cause(ofField: index)])
    }
}

/// `has(a.b)` for a host's record: whether the field has a value.
final class FieldPresenceStep: Step {
    let operand: any Step
    let index: Int
    let range: Range<Int>

    init(_ operand: any Step, index: Int, at range: Range<Int>) {
        self.operand = operand
        self.index = index
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = operand.evaluate(&activation)
        if case .object(let object) = value {
            let field = object.field(at: index)
            return field.isAbnormal ? field : .bool(!field.isNull)
        }
        return refusal(
            of: value, from: operand, &activation, "a value of type `\(value.type)` has no fields")
    }
}
