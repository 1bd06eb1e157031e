internal import HeguiPack
internal import HeguiSheets

/// An annex with its names looked up, once for all its sheets: columns, fields and datasets are
/// known by their places in the annex and in the pack.
final class AnnexPlan: Sendable {
    let annex: Annex
    /// The annex's place in the pack.
    let number: Int
    /// The entries of `annex.rows` that can give rows.
    let rows: [AnnexEntry]
    let totals: [AnnexEntry]
    let standIns: [AnnexEntry]
    /// The columns that may not hold any day.
    let bounded: [BoundedColumn]
    /// By column: whether it must be filled in.
    let isRequired: [Bool]
    /// By column: its own values, by what spells them.
    private let spellings: [[String: String]]
    /// The place of the heading field that says of which year a sheet is.
    let yearField: Int?
    /// The heading fields that rows and totals need.
    let neededHeadings: Set<String>
    /// Whose the annex is.
    let owner: (heading: String?, dataset: Int)?
    /// The datasets of which it gives rows.
    let given: [Int]

    init(_ annex: Annex, of pack: Pack) {
        self.annex = annex
        number = pack.annexes.firstIndex { $0.id == annex.id } ?? pack.annexes.endIndex
        let names = AnnexPlaces(annex, pack)
        rows = annex.rows.enumerated().compactMap {
            AnnexEntry($0.element, number: $0.offset, names)
        }
        totals = annex.totals.enumerated().compactMap {
            AnnexEntry($0.element, number: $0.offset, names)
        }
        standIns = annex.standIns.enumerated()
            .compactMap { AnnexEntry($0.element, number: $0.offset, names) }
        bounded = annex.columns.enumerated().compactMap { place, column in
            BoundedColumn(
                place, column.plausible, at: { names.columns[$0] },
                title: { annex.columns[$0].title })
        }
        isRequired = annex.columns.map(\.isRequired)
        spellings = annex.columns.map(\.spellingsByKey)
        yearField = annex.heading.firstIndex(where: \.isYear)
        neededHeadings = annex.neededHeadings
        owner = annex.owner(in: pack)
        given = (annex.rows + annex.totals).compactMap { names.datasets[$0.dataset] }
    }

    /// Returns a cell with its word replaced by the value of the annex's own list that it spells.
    func spelled(_ cell: RawCell?, in column: Int) -> RawCell? {
        guard var cell, cell.kind == .text, !spellings[column].isEmpty else { return cell }
        if let value = spellings[column][HeadingText.key(cell.text)] { cell.text = value }
        return cell
    }
}

extension Annex.SheetColumn {
    /// What people call the column.
    var title: String { headers.first ?? name }

    /// The column's values by the form in which words for them are compared.
    fileprivate var spellingsByKey: [String: String] {
        guard type != .ticks else { return [:] }
        let pairs = values.flatMap { value in
            ([value.name] + value.spellings).map { (HeadingText.key($0), value.name) }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension Annex {
    /// The names of heading fields that the annex's rows and totals need.
    fileprivate var neededHeadings: Set<String> {
        var names: Set<String> = []
        func collect(_ source: Annex.Source) {
            switch source {
            case .heading(let name): names.insert(name)
            case .match(_, let by): by.forEach { collect($0.source) }
            default: break
            }
        }
        for yield in rows + totals { yield.assignments.forEach { collect($0.source) } }
        for column in columns { column.year.map(collect) }
        return names
    }
}

/// The places of what an annex calls by name.
struct AnnexPlaces {
    let annex: Annex
    let pack: Pack
    let columns: [String: Int]
    let headings: [String: Int]
    let footers: [String: Int]
    let datasets: [String: Int]

    init(_ annex: Annex, _ pack: Pack) {
        self.annex = annex
        self.pack = pack
        columns = Self.places(annex.columns.map(\.name))
        headings = Self.places(annex.heading.map(\.name))
        footers = Self.places(annex.footer.map(\.name))
        datasets = Self.places(pack.datasets.map(\.name))
    }

    private static func places(_ names: [String]) -> [String: Int] {
        Dictionary(zip(names, names.indices)) { first, _ in first }
    }
}
