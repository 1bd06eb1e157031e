/// Keeps the values of nodes in the order in which they were evaluated.
struct TraceRecorder {
    private(set) var records: [(id: SyntaxNode.ID, value: Value)] = []
    /// The rest of the steps that may be spent on the parts of constants.
    var constantCost = 100_000
    private static let limit = 100_000

    mutating func record(_ id: SyntaxNode.ID, _ value: Value) {
        if records.count < Self.limit { records.append((id, value)) }
    }
}
