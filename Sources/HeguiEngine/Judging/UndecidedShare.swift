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

    /// Adds a row by what is known of it, as `Share.add` counts it.
    mutating func add(
        _ row: RowReference, counted: Answer<Bool>, fulfilled: Answer<Bool>,
        confirmed: Answer<Bool>, doubt: () -> Message?
    ) {
        let lacksConfirmation = fulfilled.isKnownTrue && confirmed.isKnownFalse
        let isKnown = counted.isKnown && fulfilled.isKnown && confirmed.isKnown
        guard lacksConfirmation || !isKnown else { return }
        count += 1
        guard rows.count < UndecidedRows.limit else { return }
        var causes: [UnknownCause] = []
        for case .unknown(let missing) in [counted, fulfilled, confirmed] {
            causes.formUnion(missing)
        }
        rows.append(Row(row: row, causes: causes, doubt: lacksConfirmation ? doubt() : nil))
    }
}
