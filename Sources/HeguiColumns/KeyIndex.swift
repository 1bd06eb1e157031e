import CScan

/// The rows of a table by their keys.
package final class KeyIndex: @unchecked Sendable {
    private enum Form {
        /// By the key's number less `first`: the row, or `ColumnCells.orphan`.
        case dense(KeyPattern, first: Int32, rows: ColumnCells)
        /// The row is the key's number less `first`.
        case inPlace(KeyPattern, first: Int32, count: Int)
        /// By the number of the word in the dictionary: the row.
        case words(WordDictionary, rows: [Int32])
    }

    private let form: Form
    /// Rows whose key an earlier row has, with that row.
    package let repeats: [(row: Int, first: Int)]

    /// The form of the keys, where they have one.
    package var pattern: KeyPattern? {
        switch form {
        case .dense(let pattern, _, _), .inPlace(let pattern, _, _): pattern
        case .words: nil
        }
    }

    /// Returns the index of keys of one form given by their numbers, segment by segment; nil where
    /// they lie too far apart.
    package init?(_ pattern: KeyPattern, numbers: [ColumnCells]) {
        var (least, most, total) = (Int32.max, Int32.min, 0)
        for cells in numbers {
            total += cells.count
            for index in 0..<cells.count {
                let number = unsafe cells.base[index]
                if number < 0 { continue }
                least = min(least, number)
                most = max(most, number)
            }
        }
        if least > most { (least, most) = (0, 0) }
        let span = Int(most) - Int(least) + 1
        guard span <= 8 * total + 1_024 else { return nil }
        let table = ColumnCells(repeating: ColumnCells.orphan, count: span)
        let rows = unsafe table.base
        var repeats: [(row: Int, first: Int)] = []
        var (row, isInPlace) = (0, true)
        for cells in numbers {
            for index in 0..<cells.count {
                let number = unsafe cells.base[index]
                if number >= 0 {
                    let place = Int(number - least)
                    let known = unsafe rows[place]
                    if known >= 0 {
                        repeats.append((row, Int(known)))
                    } else {
                        unsafe rows[place] = Int32(truncatingIfNeeded: row)
                    }
                    isInPlace = isInPlace && place == row
                } else {
                    isInPlace = false
                }
                row += 1
            }
        }
        form =
            isInPlace && span == row
            ? .inPlace(pattern, first: least, count: row)
            : .dense(pattern, first: least, rows: table)
        self.repeats = repeats
    }

    /// Returns the index of keys given by their numbers in a dictionary, in the order of rows;
    /// rows without a key have a negative one.
    package init(_ words: WordDictionary, numbers: [ColumnCells]) {
        var rows = [Int32](repeating: ColumnCells.orphan, count: words.count)
        var repeats: [(row: Int, first: Int)] = []
        var row = 0
        for cells in numbers {
            for index in 0..<cells.count {
                let number = unsafe cells.base[index]
                if number >= 0 {
                    let known = rows[Int(number)]
                    if known >= 0 {
                        repeats.append((row, Int(known)))
                    } else {
                        rows[Int(number)] = Int32(truncatingIfNeeded: row)
                    }
                }
                row += 1
            }
        }
        form = .words(words, rows: rows)
        self.repeats = repeats
    }

    /// Returns the row of a key, or nil.
    package func row(of key: [UInt8]) -> Int? {
        switch form {
        case .dense(let pattern, let first, let rows):
            guard let number = pattern.number(key) else { return nil }
            let place = Int(number) - Int(first)
            guard place >= 0, place < rows.count else { return nil }
            let row = rows[place]
            return row >= 0 ? Int(row) : nil
        case .inPlace(let pattern, let first, let count):
            guard let number = pattern.number(key) else { return nil }
            let row = Int(number) - Int(first)
            return row >= 0 && row < count ? row : nil
        case .words(let words, let rows):
            guard let number = words.known(key), number < rows.count else { return nil }
            let row = rows[number]
            return row >= 0 ? Int(row) : nil
        }
    }

    /// Returns the row whose key a text is, or `ColumnCells.orphan`; for an index of words only.
    @inline(__always)
    func row(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        guard case .words(let words, let rows) = form else { return ColumnCells.orphan }
        let number = unsafe words.known(text, count)
        return number >= 0 ? rows[Int(number)] : ColumnCells.orphan
    }

    /// Puts rows in place of the numbers of keys of the index's own form; what is no key of a row
    /// becomes `ColumnCells.orphan`.
    ///
    /// - Returns: the places of those that name no row, with their numbers.
    func resolve(_ cells: ColumnCells) -> [(index: Int, number: Int32)] {
        switch form {
        case .dense(_, let first, let rows): resolve(cells, first, rows)
        case .inPlace(_, let first, let count): resolve(cells, first, count)
        case .words: []
        }
    }

    private func resolve(
        _ cells: ColumnCells, _ first: Int32, _ table: ColumnCells
    ) -> [(index: Int, number: Int32)] {
        let (rows, count) = unsafe (table.base, table.count)
        var orphans: [(index: Int, number: Int32)] = []
        let base = unsafe cells.base
        let total = cells.count
        for index in 0..<total {
            // The rows may stand anywhere: they are asked for before they are needed.
            if index + 16 < total {
                let ahead = unsafe Int(base[index + 16]) - Int(first)
                if ahead >= 0, ahead < count { unsafe cscan_prefetch(rows + ahead) }
            }
            let number = unsafe base[index]
            if number < 0 { continue }
            let place = Int(number) - Int(first)
            let row = unsafe place >= 0 && place < count ? rows[place] : ColumnCells.orphan
            if row < 0 { orphans.append((index, number)) }
            unsafe base[index] = row
        }
        return orphans
    }

    private func resolve(
        _ cells: ColumnCells, _ first: Int32, _ count: Int
    ) -> [(index: Int, number: Int32)] {
        var orphans: [(index: Int, number: Int32)] = []
        let base = unsafe cells.base
        for index in 0..<cells.count {
            let number = unsafe base[index]
            if number < 0 { continue }
            let row = Int(number) - Int(first)
            if row >= 0, row < count {
                unsafe base[index] = Int32(truncatingIfNeeded: row)
            } else {
                orphans.append((index, number))
                unsafe base[index] = ColumnCells.orphan
            }
        }
        return orphans
    }
}
