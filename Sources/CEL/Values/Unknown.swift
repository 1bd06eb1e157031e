/// Why a value could not be told: the data that are missing, in a fixed order without repeats.
public struct Unknown: Hashable, Sendable {
    /// What is missing, in the order in which the expression needed it.
    public var causes: [UnknownCause]

    /// Makes an unknown; `causes` should have no repeats.
    public init(causes: [UnknownCause]) {
        self.causes = causes
    }

    /// Adds the causes of `other` that are not there yet.
    mutating func merge(_ other: Unknown) {
        for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
    }
}
