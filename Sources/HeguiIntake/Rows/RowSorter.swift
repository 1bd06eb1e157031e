internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Tells rows that hold data from those that do not.
struct RowSorter {
    enum Kind: Hashable {
        case data, total, footer, rejected
        /// More of what several things of the row above hold.
        case continuation
        case ignored(IgnoredRow)
    }

    let cells: TableCells
    let repeatedHeadings: Set<Int>
    /// The sheet's columns that are read.
    let mapped: Set<Int>
    /// Those of which one must be filled in for a row to mean anything.
    let identifying: [Int]
    /// Without blanks.
    let footerStarts: [String]
    /// The sheet's columns whose cells may hold several things of one row.
    let manyValued: Set<Int>
    private let footers: TextStarts

    init(
        cells: TableCells, repeatedHeadings: Set<Int>, mapped: Set<Int>, identifying: [Int],
        footerStarts: [String], manyValued: Set<Int> = []
    ) {
        self.cells = cells
        self.repeatedHeadings = repeatedHeadings
        self.mapped = mapped
        self.identifying = identifying
        self.footerStarts = footerStarts
        self.manyValued = manyValued
        footers = TextStarts(footerStarts)
    }

    /// Judges rows below headings, given by their indices.
    func kinds(of range: Range<Int>) -> [Kind] {
        var kinds: [Kind] = []
        var isLeading = true
        // The number of the last row that belongs to a row of data.
        var last: Int?
        for index in range {
            let number = cells.sheet.rows[index].number
            var kind = kind(index, isLeading: isLeading)
            if last == number - 1, continues(index, kind) { kind = .continuation }
            switch kind {
            case .ignored(.heading): isLeading = true
            case .ignored(.columnNumbers), .ignored(.hint): break
            default: isLeading = false
            }
            last = kind == .data || kind == .continuation ? number : nil
            kinds.append(kind)
        }
        return kinds
    }

    /// Judges the row at `index` of the sheet's rows; a leading one stands right below headings.
    func kind(_ index: Int, isLeading: Bool) -> Kind {
        let row = cells.sheet.rows[index]
        if !isLeading, !repeatedHeadings.contains(index), isPlainData(row) { return .data }
        let written = written(row)
        guard let first = written.first else { return .ignored(.blank) }
        if repeatedHeadings.contains(index) { return .ignored(.heading) }
        let text = first.text.compact
        if isLeading, let below = belowHeadings(written) { return .ignored(below) }
        if isTemplate(written) { return .ignored(.template) }
        let heads = written.prefix(3).map(\.text.compact)
        if heads.contains(where: RowWords.isExample) { return .ignored(.example) }
        if heads.contains(where: RowWords.isTotal) { return .total }
        if footerStarts.contains(where: { text.hasPrefix($0) }) { return .footer }
        if RowWords.isNote(text), written.count <= 2 { return .ignored(.note) }
        if RowWords.isSignature(text) { return .ignored(.signature) }
        if written.count == 1, RowWords.isSection(text) { return .ignored(.section) }
        let isIdentified = identifying.contains { column in
            if case .absent = CellWriting(cells.cell(row: row.number, column: column)) {
                return false
            }
            return true
        }
        if written.count == 1, !isIdentified || isFreeText(first, row) { return .ignored(.text) }
        return isIdentified ? .data : .rejected
    }

    /// Whether it is plain by the bytes of its first cells that a row holds data, as most do: one of
    /// them is a word, none tells anything else, and the row says whom it is about.
    private func isPlainData(_ row: SheetRow) -> Bool {
        var seen = 0
        var hasWord = false
        for cell in row.cells where isWritten(cell) {
            if RowWords.mayTell(cell.text) || seen == 0 && footers.mayBegin(cell.text) {
                return false
            }
            let isWord = cell.text.utf8.first.map { (0xE4...0xE9).contains($0) } ?? false
            hasWord = hasWord || isWord
            seen += 1
            if seen == 3 { break }
        }
        guard hasWord, seen > 1 else { return false }
        return identifying.contains { column in
            guard let cell = row.cell(column: column), case .written = CellWriting(cell) else {
                return false
            }
            return true
        }
    }

