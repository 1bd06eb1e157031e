import CEL

/// A value that was read, or what is missing to read it.
enum Answer<Content> {
    case known(Content)
    case unknown([UnknownCause])
}

extension Answer: Sendable where Content: Sendable {}

extension Array where Element == UnknownCause {
    /// Adds those of `others` that are not there yet.
    mutating func formUnion(_ others: [UnknownCause]) {
        for cause in others where !contains(cause) { append(cause) }
    }
}
