internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Finds the people whom rows may be about that the ladder does not find, by what agrees beside a
/// name that is nearly theirs.
///
/// - Complexity: linear in the rows of the dataset; only those that share a number, a unit or a
///   month of birth with a row looked for are looked at more closely.
struct PerhapsSearch {
    /// Why somebody may be meant.
    struct Agreement: Hashable {
        /// The columns that agree.
        var columns: [Int] = []
        var name: NameLikeness?
        fileprivate var rank: Rank = .none
        /// Whether it is enough to come before others of the same name.
        var isStrong: Bool { rank.rawValue <= Rank.numberAndMonth.rawValue }
    }

    fileprivate enum Rank: Int {
        /// The name is alike in all but `numberAndMonth` and `numberAndUnit`.
        case number, monthAndUnit, numberAndMonth, numberAndUnit, unit, month, none
    }

    private let dataset: Dataset
    private let rows: [DraftRow]
    private let nameColumn: Int?
    private let phones: Set<Int>
    private let others: Set<Int>
    private var found: [String: [Int]] = [:]

    /// What more rows than this share tells nobody from another.
    private static let most = 200

    /// Looks for what any of `wanted` has in common with the rows of a dataset.
    init(_ dataset: Dataset, rows: [DraftRow], wanted: [[MatchTerm]]) {
        self.dataset = dataset
        self.rows = rows
        nameColumn = dataset.columns.firstIndex { $0.type == .name }
        let compared = dataset.identityColumns
        phones = compared.filter { dataset.columns[$0].type == .phone }
        others = compared.filter { column in
            [.day, .month].contains(dataset.columns[column].type)
                || dataset.columns[column].reference != nil
        }
        var facts: Set<String> = []
        var keys: Set<String> = []
        for terms in wanted {
            let own = self.facts(of: terms)
            facts.formUnion(own)
            keys.formUnion(self.keys(own, name: name(in: terms)))
        }
        for (index, row) in rows.enumerated() {
            let own = self.facts(of: row).filter(facts.contains)
            guard !own.isEmpty else { continue }
            let name = nameColumn.flatMap { row.data[$0].words }
            for key in self.keys(own, name: name) where keys.contains(key) {
                found[key, default: []].append(index)
            }
        }
    }

    /// Returns the people who may be meant `besides` those known, those for the best reason, and
    /// why.
    ///
    /// `isTaken` says whether a row of the same sheet is already about somebody.
    func find(
        _ terms: [MatchTerm], besides known: [Int], isTaken: (Int) -> Bool
    ) -> (rows: [Int], agreement: Agreement)? {
        let wanted = name(in: terms)
        var best: (rows: [Int], agreement: Agreement)?
        var seen = Set(known)
        for key in keys(facts(of: terms), name: wanted).sorted() {
            for row in found[key, default: []].prefix(Self.most) where seen.insert(row).inserted {
                let agreement = agreement(of: row, with: terms, name: wanted)
                guard agreement.rank != .none else { continue }
                if agreement.rank != .number, isTaken(row) { continue }
                let rank = best?.agreement.rank ?? .none
                if agreement.rank.rawValue < rank.rawValue {
                    best = ([row], agreement)
                } else if agreement.rank == rank {
                    best?.rows.append(row)
                }
            }
        }
        best?.rows.sort()
        return best
    }

    // MARK: Facts

    /// The name of whom is looked for.
    func name(in terms: [MatchTerm]) -> String? {
        terms.first { $0.column == nameColumn }?.datum.words
    }

    private func facts(of terms: [MatchTerm]) -> [String] {
        terms.flatMap { facts($0.column, $0.datum, by: $0.reference) }
    }

    private func facts(of row: DraftRow) -> [String] {
        (phones.union(others)).flatMap { facts($0, row.data[$0], by: row.pending[$0]) }
    }

    /// A number, a unit or a month, as a text with its column.
    private func facts(
        _ column: Int, _ datum: Datum, by reference: PendingReference?
    ) -> [String] {
        guard phones.contains(column) || others.contains(column) else { return [] }
        if let days = datum.days {
            let month = Month(containing: days.first)
            return month == Month(containing: days.last) ? ["\(column) \(month)"] : []
        }
        return IdentityLadder.fixed(datum, reference).map { ["\(column) \($0)"] } ?? []
    }

