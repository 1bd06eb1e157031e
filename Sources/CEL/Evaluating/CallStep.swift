/// A call of a function, a method or a host's operator. The types of the values choose the overload.
final class CallStep: Step {
    /// An overload with the patterns of its parameters.
    struct Candidate: Sendable {
        let patterns: [Pattern]
        let implementation: Implementation
        /// Whether it takes any number of arguments and checks them itself.
        let isVariadic: Bool

        init(_ overload: Function.Overload) {
            patterns = overload.arguments.map { Pattern($0) }
            implementation = overload.implementation
            isVariadic = overload.typing != nil
        }

        func takesNull(at index: Int) -> Bool {
            isVariadic || index < patterns.count && patterns[index].matches(.null)
        }

        func matches(_ arguments: [Value]) -> Bool {
            if isVariadic { return true }
            guard arguments.count == patterns.count else { return false }
            for (index, argument) in arguments.enumerated() {
                guard patterns[index].matches(argument) else { return false }
            }
            return true
        }
    }

    let name: String
    let candidates: [Candidate]
    let arguments: [any Step]
    let range: Range<Int>

    init(
        _ name: String, candidates: [Candidate], arguments: [any Step], at range: Range<Int>
    ) {
        self.name = name
        self.candidates = candidates
        self.arguments = arguments
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        switch arguments.count {
        case 1:
            let first = arguments[0].evaluate(&activation)
            for candidate in candidates {
                if case .unary(let body) = candidate.implementation,
                    candidate.patterns[0].matches(first), !first.isAbnormal
                {
                    return located(body(first, &activation))
                }
            }
            if case .unknown(let list) = first, list.known != nil, name == "size" {
                return .unknown(list.size)
            }
            return finish([first], &activation)
        case 2:
            let first = arguments[0].evaluate(&activation)
            let second = arguments[1].evaluate(&activation)
            return Self.quick(
                candidates, first: first, second: second, at: self, &activation)
                ?? finish([first, second], &activation)
        default:
            var values: [Value] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments { values.append(argument.evaluate(&activation)) }
            return finish(values, &activation)
        }
    }

    /// Calls the first of `candidates` that takes two values, without a list of these; nil where none
    /// does.
    @inline(__always)
    static func quick(
        _ candidates: [Candidate], first: Value, second: Value, at step: some Step,
        _ activation: inout Activation
    ) -> Value? {
        if first.isAbnormal || second.isAbnormal { return nil }
        for candidate in candidates {
            if case .binary(let body) = candidate.implementation,
                candidate.patterns[0].matches(first), candidate.patterns[1].matches(second)
            {
                return step.located(body(first, second, &activation))
            }
        }
        return nil
    }

    private func finish(_ values: [Value], _ activation: inout Activation) -> Value {
        Self.dispatch(
            name, candidates: candidates, arguments: arguments, values: values, at: self,
            &activation)
    }

    /// Calls the first of `candidates` that takes `values`.
    ///
    /// If none does, returns an unknown where a value is `null` and the environment asks for that, else
    /// an error.
    static func dispatch(
        _ name: String, candidates: [Candidate], arguments: [any Step], values: [Value],
        at step: some Step, _ activation: inout Activation
    ) -> Value {
        var abnormal = AbnormalValues()
        for value in values { abnormal.add(value) }
        if let first = abnormal.merged {
            guard case .unknown = first else { return first }
            addAbsences(
                candidates, arguments: arguments, values: values, to: &abnormal, &activation)
            return abnormal.merged ?? first
        }
        for candidate in candidates where candidate.matches(values) {
            return step.located(candidate.implementation.call(values, &activation))
        }
        if let unknown = absence(of: values, arguments, &activation) { return unknown }
        let types = values.map(\.type.description).joined(separator: ", ")
        return step.failure("no overload of `\(SyntaxNode.displayName(name))` takes (\(types))")
    }

    /// Adds the causes of `null` values that no candidate takes.
    private static func addAbsences(
        _ candidates: [Candidate], arguments: [any Step], values: [Value],
        to abnormal: inout AbnormalValues, _ activation: inout Activation
    ) {
        for (index, value) in values.enumerated() where value.isNull {
            let isTaken = candidates.contains { $0.takesNull(at: index) }
            if !isTaken, let unknown = absence(of: [value], [arguments[index]], &activation) {
                abnormal.add(unknown)
            }
        }
    }

    /// Returns the unknown for `null` values, or nil if there are none or they are errors here.
    static func absence(
        of values: [Value], _ arguments: [any Step], _ activation: inout Activation
    ) -> Value? {
        guard activation.nullOperands == .unknown, values.contains(where: \.isNull) else {
            return nil
        }
        var unknown = Unknown(causes: [])
        for (value, argument) in zip(values, arguments) where value.isNull {
            unknown.merge(argument.absence(&activation))
        }
        return .unknown(unknown)
    }
}

/// The values that a parameter takes when a call is evaluated.
struct Pattern: Sendable {
    private let kinds: UInt32
    /// The name of the type, if the kind alone does not decide.
    private let name: String?

    private static let all = UInt32.max

    init(_ type: Type) {
        switch type {
        case .dyn, .parameter, .error: (kinds, name) = (Self.all, nil)
        case .wrapper(let inner):
            let pattern = Pattern(inner)
            (kinds, name) = (pattern.kinds | 1, pattern.name)
        case .object(let object): (kinds, name) = (1 << 13, object)
        case .opaque(let opaque, _): (kinds, name) = (1 << 14, opaque)
        case .null: (kinds, name) = (1 << 0, nil)
        case .bool: (kinds, name) = (1 << 1, nil)
        case .int: (kinds, name) = (1 << 2, nil)
        case .uint: (kinds, name) = (1 << 3, nil)
        case .double: (kinds, name) = (1 << 4, nil)
        case .string: (kinds, name) = (1 << 5, nil)
        case .bytes: (kinds, name) = (1 << 6, nil)
        case .list: (kinds, name) = (1 << 7, nil)
        case .map: (kinds, name) = (1 << 8, nil)
        case .timestamp: (kinds, name) = (1 << 9, nil)
        case .duration: (kinds, name) = (1 << 10, nil)
        case .type: (kinds, name) = (1 << 11, nil)
        case .optional: (kinds, name) = (1 << 12, nil)
        }
    }

    @inline(__always)
    func matches(_ value: Value) -> Bool {
        guard kinds & (1 << value.kind) != 0 else { return false }
        guard let name else { return true }
        return hasName(name, value)
    }

    private func hasName(_ name: String, _ value: Value) -> Bool {
        switch value {
        case .object(let object): object.typeName == name
        case .opaque(let value): value.type.name == name
        default: true
        }
    }
}
