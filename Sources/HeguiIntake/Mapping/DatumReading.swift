internal import HeguiDiagnostics
internal import HeguiTables

/// What a cell gives for a column, and what is wrong or worth knowing about it.
struct DatumReading {
    enum Problem: Hashable {
        case unreadable(Message)
        case ambiguous(Message)
        case unknownWord
    }

    var datum: Datum
    var problem: Problem?
    var notes: [ReadingNote] = []
}