    /// The facts, each with a piece of the name; a number also without.
    private func keys(_ facts: [String], name: String?) -> Set<String> {
        let pieces = name.map(NameLikeness.pieces) ?? []
        var keys: Set<String> = []
        for fact in facts {
            for piece in pieces { keys.insert(fact + "\u{1F}" + piece) }
            if phones.contains(where: { fact.hasPrefix("\($0) ") }) { keys.insert(fact) }
        }
        return keys
    }

    private func agreement(
        of row: Int, with terms: [MatchTerm], name wanted: String?
    ) -> Agreement {
        var agreement = Agreement()
        var (number, month, unit) = (Bool?.none, Bool?.none, Bool?.none)
        for term in terms {
            guard let isSame = agrees(term, rows[row]) else { continue }
            if isSame { agreement.columns.append(term.column) }
            if phones.contains(term.column) {
                number = isSame || number == true
            } else if dataset.columns[term.column].reference != nil {
                unit = isSame
            } else {
                month = isSame
            }
        }
        let own = nameColumn.flatMap { rows[row].data[$0].words }
        if let wanted, let own { agreement.name = NameLikeness(wanted, own) }
        agreement.rank =
            agreement.name == nil
            ? Self.rank(number: number, month: month, unit: unit)
            : Self.rankOfAlike(number: number, month: month, unit: unit)
        return agreement
    }

    private static func rank(number: Bool?, month: Bool?, unit: Bool?) -> Rank {
        guard number == true else { return .none }
        if month == true { return .numberAndMonth }
        return unit == true && month == nil ? .numberAndUnit : .none
    }

    /// Of somebody whose name is alike: nil is what is not known.
    private static func rankOfAlike(number: Bool?, month: Bool?, unit: Bool?) -> Rank {
        if number == true { return month == false && unit == false ? .none : .number }
        if month == true, unit == true { return .monthAndUnit }
        if unit == true { return number == false && month == false ? .none : .unit }
        return month == true && unit == nil && number == nil ? .month : .none
    }

    /// Whether a row has the same in a column; nil where that is not known or says nothing.
    private func agrees(_ term: MatchTerm, _ row: DraftRow) -> Bool? {
        guard phones.contains(term.column) || others.contains(term.column) else { return nil }
        if let wanted = term.datum.days {
            return row.data[term.column].days.map { $0.intersects(wanted) }
        }
        guard let wanted = IdentityLadder.fixed(term.datum, term.reference),
            let own = IdentityLadder.fixed(row.data[term.column], row.pending[term.column])
        else { return nil }
        if wanted == own { return true }
        // A unit that is not known may be any.
        return term.reference != nil && term.reference?.found == nil ? nil : false
    }
}

extension PerhapsSearch.Agreement {
    /// What agrees, for people: `手机、出生年月相同，姓名差一字`.
    func message(in dataset: Dataset, isNamed: Bool) -> Message {
        let titles = columns.map { dataset.columns[$0].title.message }
        let zh = titles.map(\.zh).joined(separator: "、")
        let en = titles.map(\.en).joined(separator: " and ")
        let other =
            isNamed
            ? Message(zh: "姓名不同", en: "the names differ")
            : Message(zh: "姓名未能读取", en: "the name is not read")
        let name = name?.reason ?? other
        return Message(zh: "\(zh)相同，\(name.zh)", en: "\(en) agree, \(name.en)")
    }
}

/// Which people rows of a sheet are about, so that a row that resembles one of them is not taken
/// for a second of theirs.
struct LinkedPeople {
    private struct Place: Hashable {
        let grid: CellGrid
        let dataset: Int
    }

    private var people: [Place: Set<Int>] = [:]
    /// Sheets with several rows for one person, such as lists of those who came.
    private var lists: Set<Place> = []

    private static func place(_ reference: PendingReference) -> Place {
        Place(grid: reference.cell.grid, dataset: reference.owner.dataset)
    }

    mutating func insert(_ row: Int, by reference: PendingReference) {
        let place = Self.place(reference)
        let isNew = people[place, default: []].insert(row).inserted
        if !isNew { lists.insert(place) }
    }

    /// Whether the sheet of a reference has a row for a person, and one for each.
    func isTaken(_ row: Int, by reference: PendingReference) -> Bool {
        let place = Self.place(reference)
        return !lists.contains(place) && people[place]?.contains(row) ?? false
    }
}