    private func written(_ row: SheetRow) -> [RawCell] { row.cells.filter(isWritten) }

    private func isWritten(_ cell: RawCell) -> Bool {
        if let first = cell.text.utf8.first, (0x21...0x7E).contains(first) { return true }
        return cell.kind == .uncomputed
            || cell.text.unicodeScalars.contains { !$0.isBlank && $0.value >= 0x20 }
    }

    /// What a row right below the headings is that says something of the columns.
    private func belowHeadings(_ written: [RawCell]) -> IgnoredRow? {
        let texts = written.map(\.text.compact)
        if RowWords.areColumnNumbers(texts) { return .columnNumbers }
        let hints = written.filter { RowWords.isHint($0.text.compact) }
        let hintPlaces = Set(hints.map(\.column))
        let isOfNobody = written.allSatisfy { cell in
            hintPlaces.contains(cell.column) || !identifying.contains(cell.column)
        }
        let isMost = hints.count > 1 || hints.count == written.count
        return !hints.isEmpty && isMost && isOfNobody ? .hint : nil
    }

    /// Whether a row says more of the one above: its own cells are all of columns that hold several
    /// things, and whoever it is about is written above or in a block merged from there.
    private func continues(_ index: Int, _ kind: Kind) -> Bool {
        switch kind {
        case .data, .rejected, .ignored(.text): return mayContinue(index)
        default: return false
        }
    }

    /// Whether a row would go on with a row of data right above it.
    func mayContinue(_ index: Int) -> Bool {
        guard !manyValued.isEmpty,
            let first = cells.sheet.rows[index].cells.first(where: isWritten),
            manyValued.contains(first.column)
        else { return false }
        let single = identifying.filter { !manyValued.contains($0) }
        let row = cells.sheet.rows[index]
        let written = written(row)
        guard !single.isEmpty, !written.isEmpty,
            written.allSatisfy({ manyValued.contains($0.column) })
        else { return false }
        return written.allSatisfy { cell in
            let text = cell.text.compact
            return !RowWords.isNote(text) && !RowWords.isSignature(text)
                && !isMerged(cell, row) && !isLoneDay(cell, written)
        }
    }

    /// The date under a table, which stands where it happens to.
    private func isLoneDay(_ cell: RawCell, _ written: [RawCell]) -> Bool {
        guard written.count == 1 else { return false }
        if case .value = cells.sheet.days().read(cell) { return true }
        return RowWords.isBlankDay(cell.text.compact)
    }

    /// A finding for a lone text to the right of the table, where nobody would look for it.
    func outside(_ index: Int) -> DataFinding? {
        let row = cells.sheet.rows[index]
        guard let first = row.cells.first, first.column > mapped.max() ?? 0 else { return nil }
        return DataFinding(
            .textOutside, .hint, zh: "这个单元格在表格之外，没有读取",
            en: "the cell stands outside the table and is not read",
            at: cells.sheet.address(row: row.number, column: first.column)
        )
    }

    /// Dots, or only the running number in a column that is not read.
    private func isTemplate(_ written: [RawCell]) -> Bool {
        var hasDots = false
        var hasMapped = false
        for cell in written {
            let text = cell.text.compact
            if RowWords.isTemplate(text) {
                hasDots = true
            } else if Int(text) != nil {
                hasMapped = hasMapped || mapped.contains(cell.column)
            } else {
                return false
            }
        }
        return hasDots || !hasMapped
    }

    /// A sentence below the table rather than a name in its first column.
    private func isFreeText(_ cell: RawCell, _ row: SheetRow) -> Bool {
        if isMerged(cell, row) { return true }
        return cell.text.count > 20 && mapped.count > 2
    }

    /// Whether the cell stretches over several columns, as notes do.
    private func isMerged(_ cell: RawCell, _ row: SheetRow) -> Bool {
        let block = cells.sheet.merged.range(row: row.number, column: cell.column)
        return block.map { $0.lastColumn - $0.firstColumn >= 2 } ?? false
    }
}
