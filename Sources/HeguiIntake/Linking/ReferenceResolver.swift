internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// The rows of a drop as texts name them, whichever way they were read.
protocol RowsByName {
    associatedtype Failure: Error

    /// Returns what a text names among the rows of a dataset: by key, by label, or nothing.
    mutating func find(_ text: String, in target: Int) throws(Failure) -> TargetIndex.Hit

    /// Returns the person whose key a text is, or else those of that name.
    mutating func person(
        _ text: String, in target: Int
    ) throws(Failure) -> (row: Int?, named: [Int])

    /// Returns the one row whose label stands in a text; nil where none or several do.
    mutating func mentioned(in text: String, target: Int) throws(Failure) -> Int?

    /// Returns the name that a text may have meant.
    mutating func suggestion(for text: String, in target: Int) -> NameIndex.Answer

    /// Returns the cell by which people find a row.
    mutating func cell(of row: Int, in target: Int) -> CellAddress

    /// Returns the label of a row.
    mutating func label(of row: Int, in target: Int) -> String?
}

/// Settles references by text, and says what is wrong with those that name no row or several.
struct ReferenceResolver<Names: RowsByName> {
    var names: Names
    /// What texts came to, by target.
    private var known: [Int: [String: Resolution]] = [:]
    /// How many texts are remembered of each target.
    private static var most: Int { 20_000 }

    /// What a text names in a dataset without a ladder.
    private enum Resolution {
        case one(Int)
        case several([Int])
        /// Nothing; what may have been meant, and the row that it may be.
        case none(NameIndex.Answer, perhaps: Int?)
    }

    /// References into datasets that no file provides, by target.
    private var unresolved: [Int: (count: Int, first: CellAddress)] = [:]

    init(_ names: Names) {
        self.names = names
    }

    /// Returns the row that a text names; nil where that is none or not certain, which is reported.
    mutating func row(
        named text: String, by reference: PendingReference, _ drafts: inout DraftTables
    ) throws(Names.Failure) -> Int? {
        let target = reference.target
        guard isGiven(reference, drafts) else { return nil }
        guard drafts.pack.datasets[target].identity.isEmpty else {
            return try person(text, by: reference, &drafts)
        }
        switch try resolution(of: text, in: target) {
        case .one(let row): return row
        case .several(let rows): report(rows, among: reference, &drafts)
        case .none(let answer, let perhaps):
            drafts.report(.orphan(reference, in: drafts.pack, text: text, hint: answer))
            // Whom nobody looked for may be anybody.
            reference.mayBeAnyone = answer == .notLookedFor
            if let perhaps { reference.perhaps = [perhaps] }
        }
        return nil
    }

    /// Returns what a text names, which is looked for once.
    private mutating func resolution(
        of text: String, in target: Int
    ) throws(Names.Failure) -> Resolution {
        if let known = known[target]?[text] { return known }
        let resolution = try search(text, in: target)
        if known[target, default: [:]].count < Self.most {
            known[target, default: [:]][text] = resolution
        }
        return resolution
    }

    private mutating func search(
        _ text: String, in target: Int
    ) throws(Names.Failure) -> Resolution {
        switch try names.find(text, in: target) {
        case .one(let row): return .one(row)
        case .several(let rows): return .several(rows)
        case .none: break
        }
        if let (whole, row) = try padded(text, in: target) {
            return .none(.found(whole), perhaps: row)
        }
        let answer = names.suggestion(for: text, in: target)
        guard let hint = answer.name, case .one(let row) = try names.find(hint, in: target),
            let label = names.label(of: row, in: target), OrganisationName(text).mayBe(label)
        else { return .none(answer, perhaps: nil) }
        return .none(answer, perhaps: row)
    }

    /// Returns the one row that a number names but for zeros in front, which programs drop, and how it
    /// is written there.
    private mutating func padded(
        _ text: String, in target: Int
    ) throws(Names.Failure) -> (text: String, row: Int)? {
        let digits = text.compact
        guard (1...17).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let bare = String(digits.drop { $0 == "0" })
        var found: (text: String, row: Int)?
        for count in 0...6 {
            let candidate = String(repeating: "0", count: count) + bare
            guard candidate != digits, !candidate.isEmpty,
                case .one(let row) = try names.find(candidate, in: target)
            else { continue }
            if found != nil { return nil }
            found = (candidate, row)
        }
        return found
    }

