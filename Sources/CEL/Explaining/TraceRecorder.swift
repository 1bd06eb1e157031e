/// Keeps the values of sub-expressions in the order in which they became known.
struct TraceRecorder {
    private(set) var records: [(id: SyntaxNode.ID, value: Value)] = []
    private static let limit = 100_000

    mutating func record(_ id: SyntaxNode.ID, _ value: Value) {
        if records.count < Self.limit { records.append((id, value)) }
    }
}
