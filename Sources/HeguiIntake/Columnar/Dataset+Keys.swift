internal import HeguiPack

extension Dataset {
    /// The column of a key that is one text as it stands, by which rows are found.
    var plainKey: Int? {
        guard key.count == 1, let number = columnIndex(key[0]) else { return nil }
        let column = columns[number]
        return column.type == .text && column.synonyms.isEmpty && column.reference == nil
            ? number : nil
    }

    /// The columns of a key of another kind, which only tells rows apart.
    var looseKey: [Int] { plainKey == nil ? key.compactMap(columnIndex) : [] }

    /// The columns by which people are found.
    var identityColumns: Set<Int> {
        Set(identity.flatMap { $0.columns.compactMap(columnIndex) })
    }
}
