import CScan

/// The rows of a table by their keys.
package final class KeyIndex: Sendable {
    private enum Storage {
        /// By the key's number less `first`: the row, or `ColumnCells.orphan`.
        case dense(KeyPattern, first: Int32, rows: [Int32])
        /// The row is the key's number less `first`.
        case inPlace(KeyPattern, first: Int32, count: Int)
        /// By the number of the word in the dictionary: the row.
        case words(WordDictionary, rows: [Int32])
    }

    private let storage: Storage
    /// Rows whose key an earlier row has, with that row.
    package let repeats: [(row: Int, first: Int)]

    /// The form of the keys, where they have one.
    package var pattern: KeyPattern? {
        switch storage {
        case .dense(let pattern, _, _), .inPlace(let pattern, _, _): pattern
        case .words: nil
        }
    }

    /// Returns the index of keys of one form given by their numbers, segment by segment; nil where
    /// they lie too far apart.
    package init?(_ pattern: KeyPattern, numbers: [ColumnCells]) {
        var (least, most, total) = (Int32.max, Int32.min, 0)
        var isInPlace = true
        for cells in numbers {
            unsafe cells.withCells { cells, count in
                let shift = unsafe count > 0 ? Int(cells[0]) - total : 0
                for index in 0..<count {
                    let number = unsafe cells[index]
                    isInPlace = isInPlace && number >= 0 && Int(number) - shift == total + index
                    if number < 0 { continue }
                    least = min(least, number)
                    most = max(most, number)
                }
                total += count
            }
        }
        if least > most { (least, most) = (0, 0) }
        let span = Int(most) - Int(least) + 1
        if isInPlace, span == total {
            storage = .inPlace(pattern, first: least, count: total)
            repeats = []
            return
        }
        guard span <= 8 * total + 1_024 else { return nil }
        var rows = [Int32](repeating: ColumnCells.orphan, count: span)
        repeats = Self.note(numbers, least, in: &rows)
        storage = .dense(pattern, first: least, rows: rows)
    }

    /// Puts the first row of each number in its place; returns the other rows, with that one.
    private static func note(
        _ numbers: [ColumnCells], _ least: Int32, in rows: inout [Int32]
    ) -> [(row: Int, first: Int)] {
        var repeats: [(row: Int, first: Int)] = []
        var row = 0
        for cells in numbers {
            unsafe cells.withCells { cells, count in
                for index in 0..<count {
                    let number = unsafe cells[index]
                    if number >= 0 {
                        let known = rows[Int(number - least)]
                        if known >= 0 {
                            repeats.append((row, Int(known)))
                        } else {
                            rows[Int(number - least)] = Int32(truncatingIfNeeded: row)
                        }
                    }
                    row += 1
                }
            }
        }
        return repeats
    }

    /// Returns the index of keys given by their numbers in a dictionary, in the order of rows;
    /// rows without a key have a negative one.
    package init(_ words: WordDictionary, numbers: [ColumnCells]) {
        var rows = [Int32](repeating: ColumnCells.orphan, count: words.count)
        repeats = Self.note(numbers, 0, in: &rows)
        storage = .words(words, rows: rows)
    }

    /// Returns the row of a key, or nil.
    package func row(of key: [UInt8]) -> Int? {
        switch storage {
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
        guard case .words(let words, let rows) = storage else { return ColumnCells.orphan }
        let number = unsafe words.known(text, count)
        return number >= 0 ? rows[Int(number)] : ColumnCells.orphan
    }

    /// Puts rows in place of `count` numbers of keys of the index's own form; what is no key of a
    /// row becomes `ColumnCells.orphan`.
    ///
    /// - Returns: the places of the keys that name no row, with their numbers.
    func resolve(
        _ cells: UnsafeMutablePointer<Int32>, count: Int
    ) -> [(index: Int, number: Int32)] {
        switch storage {
        case .dense(_, let first, let rows):
            unsafe Self.resolve(cells, count: count, first: first, rows: rows)
        case .inPlace(_, let first, let known):
            unsafe Self.resolve(cells, count: count, first: first, known: known)
        case .words: []
        }
    }

    private static func resolve(
        _ cells: UnsafeMutablePointer<Int32>, count total: Int, first: Int32, rows table: [Int32]
    ) -> [(index: Int, number: Int32)] {
        var orphans: [(index: Int, number: Int32)] = []
        unsafe table.withUnsafeBufferPointer { rows in
            for index in 0..<total {
                // The rows may stand anywhere: they are asked for before they are needed.
                if index + 16 < total {
                    let ahead = unsafe Int(cells[index + 16]) - Int(first)
                    if ahead >= 0, ahead < rows.count, let base = rows.baseAddress {
                        unsafe cscan_prefetch(base + ahead)
                    }
                }
                let number = unsafe cells[index]
                if number < 0 { continue }
                let place = Int(number) - Int(first)
                let row =
                    unsafe place >= 0 && place < rows.count ? rows[place] : ColumnCells.orphan
                if row < 0 { orphans.append((index, number)) }
                unsafe cells[index] = row
            }
        }
        return orphans
    }

    private static func resolve(
        _ cells: UnsafeMutablePointer<Int32>, count total: Int, first: Int32, known count: Int
    ) -> [(index: Int, number: Int32)] {
        var orphans: [(index: Int, number: Int32)] = []
        for index in 0..<total {
            let number = unsafe cells[index]
            if number < 0 { continue }
            let row = Int(number) - Int(first)
            if row >= 0, row < count {
                unsafe cells[index] = Int32(truncatingIfNeeded: row)
            } else {
                orphans.append((index, number))
                unsafe cells[index] = ColumnCells.orphan
            }
        }
        return orphans
    }
}
