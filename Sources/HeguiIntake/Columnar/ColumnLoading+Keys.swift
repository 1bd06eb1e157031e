internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// Puts the cells of the rows that were read in the plain way into their columns.
    mutating func apply(
        _ draft: inout TableDraft, _ keyWords: WordDictionary?
    ) throws(Stop) {
        var codes: [Int: [Datum: Int32]] = [:]
        for patch in draft.patches {
            guard let kind = draft.layout.kinds[patch.column],
                let place = draft.layout.places[patch.column]
            else { continue }
            let cells = patch.segment.columns[place]
            switch (kind, patch.datum) {
            case (_, .absent), (_, .notGiven): cells[patch.record] = ColumnCells.absent
            case (.days, .day(let days)) where days.isOneDay:
                cells[patch.record] = days.first.number
            case (.integers, .integer(let number)):
                let fits = number > Int64(ColumnCells.special) && number <= Int64(Int32.max)
                cells[patch.record] = fits ? Int32(number) : ColumnCells.special
            case (.key, .text(let text)):
                cells[patch.record] = try key(Array(text.utf8), draft.layout, words: keyWords)
            case (.words, let datum):
                var known =
                    codes[place]
                    ?? Dictionary(
                        draft.values[place].enumerated().map { ($1, Int32($0)) },
                        uniquingKeysWith: { first, _ in first })
                cells[patch.record] = Self.code(of: datum, &known, &draft.values[place])
                codes[place] = known
            default: cells[patch.record] = ColumnCells.special
            }
        }
    }

    private func key(
        _ text: [UInt8], _ layout: ColumnLayout, words: WordDictionary?
    ) throws(Stop) -> Int32 {
        if let words { return words.number(of: text) }
        guard let number = layout.pattern?.number(text) else { throw .keyForm }
        return number
    }

    /// Takes out the rows whose key an earlier row has, and those that are no rows.
    ///
    /// - Returns: the index of the keys, where the dataset has one.
    mutating func removeRepeats(
        of draft: inout TableDraft, words: WordDictionary?, sources: [DatasetFile]
    ) throws(Stop) -> KeyIndex? {
        if !draft.dataset.looseKey.isEmpty {
            try removeLooseRepeats(&draft, sources)
            draft.compact()
            return nil
        }
        guard let key = draft.dataset.plainKey, let place = draft.layout.places[key] else {
            draft.compact()
            return nil
        }
        for (_, segment) in draft.segments {
            for record in draft.dropped[ObjectIdentifier(segment)] ?? [] {
                segment.columns[place][record] = ColumnCells.absent
            }
        }
        let index = try index(draft, place, words: words)
        if !index.repeats.isEmpty {
            reportRepeats(index.repeats, in: &draft, key: key, from: sources)
        } else if draft.dropped.isEmpty {
            return index
        }
        draft.compact()
        return try self.index(draft, place, words: words)
    }

    private func index(
        _ draft: TableDraft, _ place: Int, words: WordDictionary?
    ) throws(Stop) -> KeyIndex {
        let cells = draft.cells(place)
        if let words {
            let column = draft.dataset.key.first ?? ""
            if let refusal = Self.unusable(words, of: column, in: draft.dataset) {
                throw .refusal(refusal)
            }
            guard Self.areDistinct(words) else {
                throw .refusal(
                    ColumnRefusal(
                        zh: "“\(draft.dataset.name)”有的键只在大小写或空格上不同",
                        en: "keys of `\(draft.dataset.name)` differ in case or blanks only"))
            }
            return KeyIndex(words, numbers: cells)
        }
        guard let pattern = draft.layout.pattern, let index = KeyIndex(pattern, numbers: cells)
        else { throw .keyForm }
        return index
    }

    /// A refusal where a word is longer than a cell that names a row may be, or a number whose digits
    /// a program has lost: what is to be said of it, the plain reader says.
    static func unusable(
        _ words: WordDictionary, of column: String, in dataset: Dataset
    ) -> ColumnRefusal? {
        for number in 0..<words.count where words.word(number).contains(UInt8(ascii: "+")) {
            guard LostDigits.isExponent(String(decoding: words.word(number), as: UTF8.self)) else {
                continue
            }
            return ColumnRefusal(
                zh: "“\(dataset.name)”的“\(column)”有科学计数法的数字",
                en: "a cell of `\(column)` in `\(dataset.name)` is in scientific notation")
        }
        for number in 0..<words.count where words.word(number).count > CellLength.name {
            let text = String(decoding: words.word(number), as: UTF8.self)
            guard CellLength.exceeds(CellLength.name, text: text) else { continue }
            return ColumnRefusal(
                zh: "“\(dataset.name)”的“\(column)”有超长的内容",
                en: "a cell of `\(column)` in `\(dataset.name)` is too long")
        }
        return nil
    }

    /// Whether no two keys are the same to people, who look at neither case nor blanks.
    private static func areDistinct(_ words: WordDictionary) -> Bool {
        var seen: Set<String> = []
        var (hasSmall, hasLarge, isOdd) = (false, false, false)
        for number in 0..<words.count {
            for byte in words.word(number) {
                hasSmall = hasSmall || (0x61...0x7A).contains(byte)
                hasLarge = hasLarge || (0x41...0x5A).contains(byte)
                isOdd = isOdd || byte <= 0x20 || byte >= 0x7F
            }
        }
        guard isOdd || hasSmall && hasLarge else { return true }
        return (0..<words.count).allSatisfy { number in
            let text = String(decoding: words.word(number), as: UTF8.self)
            return seen.insert(text.compact.lowercased()).inserted
        }
    }

    mutating func reportRepeats(
        _ repeats: [(row: Int, first: Int)], in draft: inout TableDraft, key: Int,
        from sources: [DatasetFile]
    ) {
        var starts: [Int] = []
        var count = 0
        for (_, segment) in draft.segments {
            starts.append(count)
            count += segment.rowCount
        }
        func place(_ row: Int) -> (segment: Segment, record: Int, cell: CellAddress) {
            let number = (starts.firstIndex { $0 > row } ?? starts.count) - 1
            let (file, segment) = draft.segments[number]
            let source = sources[file]
            let column = source.head.mapper.places.first { $0.column == key }?.place
            let record = row - starts[number]
            return (
                segment, record,
                CellAddress(
                    file: source.file.name, row: segment.firstRecord + record, column: column)
            )
        }
        for (row, first) in repeats {
            let own = place(row)
            drafts.report(
                KeyCheck.finding(draft.dataset, at: own.cell, first: place(first).cell))
            draft.drop(own.record, of: own.segment)
            rejected[own.cell.file, default: 0] += 1
        }
    }

    /// Notes the references of the table that are still to be found, row by row.
    func orphans(
        of draft: TableDraft, _ sources: [DatasetFile]
    ) -> [Orphan] {
        var orphans: [Orphan] = []
        for (file, segment) in draft.segments {
            for orphan in segment.orphans where !draft.isDropped(orphan.index, of: segment) {
                guard let column = draft.layout.places.firstIndex(of: orphan.place),
                    case .reference(let target)? = draft.layout.kinds[column],
                    let text = tables[target]?.keyText(orphan.number)
                else { continue }
                let field = sources[file].head.mapper.places.first { $0.column == column }?.place
                let cell = CellAddress(
                    file: sources[file].file.name, row: segment.firstRecord + orphan.index,
                    column: field)
                orphans.append(
                    Orphan(
                        table: draft.number, column: column, target: target, text: text,
                        cell: cell, place: (segment, orphan.place, orphan.index)))
            }
        }
        for mention in draft.mentions
        where !draft.isDropped(mention.record, of: mention.segment) {
            guard let place = draft.layout.places[mention.column] else { continue }
            let target: Int
            switch draft.layout.kinds[mention.column] {
            case .reference(let number)?, .lateReference(let number)?: target = number
            default: continue
            }
            orphans.append(
                Orphan(
                    table: draft.number, column: mention.column, target: target,
                    text: mention.text, cell: mention.cell,
                    place: (mention.segment, place, mention.record)))
        }
        return orphans
    }
}
