internal import HeguiColumns
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps the sheets of a drop, several at once.
struct DropMapper {
    private let names: FormNames
    private let book: PatternBook
    private let threads: Int

    /// How many pieces a thread gets, so that none waits long for the one with the most cells.
    private static let piecesOfThread = 4

    init(_ pack: Pack, _ names: FormNames, threads: Int) {
        self.names = names
        self.threads = threads
        book = PatternBook(pack)
    }

    /// What a piece of the drop gave.
    private struct Part {
        var drafts: DraftTables
        var accounts: [FileAccount.Sheet] = []
    }

    /// Maps sheets as if one by one in their order; returns what became of them by file.
    ///
    /// What a sheet gives follows from it and the pack alone, so that pieces of the drop are mapped
    /// beside one another and put together in the order of the drop.
    func map(
        _ sheets: [Sheet], into drafts: inout DraftTables
    ) -> [String: [FileAccount.Sheet]] {
        for annex in drafts.pack.annexes { _ = drafts.plan(of: annex) }
        let empty = drafts.part()
        let pieces = pieces(of: sheets)
        let parts = Parallel.map(pieces.count, threads: threads) { _, number in
            var part = Part(drafts: empty)
            for sheet in sheets[pieces[number]] {
                let mapper = SheetMapper(
                    sheet: sheet, form: SheetForm(of: sheet, by: book), names: names)
                part.accounts.append(mapper.map(into: &part.drafts))
            }
            return part
        }
        for part in parts { drafts.add(part.drafts) }
        return Dictionary(grouping: zip(sheets, parts.flatMap(\.accounts)), by: \.0.file)
            .mapValues { $0.map(\.1) }
    }

    /// Sheets that follow one another, with about as many rows a piece.
    private func pieces(of sheets: [Sheet]) -> [Range<Int>] {
        let count = threads > 1 ? threads * Self.piecesOfThread : 1
        let weights = sheets.map { $0.rows.count + 10 }
        let most = weights.reduce(0, +) / count
        var pieces: [Range<Int>] = []
        var (start, weight) = (0, 0)
        for number in sheets.indices {
            weight += weights[number]
            guard weight > most || number == sheets.count - 1 else { continue }
            pieces.append(start..<number + 1)
            (start, weight) = (number + 1, 0)
        }
        return pieces
    }
}
