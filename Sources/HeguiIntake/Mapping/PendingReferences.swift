/// The ties of a row that are still to be found, in the order of their columns.
///
/// Rows have two or three of them, so that a list is smaller and faster than a dictionary.
struct PendingReferences: Sequence {
    private var entries: [(column: Int, reference: PendingReference)] = []

    var isEmpty: Bool { entries.isEmpty }
    var references: [PendingReference] { entries.map(\.reference) }
    var columns: [Int] { entries.map(\.column) }

    subscript(column: Int) -> PendingReference? {
        get {
            for entry in entries where entry.column == column { return entry.reference }
            return nil
        }
        set {
            let place = entries.firstIndex { $0.column >= column } ?? entries.count
            let isThere = place < entries.count && entries[place].column == column
            if let newValue {
                let entry = (column: column, reference: newValue)
                if isThere { entries[place] = entry } else { entries.insert(entry, at: place) }
            } else if isThere {
                entries.remove(at: place)
            }
        }
    }

    func makeIterator() -> IndexingIterator<[(column: Int, reference: PendingReference)]> {
        entries.makeIterator()
    }
}
