internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// What one sheet gave of an annex of one owner.
struct Submission {
    /// A row of a dataset, by its place among those of the dataset.
    struct RowPlace: Hashable {
        let dataset: Int
        let row: Int
        /// Which of the annex's rows gave it.
        let entry: Int
    }

    /// What one row of the sheet gave.
    struct Entry {
        let address: CellAddress
        var rows: [RowPlace] = []
    }

    /// What tells whose annex it is: the values of the heading, or the person of a form.
    struct Owner: Hashable {
        /// The annex's place in the pack.
        let annex: Int
        /// In the order of their names.
        let values: [Value]

        struct Value: Hashable {
            let name: String
            let cell: VersionCell
        }

        func cell(_ name: String) -> VersionCell? { values.first { $0.name == name }?.cell }
    }

    let owner: Owner
    var entries: [Entry] = []
    var totals: [RowPlace] = []

    var first: CellAddress { entries.first?.address ?? CellAddress(file: "", row: 0) }
}

/// What a cell says, in the form in which versions are compared.
enum VersionCell: Hashable {
    case datum(Datum)
    case row(Int)

    init(_ column: Int, of row: DraftRow) {
        if let reference = row.pending[column] {
            // The only one who may be meant is whom another version names.
            let only = reference.perhaps.count == 1 ? reference.perhaps.first : nil
            if let found = reference.found ?? only {
                self = .row(found)
            } else if case .text(let text) = reference.wanted {
                self = .datum(.text(OrganisationName(text).bare))
            } else if case .terms(let terms) = reference.wanted {
                self = .datum(.list(terms.map { "\($0.datum)" }))
            } else {
                self = .datum(.absent)
            }
            return
        }
        self = row.data[column] == .notGiven ? .datum(.absent) : .datum(row.data[column])
    }

    var isEmpty: Bool { self == .datum(.absent) }
}

/// Gathers the rows of annexes by sheet and owner.
struct SubmissionList {
    private let drafts: DraftTables
    /// By annex of the pack; nil for one of which an owner hands in several.
    private let annexes: [AnnexOwnership?]

    private struct Place: Hashable {
        let annex: Int
        let grid: CellGrid
        let row: Int

        init(_ annex: Int, _ address: CellAddress) {
            self.annex = annex
            grid = address.grid
            row = address.row
        }
    }

    private struct Grid: Hashable {
        let owner: Submission.Owner
        let cells: CellGrid
    }

    init(_ drafts: DraftTables) {
        self.drafts = drafts
        annexes = drafts.pack.annexes.map { AnnexOwnership($0, of: drafts.pack) }
    }

    /// Returns the submissions of each owner of an annex who has several, in the order in which
    /// their rows were read.
    func several() -> [[Submission]] {
        let (entries, totals) = gathered()
        var submissions: [Submission] = []
        var places: [Grid: Int] = [:]
        // Nearly all entries have the owner of the one above.
        var last: (grid: Grid, place: Int)?
        for entry in entries {
            guard let owner = owner(of: entry) else { continue }
            let grid = Grid(owner: owner, cells: entry.address.grid)
            let known = last?.grid == grid ? last?.place : places[grid]
            let place = known ?? submissions.count
            if known == nil {
                places[grid] = place
                submissions.append(Submission(owner: owner))
            }
            last = (grid, place)
            submissions[place].entries.append(entry)
        }
        for (place, total) in totals {
            let index = submissions.firstIndex { submission in
                submission.first.grid == place.grid && isTotal(total, of: submission.owner)
            }
            if let index { submissions[index].totals.append(total) }
        }
        let byOwner = Dictionary(grouping: submissions, by: \.owner).values
        return byOwner.filter { $0.count > 1 }.sorted { isBefore($0[0].first, $1[0].first) }
    }

    private func gathered() -> (
        entries: [Submission.Entry], totals: [(place: Place, row: Submission.RowPlace)]
    ) {
        var entries: [Submission.Entry] = []
        var places: [Place: Int] = [:]
        // The rows that one row of a sheet gave follow one another.
        var last: (place: Place, entry: Int)?
        var totals: [(place: Place, row: Submission.RowPlace)] = []
        let targets = Set(
            drafts.pack.datasets.flatMap { $0.columns.compactMap(\.reference?.dataset) })
        // The first entry of an annex says whom its rows are about, so that it comes first.
        for isFirst in [true, false] {
            for (number, rows) in drafts.rows.enumerated()
            // Rows that others refer to by number stay where they are.
            where !targets.contains(drafts.pack.datasets[number].name) {
                for index in rows.indices {
                    guard let origin = rows[index].origin,
                        (origin.entry == 0 && !origin.isTotal) == isFirst,
                        annexes[origin.annex] != nil
                    else { continue }
                    let address = rows[index].address
                    let place = Place(origin.annex, address)
                    let own = Submission.RowPlace(
                        dataset: number, row: index, entry: origin.entry)
                    if origin.isTotal {
                        totals.append((place, own))
                        continue
                    }
                    let known = last?.place == place ? last?.entry : places[place]
                    if let known {
                        entries[known].rows.append(own)
                    } else {
                        places[place] = entries.count
                        entries.append(Submission.Entry(address: address, rows: [own]))
                    }
                    last = (place, known ?? entries.count - 1)
                }
            }
        }
        return (entries, totals)
    }

    private func owner(of entry: Submission.Entry) -> Submission.Owner? {
        guard let first = entry.rows.first,
            let origin = drafts.rows[first.dataset][first.row].origin,
            let annex = annexes[origin.annex]
        else { return nil }
        var values: [Submission.Owner.Value] = []
        for place in entry.rows {
            let row = drafts.rows[place.dataset][place.row]
            let dataset = drafts.pack.datasets[place.dataset]
            for (name, column) in annex.columns(of: place.entry, row, in: dataset)
            where !values.contains(where: { $0.name == name }) {
                let cell = VersionCell(column, of: row)
                values.append(Submission.Owner.Value(name: name, cell: cell))
            }
        }
        if values.isEmpty { return nil }
        values.sort { $0.name < $1.name }
        return Submission.Owner(annex: origin.annex, values: values)
    }

    private func isTotal(_ total: Submission.RowPlace, of owner: Submission.Owner) -> Bool {
        let row = drafts.rows[total.dataset][total.row]
        guard row.origin?.annex == owner.annex, let annex = annexes[owner.annex] else {
            return false
        }
        return annex.totalColumns(of: total.entry).allSatisfy { name, column in
            owner.cell(name).map { $0 == VersionCell(column, of: row) } ?? true
        }
    }

    private func isBefore(_ left: CellAddress, _ right: CellAddress) -> Bool {
        (left.file, left.sheet ?? "", left.row) < (right.file, right.sheet ?? "", right.row)
    }
}