    /// Returns the person whom a text names by key; a name is no more than a hint.
    private mutating func person(
        _ text: String, by reference: PendingReference, _ drafts: inout DraftTables
    ) throws(Names.Failure) -> Int? {
        let found = try names.person(text, in: reference.target)
        if found.row == nil {
            report(found.named, alike: .level, to: reference, &drafts)
        }
        return found.row
    }

    /// Reports rows of which each may be meant.
    mutating func report(
        _ rows: [Int], among reference: PendingReference, _ drafts: inout DraftTables
    ) {
        reference.perhaps = rows
        drafts.report(
            .ambiguous(
                reference, in: drafts.pack, count: rows.count, cells: cells(of: rows, reference)))
    }

    /// Reports people who may be meant, or that there is none.
    mutating func report(
        _ rows: [Int], alike likeness: Likeness, to reference: PendingReference,
        _ drafts: inout DraftTables
    ) {
        reference.perhaps = rows
        drafts.report(
            rows.isEmpty
                ? .orphan(reference, in: drafts.pack, text: nil, hint: .none)
                : .probable(
                    reference, in: drafts.pack, cells: cells(of: rows, reference), likeness))
    }

    /// Reports people who may be meant because so much agrees.
    mutating func report(
        _ rows: [Int], because agreement: PerhapsSearch.Agreement, name: String?,
        to reference: PendingReference, _ drafts: inout DraftTables
    ) {
        reference.perhaps = rows
        var labels: [String] = []
        for row in rows.prefix(3) {
            if let label = names.label(of: row, in: reference.target) { labels.append(label) }
        }
        drafts.report(
            .perhaps(
                reference, in: drafts.pack, names: (name, labels),
                cells: cells(of: rows, reference), agreement))
    }

    private mutating func cells(of rows: [Int], _ reference: PendingReference) -> [CellAddress] {
        var cells: [CellAddress] = []
        for row in rows.prefix(10) { cells.append(names.cell(of: row, in: reference.target)) }
        return cells
    }

    /// Returns whether any file provides the dataset that is referred to; remembers where none does.
    mutating func isGiven(_ reference: PendingReference, _ drafts: DraftTables) -> Bool {
        if drafts.isGiven[reference.target] { return true }
        let known = unresolved[reference.target]
        unresolved[reference.target] = (
            1 + (known?.count ?? 0), known?.first ?? reference.cell
        )
        return false
    }

    /// Reports the references into datasets that no file provides.
    func reportUnresolved(_ drafts: inout DraftTables) {
        for (target, found) in unresolved.sorted(by: { $0.key < $1.key }) {
            let dataset = drafts.pack.datasets[target]
            drafts.report(.unresolved(dataset, count: found.count, first: found.first))
        }
    }
}

/// The rows of a drop in memory.
struct DraftNames: RowsByName {
    typealias Failure = Never

    private(set) var indexes: [TargetIndex]
    private let rows: [[DraftRow]]

    init(_ drafts: DraftTables) {
        rows = drafts.rows
        let targets = Set(drafts.plans.flatMap(\.targets).compactMap(\.self))
            .union(drafts.pack.annexes.flatMap { $0.targets(in: drafts.pack) })
        indexes = zip(drafts.pack.datasets, drafts.rows.indices).map { dataset, index in
            // Nobody asks for a row of what nothing refers to.
            TargetIndex(dataset, rows: targets.contains(index) ? drafts.rows[index] : [])
        }
    }

    func find(_ text: String, in target: Int) -> TargetIndex.Hit { indexes[target].find(text) }

    func person(_ text: String, in target: Int) -> (row: Int?, named: [Int]) {
        indexes[target].keyed(text).map { ($0, []) } ?? (nil, indexes[target].labelled(text))
    }

    func mentioned(in text: String, target: Int) -> Int? { indexes[target].mentioned(in: text) }

    mutating func suggestion(for text: String, in target: Int) -> NameIndex.Answer {
        indexes[target].suggestion(for: text)
    }

    func cell(of row: Int, in target: Int) -> CellAddress {
        TargetIndex.cell(of: rows[target][row], in: indexes[target].dataset)
    }

    func label(of row: Int, in target: Int) -> String? {
        TargetIndex.label(of: rows[target][row], in: indexes[target].dataset)
    }
}
