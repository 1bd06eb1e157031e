extension Library {
    private static func scalars(_ value: Value) -> [Unicode.Scalar]? {
        guard case .string(let text) = value else { return nil }
        return Array(text.unicodeScalars)
    }

    /// Whether `text` has `part` at `place`.
    private static func stands(
        _ part: [Unicode.Scalar], in text: [Unicode.Scalar], at place: Int
    ) -> Bool {
        place + part.count <= text.count && text[place..<(place + part.count)].elementsEqual(part)
    }

    static func indexOf(
        in text: [Unicode.Scalar], _ arguments: [Value], _ activation: inout Activation
    ) -> Value {
        guard let part = scalars(arguments[1]) else { return mismatch("indexOf") }
        var start: Int64 = 0
        if arguments.count == 3, case .int(let given) = arguments[2] { start = given }
        if part.isEmpty, start >= 0, start <= text.count { return .int(start) }
        guard start >= 0, start <= text.count else {
            return .failure("index out of range: \(start)")
        }
        guard part.count <= text.count else { return .int(-1) }
        for place in stride(from: Int(start), through: text.count - part.count, by: 1) {
            guard activation.charge(1 + part.count >> 3) else { return activation.exhausted }
            if stands(part, in: text, at: place) { return .int(Int64(place)) }
        }
        return .int(-1)
    }

    static func lastIndexOf(
        in text: [Unicode.Scalar], _ arguments: [Value], _ activation: inout Activation
    ) -> Value {
        guard let part = scalars(arguments[1]) else { return mismatch("lastIndexOf") }
        var start = max(0, text.count - part.count)
        if arguments.count == 3, case .int(let given) = arguments[2] {
            guard given >= 0, given <= text.count, given < text.count || part.isEmpty else {
                return .failure("index out of range: \(given)")
            }
            start = min(start, Int(given))
        }
        guard part.count <= text.count else { return .int(-1) }
        for place in stride(from: start, through: 0, by: -1) {
            guard activation.charge(1 + part.count >> 3) else { return activation.exhausted }
            if stands(part, in: text, at: place) { return .int(Int64(place)) }
        }
        return .int(-1)
    }

    /// Returns at most `limit` places of `part`, from left to right without overlap, or nil if no steps
    /// are left. An empty `part` is found before and after every character.
    private static func places(
        of part: [Unicode.Scalar], in text: [Unicode.Scalar], limit: Int,
        _ activation: inout Activation
    ) -> [Int]? {
        var places: [Int] = []
        var place = 0
        while place + part.count <= text.count, places.count < limit {
            guard activation.charge(1 + part.count >> 3) else { return nil }
            if stands(part, in: text, at: place) {
                places.append(place)
                place += max(1, part.count)
            } else {
                place += 1
            }
        }
        return places
    }

    private static func limit(_ arguments: [Value], at index: Int) -> Int {
        guard arguments.count > index, case .int(let limit) = arguments[index], limit >= 0 else {
            return .max
        }
        return Int(limit)
    }

    static func replace(
        in text: [Unicode.Scalar], _ arguments: [Value], _ activation: inout Activation
    ) -> Value {
        guard let part = scalars(arguments[1]), let replacement = scalars(arguments[2]) else {
            return mismatch("replace")
        }
        let limit = limit(arguments, at: 3)
        guard let places = places(of: part, in: text, limit: limit, &activation),
            activation.charge(size: places.count * replacement.count)
        else { return activation.exhausted }
        var result: [Unicode.Scalar] = []
        var start = 0
        for place in places {
            result += text[start..<place]
            result += replacement
            start = place + part.count
        }
        result += text[start...]
        return .string(String(String.UnicodeScalarView(result)))
    }

    static func split(
        in text: [Unicode.Scalar], _ arguments: [Value], _ activation: inout Activation
    ) -> Value {
        guard let part = scalars(arguments[1]) else { return mismatch("split") }
        let limit = limit(arguments, at: 2)
        if limit == 0 { return .list([]) }
        guard var places = places(of: part, in: text, limit: limit, &activation) else {
            return activation.exhausted
        }
        if part.isEmpty {
            if text.isEmpty { return .list([]) }
            // An empty separator splits between characters, not at the ends of the text.
            places = places.filter { $0 > 0 && $0 < text.count }
        }
        places = Array(places.prefix(limit - 1))
        var parts: [Value] = []
        var start = 0
        for place in places {
            parts.append(.string(String(String.UnicodeScalarView(text[start..<place]))))
            start = place + part.count
        }
        parts.append(.string(String(String.UnicodeScalarView(text[start...]))))
        return .list(parts)
    }
}
