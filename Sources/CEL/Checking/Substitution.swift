/// The types that were found for type variables so far.
struct Substitution {
    private var types: [String: Type] = [:]
    /// The old types of variables that the current trial has changed, to restore if it fails.
    private var changes: [(name: String, type: Type?)] = []
    private var count = 0

    mutating func freshVariable() -> Type {
        count += 1
        return .parameter("%\(count)")
    }

    /// Returns `signature` with fresh variables in place of its type parameters.
    mutating func instantiate(_ signature: [Type]) -> [Type] {
        var fresh: [String: Type] = [:]
        return signature.map { rename($0, &fresh) }
    }

    private mutating func rename(_ type: Type, _ fresh: inout [String: Type]) -> Type {
        switch type {
        case .parameter(let name):
            if let known = fresh[name] { return known }
            let variable = freshVariable()
            fresh[name] = variable
            return variable
        case .list(let element): return .list(rename(element, &fresh))
        case .map(let key, let value): return .map(rename(key, &fresh), rename(value, &fresh))
        case .type(let inner): return .type(rename(inner, &fresh))
        case .wrapper(let inner): return .wrapper(rename(inner, &fresh))
        case .optional(let inner): return .optional(rename(inner, &fresh))
        case .opaque(let name, let parameters):
            return .opaque(name, parameters.map { rename($0, &fresh) })
        default: return type
        }
    }

    /// Returns `type` with known variables replaced. Unknown ones stay, or become `dyn`.
    func apply(_ type: Type, freeToDyn: Bool = false) -> Type {
        switch type {
        case .parameter(let name):
            if let known = types[name] { return apply(known, freeToDyn: freeToDyn) }
            return freeToDyn ? .dyn : type
        case .list(let element): return .list(apply(element, freeToDyn: freeToDyn))
        case .map(let key, let value):
            return .map(apply(key, freeToDyn: freeToDyn), apply(value, freeToDyn: freeToDyn))
        case .type(let inner): return .type(apply(inner, freeToDyn: freeToDyn))
        case .wrapper(let inner): return .wrapper(apply(inner, freeToDyn: freeToDyn))
        case .optional(let inner): return .optional(apply(inner, freeToDyn: freeToDyn))
        case .opaque(let name, let parameters):
            return .opaque(name, parameters.map { apply($0, freeToDyn: freeToDyn) })
        default: return type
        }
    }

    /// Whether values of `types` may be used where `targets` are expected. Binds variables if so.
    mutating func assign(_ types: [Type], to targets: [Type]) -> Bool {
        guard types.count == targets.count else { return false }
        defer { changes.removeAll(keepingCapacity: true) }
        for (type, target) in zip(types, targets) where !isAssignable(type, target) {
            for change in changes.reversed() { self.types[change.name] = change.type }
            return false
        }
        return true
    }

    private mutating func set(_ name: String, to type: Type) {
        changes.append((name, types[name]))
        types[name] = type
    }

    private mutating func isAssignable(_ type: Type, _ target: Type) -> Bool {
        if case .parameter(let name) = target {
            switch bind(name, to: type) {
            case .bound: return true
            case .conflicts: return false
            case .free: break
            }
        }
        if case .parameter(let name) = type { return bind(name, to: target) == .bound }
        if type.isDynamic || target.isDynamic { return true }
        switch (type, target) {
        case (.wrapper, .null): return true
        case (.wrapper(let inner), _): return isAssignable(inner, target.unwrapped)
        case (_, .wrapper(let inner)): return type == .null || isAssignable(type, inner)
        case (.null, _): return Self.mayBeNull(target)
        case (_, .null): return Self.mayBeNull(type)
        case (.list(let element), .list(let other)): return isAssignable(element, other)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            return isAssignable(key, otherKey) && isAssignable(value, otherValue)
        case (.type, .type): return true
        case (.optional(let inner), .optional(let other)): return isAssignable(inner, other)
        case (.opaque(let name, let parameters), .opaque(let other, let others)):
            guard name == other, parameters.count == others.count else { return false }
            for (parameter, other) in zip(parameters, others) {
                guard isAssignable(parameter, other) else { return false }
            }
            return true
        default: return type == target
        }
    }

    /// Whether the type takes `null` though it is no wrapper, as in the reference checkers.
    private static func mayBeNull(_ type: Type) -> Bool {
        switch type {
        case .null, .timestamp, .duration, .object, .opaque, .optional: true
        default: false
        }
    }

    private enum Binding {
        case bound, conflicts, free
    }

    private mutating func bind(_ name: String, to type: Type) -> Binding {
        if type == .parameter(name) { return .bound }
        if let known = types[name] {
            if known == type { return .bound }
            guard isAssignable(type, known) else { return .conflicts }
            let general = Self.moreGeneral(type, known)
            if !occurs(name, in: general) { set(name, to: general) }
            return .bound
        }
        guard !occurs(name, in: type) else { return .free }
        set(name, to: type)
        return .bound
    }

    private func occurs(_ name: String, in type: Type) -> Bool {
        switch type {
        case .parameter(let other):
            if other == name { return true }
            return types[other].map { occurs(name, in: $0) } ?? false
        case .list(let inner), .type(let inner), .wrapper(let inner), .optional(let inner):
            return occurs(name, in: inner)
        case .map(let key, let value): return occurs(name, in: key) || occurs(name, in: value)
        case .opaque(_, let parameters): return parameters.contains { occurs(name, in: $0) }
        default: return false
        }
    }

    /// Returns a type that covers both `first` and `second`; `dyn` if no other does.
    mutating func join(_ first: Type, _ second: Type) -> Type {
        assign([first], to: [second]) ? Self.moreGeneral(first, second) : .dyn
    }

    static func moreGeneral(_ first: Type, _ second: Type) -> Type {
        isEqualOrMoreGeneral(first, second) ? first : second
    }

    private static func isEqualOrMoreGeneral(_ first: Type, _ second: Type) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.error, _), (.parameter, _): true
        case (_, .dyn), (_, .error), (_, .parameter): false
        case (.wrapper(let inner), .wrapper(let other)): isEqualOrMoreGeneral(inner, other)
        case (.wrapper(let inner), _):
            second == .null || isEqualOrMoreGeneral(inner, second)
        case (_, .null): mayBeNull(first)
        case (.list(let inner), .list(let other)), (.optional(let inner), .optional(let other)):
            isEqualOrMoreGeneral(inner, other)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            isEqualOrMoreGeneral(key, otherKey) && isEqualOrMoreGeneral(value, otherValue)
        case (.opaque(let name, let parameters), .opaque(let other, let others)):
            name == other && parameters.count == others.count
                && zip(parameters, others).allSatisfy { isEqualOrMoreGeneral($0, $1) }
        case (.type, .type): true
        default: first == second
        }
    }
}
