internal import HeguiPack
internal import HeguiSheets

/// What a sheet is to be read as.
///
/// It follows from the sheet and the pack alone, so that those of many sheets are found at once.
enum SheetForm {
    /// A sheet that a program keeps for itself.
    case reserved
    /// Annexes of one person each.
    case vertical(VerticalAnnex)
    /// Tables, and the book by which they were found; there may be none.
    case tables(TableFinder.Result, PatternBook)

    init(of sheet: Sheet, by book: PatternBook) {
        if sheet.name?.hasPrefix("WpsReserved_") == true {
            self = .reserved
            return
        }
        let vertical = VerticalFinder(sheet: sheet, annexes: book.verticalAnnexes).find()
        let (found, own) = TableSearch(sheet: sheet, book: book)
            .find(hasOther: vertical?.hasTitle ?? false)
        if let vertical, !Self.isBetter(found, than: vertical) {
            self = .vertical(vertical)
        } else {
            self = .tables(found, own)
        }
    }

    /// An annex whose title stands in the sheet goes before a table that is there by its headings
    /// only.
    private static func isBetter(_ found: TableFinder.Result, than vertical: VerticalAnnex) -> Bool
    {
        guard let table = found.tables.first else { return false }
        if vertical.hasTitle { return false }
        return HeaderHit.count(table.columns) > vertical.matched
    }

    /// Whether rows of a dataset of the pack come of the sheet.
    func holdsRows(of pack: Pack) -> Bool {
        switch self {
        case .reserved: false
        case .vertical(let vertical): Self.yields(vertical.annex.rows, pack)
        case .tables(let found, let book):
            found.tables.contains { table in
                switch book.patterns[table.pattern].meaning {
                case .annex(let annex): Self.yields(annex.rows + annex.totals, pack)
                case .register(let dataset): pack.dataset(dataset.name) != nil
                case .waivers, .explanations: false
                }
            }
        }
    }

    private static func yields(_ yields: [Annex.Yield], _ pack: Pack) -> Bool {
        yields.contains { pack.dataset($0.dataset) != nil }
    }
}
