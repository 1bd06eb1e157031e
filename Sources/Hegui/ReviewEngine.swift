import FoundationEssentials

/// How rules are worked. Whatever is chosen, the review says the same.
public enum ReviewEngine: String, CaseIterable, Sendable {
    /// On columns for large drops of tables, row by row for all others.
    case automatic = "auto"
    /// Row by row.
    case rows
    /// On columns where the drop and the pack allow it.
    case columns

    /// Below so many bytes columns gain nothing.
    static let leastBytes = 4 << 20

    /// How many threads work at once.
    static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }
}
