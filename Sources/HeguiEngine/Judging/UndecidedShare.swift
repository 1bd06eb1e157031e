import CEL
import HeguiDiagnostics
import HeguiReview

/// The rows of a rate of which it is not settled whether they count, or count as fulfilled.
struct UndecidedShare {
    struct Row {
        let row: RowReference
        /// What is missing to tell.
        let causes: [UnknownCause]
        /// What the pack says of a row that is not confirmed.
        let doubt: Message?
    }

    /// The first of them.
    private(set) var rows: [Row] = []
    private(set) var count = 0

    /// Adds a row by what is known of it: whether it counts, is fulfilled and is confirmed.
    mutating func add(
        _ row: RowReference, _ answers: [Answer<Bool>], doubt: () -> Message?
    ) {
        var causes: [UnknownCause] = []
        for case .unknown(let missing) in answers { causes.formUnion(missing) }
        let (isFulfilled, isConfirmed) = (answers[1], answers[2])
        let lacksConfirmation = isFulfilled.isKnownTrue && isConfirmed.isKnownFalse
        guard lacksConfirmation || !answers.allSatisfy(\.isKnown) else { return }
        count += 1
        guard rows.count < UndecidedRows.limit else { return }
        rows.append(Row(row: row, causes: causes, doubt: lacksConfirmation ? doubt() : nil))
    }
}
