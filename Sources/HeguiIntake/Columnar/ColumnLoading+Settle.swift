internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// Gives every cell its final meaning, takes out rows that repeat a key, and adds the table.
    mutating func settle(
        _ draft: inout TableDraft, _ sources: [DatasetFile], by layout: ColumnLayout
    ) throws(Stop) {
        var keyWords: WordDictionary?
        var lateWords: [Int: WordDictionary] = [:]
        for (column, kind) in layout.kinds.enumerated() {
            guard let kind, let place = layout.places[column] else { continue }
            switch kind {
            case .words:
                try settleWords(of: column, at: place, in: &draft, from: sources)
            case .key where layout.pattern == nil: keyWords = Self.unified(draft, place)
            case .lateReference: lateWords[column] = Self.unified(draft, place)
            default: continue
            }
        }
        doubtDays(&draft, sources)
        try apply(&draft, keyWords)
        let keys = try removeRepeats(of: &draft, words: keyWords, sources: sources)
        gatherOrphans(draft, sources)
        let (segments, dataset) = (draft.segments, draft.dataset)
        let table = ColumnTable(
            dataset: dataset, isGiven: true, segments: segments, meanings: meanings(draft),
            values: draft.values, files: sources.map(\.file.name),
            haveFilesChanged: { sources.contains(where: \.file.hasChanged) }, keys: keys,
            keyWords: keyWords)
        tables[draft.number] = table
        files[draft.number] = sources
        for (column, words) in lateWords.sorted(by: { $0.key < $1.key }) {
            guard case .lateReference(let target)? = layout.kinds[column],
                let place = layout.places[column]
            else { continue }
            late.append(
                LateReference(
                    table: draft.number, column: column, place: place, target: target,
                    words: words))
        }
    }

    private func meanings(_ draft: TableDraft) -> [ColumnMeaning] {
        zip(draft.layout.kinds, draft.layout.places).map { kind, place in
            guard let kind else { return .notGiven }
            guard let place else { return .unkept }
            switch kind {
            case .unkept: return .unkept
            case .days: return .days(place: place)
            case .integers: return .integers(place: place)
            case .words: return .words(place: place)
            case .key: return .key(place: place)
            case .reference(let target), .lateReference(let target):
                return .reference(place: place, target: target)
            }
        }
    }

    /// Puts the numbers of one dictionary in place of those of each thread's own.
    private static func unified(_ draft: TableDraft, _ place: Int) -> WordDictionary {
        let all = WordDictionary()
        var maps: [ObjectIdentifier: [Int32]] = [:]
        for (_, segment) in draft.segments {
            guard let own = segment.words[place] else { continue }
            let map =
                maps[ObjectIdentifier(own)]
                ?? (0..<own.count).map { all.number(of: own.word($0)) }
            maps[ObjectIdentifier(own)] = map
            segment.columns[place].replace(by: map)
        }
        return all
    }

    /// Reads each word of a column once, and reports those that cannot be read at every cell.
    private mutating func settleWords(
        of column: Int, at place: Int, in draft: inout TableDraft, from sources: [DatasetFile]
    ) throws(Stop) {
        var codes: [Datum: Int32] = [:]
        var maps: [ObjectIdentifier: WordMap] = [:]
        var values = draft.values[place]
        defer { draft.values[place] = values }
        for (file, segment) in draft.segments {
            guard let own = segment.words[place] else { continue }
            let map: WordMap
            if let known = maps[ObjectIdentifier(own)] {
                map = known
            } else {
                map = try wordMap(
                    own, of: column, in: draft, codes: &codes, values: &values)
                maps[ObjectIdentifier(own)] = map
            }
            if !map.doubtful.isEmpty {
                report(
                    map, of: column, at: place, in: segment, from: sources[file], of: draft)
            }
            segment.columns[place].replace(by: map.codes)
        }
    }

    private struct WordMap {
        var codes: [Int32] = []
        /// What has to be said of a cell with that number.
        var doubtful: [Int32: (reading: ParsedDatum, cell: RawCell)] = [:]
    }

    private func wordMap(
        _ words: WordDictionary, of column: Int, in draft: TableDraft,
        codes: inout [Datum: Int32], values: inout [Datum]
    ) throws(Stop) -> WordMap {
        let declared = draft.dataset.columns[column]
        let reader = drafts.plans[draft.number].readers[column]
        var map = WordMap()
        for number in 0..<words.count {
            let cell = RawCell(
                column: 1, text: String(decoding: words.word(number), as: UTF8.self))
            if case .sameAsAbove = CellWriting(cell) {
                throw .refusal(
                    ColumnRefusal(
                        zh: "“\(draft.dataset.name)”有“同上”",
                        en: "`\(draft.dataset.name)` has ditto marks"))
            }
            let reading = reader.read(cell, days: DayReader())
            let isLacking = declared.isRequired && reading.datum == .absent
            if reading.problem != nil || !reading.notes.isEmpty || isLacking {
                map.doubtful[Int32(number)] = (reading, cell)
            }
            map.codes.append(Self.code(of: reading.datum, &codes, &values))
        }
        return map
    }

    static func code(
        of datum: Datum, _ codes: inout [Datum: Int32], _ values: inout [Datum]
    ) -> Int32 {
        switch datum {
        case .absent, .notGiven: return ColumnCells.absent
        case .unreadable: return ColumnCells.special
        default:
            if let code = codes[datum] { return code }
            let code = Int32(values.count)
            codes[datum] = code
            values.append(datum)
            return code
        }
    }

    private mutating func report(
        _ map: WordMap, of column: Int, at place: Int, in segment: Segment,
        from source: DatasetFile, of draft: TableDraft
    ) {
        let declared = draft.dataset.columns[column]
        let field = source.head.mapper.places.first { $0.column == column }?.place
        let cells = segment.columns[place]
        for index in 0..<cells.count {
            guard let doubt = map.doubtful[cells[index]] else { continue }
            let address = CellAddress(
                file: source.file.name, row: segment.firstRecord + index, column: field)
            _ = drafts.accept(
                doubt.reading, doubt.cell, in: (dataset: draft.number, column: column), at: address)
            if declared.isRequired, declared.derived == nil, doubt.reading.datum == .absent {
                drafts.report(
                    FindingMaker(dataset: draft.dataset).requiredEmpty(
                        declared, level: declared.level, at: address))
            }
        }
    }
}
