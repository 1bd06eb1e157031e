import CEL

/// A value that was read, or what is missing to read it.
enum Answer<Content> {
    case known(Content)
    case unknown([UnknownCause])
}

extension Answer: Sendable where Content: Sendable {}

extension Answer {
    /// Whether there is nothing missing.
    var isKnown: Bool {
        if case .known = self { true } else { false }
    }
}

extension Answer<Bool> {
    /// Whether it is known to be true.
    var isKnownTrue: Bool {
        if case .known(true) = self { true } else { false }
    }

    /// Whether it is known to be false.
    var isKnownFalse: Bool {
        if case .known(false) = self { true } else { false }
    }

    /// Returns whether both hold: false where either is known not to.
    func and(_ other: Answer<Bool>) -> Answer<Bool> {
        switch (self, other) {
        case (.known(false), _), (_, .known(false)): return .known(false)
        case (.known(true), _): return other
        case (.unknown, .known(true)): return self
        case (.unknown(var causes), .unknown(let others)):
            causes.formUnion(others)
            return .unknown(causes)
        }
    }
}

extension Array where Element == UnknownCause {
    /// Adds those of `others` that are not there yet.
    mutating func formUnion(_ others: [UnknownCause]) {
        for cause in others where !contains(cause) { append(cause) }
    }
}
