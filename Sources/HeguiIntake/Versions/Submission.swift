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
        let annex: String
        let values: [String: VersionCell]
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
    /// The annexes of which an owner hands in one, by id.
    private let annexes: [String: AnnexOwnership]

    private struct Place: Hashable {
        let annex: String
        let grid: CellGrid
        let row: Int

        init(_ annex: String, _ address: CellAddress) {
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
        annexes = Dictionary(
            drafts.pack.annexes.compactMap { annex in
                AnnexOwnership(annex).map { (annex.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the submissions of each owner of an annex who has several, in the order in which
    /// their rows were read.
    func several() -> [[Submission]] {
        let (entries, totals) = gathered()
        var submissions: [Submission] = []
        var places: [Grid: Int] = [:]
        for entry in entries {
            guard let owner = owner(of: entry) else { continue }
            let grid = Grid(owner: owner, cells: entry.address.grid)
            let place = places[grid] ?? submissions.count
            if places[grid] == nil {
                places[grid] = place
                submissions.append(Submission(owner: owner))
            }
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
        var totals: [(place: Place, row: Submission.RowPlace)] = []
        let targets = Set(
            drafts.pack.datasets.flatMap { $0.columns.compactMap(\.reference?.dataset) })
        // The first entry of an annex says whom its rows are about, so that it comes first.
        for isFirst in [true, false] {
            for (number, rows) in drafts.rows.enumerated()
            // Rows that others refer to by number stay where they are.
            where !targets.contains(drafts.pack.datasets[number].name) {
                for (index, row) in rows.enumerated() {
                    guard let origin = row.origin, annexes[origin.annex] != nil,
                        (origin.entry == 0 && !origin.isTotal) == isFirst
                    else { continue }
                    let place = Place(origin.annex, row.address)
                    let own = Submission.RowPlace(
                        dataset: number, row: index, entry: origin.entry)
                    if origin.isTotal {
                        totals.append((place, own))
                    } else if let known = places[place] {
                        entries[known].rows.append(own)
                    } else {
                        places[place] = entries.count
                        entries.append(Submission.Entry(address: row.address, rows: [own]))
                    }
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
        var values: [String: VersionCell] = [:]
        for place in entry.rows {
            let row = drafts.rows[place.dataset][place.row]
            let dataset = drafts.pack.datasets[place.dataset]
            for (name, column) in annex.columns(of: place.entry, row, in: dataset)
            where values[name] == nil {
                values[name] = VersionCell(column, of: row)
            }
        }
        return values.isEmpty ? nil : Submission.Owner(annex: origin.annex, values: values)
    }

    private func isTotal(_ total: Submission.RowPlace, of owner: Submission.Owner) -> Bool {
        let row = drafts.rows[total.dataset][total.row]
        guard row.origin?.annex == owner.annex, let annex = annexes[owner.annex] else {
            return false
        }
        let dataset = drafts.pack.datasets[total.dataset]
        return annex.totalColumns(of: total.entry, in: dataset).allSatisfy { name, column in
            owner.values[name].map { $0 == VersionCell(column, of: row) } ?? true
        }
    }

    private func isBefore(_ left: CellAddress, _ right: CellAddress) -> Bool {
        (left.file, left.sheet ?? "", left.row) < (right.file, right.sheet ?? "", right.row)
    }
}

/// Which values of an annex say whose it is.
struct AnnexOwnership {
    private let annex: Annex

    /// nil for an annex that says of no sheet whose it is, such as a register of the department.
    init?(_ annex: Annex) {
        self.annex = annex
        let isOwned = annex.rows.contains { entry in
            entry.assignments.contains { Self.heading($0) != nil }
        }
        guard annex.layout == .vertical || isOwned else { return nil }
    }

    /// The heading field that an assignment takes, or the person whom heading fields name.
    private static func heading(_ assignment: Annex.Assignment) -> String? {
        switch assignment.source {
        case .heading(let name): return name
        case .match(_, let by):
            let isHeading = by.allSatisfy { if case .heading = $0.source { true } else { false } }
            return isHeading ? "match " + assignment.column : nil
        default: return nil
        }
    }

    /// The dataset's columns that say whose a row is, by what they say; of a form of one person
    /// those that refer to anything.
    func columns(
        of entry: Int, _ row: DraftRow, in dataset: Dataset
    ) -> [(name: String, column: Int)] {
        if annex.layout == .vertical {
            guard entry == 0 else { return [] }
            return row.pending.keys.map { (dataset.columns[$0].name, $0) }
        }
        return Self.columns(annex.rows[entry], in: dataset)
    }

    func totalColumns(of entry: Int, in dataset: Dataset) -> [(name: String, column: Int)] {
        Self.columns(annex.totals[entry], in: dataset)
    }

    private static func columns(
        _ yield: Annex.Yield, in dataset: Dataset
    ) -> [(name: String, column: Int)] {
        yield.assignments.compactMap { assignment in
            guard let name = heading(assignment),
                let column = dataset.columnIndex(assignment.column)
            else { return nil }
            return (name, column)
        }
    }
}
