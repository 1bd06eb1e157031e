package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
import HeguiTables

extension CellNotes {
    /// Collects what `review` says of each of `files`, in one pass over it.
    ///
    /// - Parameters:
    ///   - review: the review of the whole drop.
    ///   - files: named as cells name them.
    ///   - language: the language of all that is said.
    ///   - isForOwners: whether each file's notes go to whoever handed it in, who is told of no other
    ///     owner.
    /// - Returns: the notes of each file, in the order of `files`, and how many violations no file's
    ///   notes tell of.
    /// - Complexity: linear in the outcomes.
    package static func all(
        _ review: Review, files: [String], language: Language, isForOwners: Bool = false
    ) -> (notes: [CellNotes], untold: Int) {
        let words = FileFindingWords(review.pack, Speaker(language))
        var collected = files.map { CellNotes($0, words, pack: review.pack) }
        let places = Dictionary(
            files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let owed = OwnAnnexes(review, files: places)
        func isFor(_ place: Int, _ outcome: Outcome) -> Bool {
            !isForOwners || !owed.isOfAnother(outcome, than: place)
        }
        var totals: [String: Int] = [:]
        var untold = 0
        for outcome in review.outcomes.those(of: [.violated, .undetermined]) {
            if outcome.verdict == .undetermined {
                let cells = Dictionary(grouping: outcome.missing.compactMap(\.cell), by: \.file)
                for (file, own) in cells {
                    guard let place = places[file], isFor(place, outcome) else { continue }
                    collected[place].addOpen(outcome, at: own)
                }
            } else if outcome.isOpen {
                let unit = outcome.subject.groupID ?? outcome.subject.id
                totals[unit, default: 0] += 1
                let cells = Dictionary(grouping: outcome.sources, by: \.file)
                var isTold = false
                for (file, own) in cells {
                    guard let place = places[file], isFor(place, outcome) else { continue }
                    collected[place].add(outcome, at: own, of: unit)
                    isTold = true
                }
                for place in owed.files(for: outcome) where cells[files[place]] == nil {
                    collected[place].addWhole(words.finding(outcome, at: []), outcome.level)
                    isTold = true
                }
                if !isTold { untold += 1 }
            }
        }
        addWhole(of: review, in: words, at: places, to: &collected)
        for place in collected.indices { collected[place].finish(totals) }
        return (collected, untold)
    }

    /// Adds what is said of data, of annexes and of files themselves.
    private static func addWhole(
        of review: Review, in words: FileFindingWords, at places: [String: Int],
        to collected: inout [CellNotes]
    ) {
        for finding in review.dataFindings {
            if let place = places[finding.cell.file] { collected[place].add(finding) }
        }
        for item in review.material where item.isOpen && item.state != .notReceived {
            for place in Set(item.sources.compactMap { places[$0.file] }) {
                collected[place].addWhole(words.finding(item), item.level)
            }
        }
        for diagnostic in review.diagnostics {
            guard diagnostic.severity != .note, let location = diagnostic.location,
                let place = places[location.file]
            else { continue }
            collected[place].addWhole(
                words.finding(diagnostic), diagnostic.severity == .error ? .verify : .hint)
        }
    }
}

/// Which files are somebody's annexes that a verdict on them rests on: what no cell of it shows is for
/// the file all the same.
private struct OwnAnnexes {
    private struct Owner: Hashable {
        let type: String
        let id: String
    }

    /// By owner: the files, with the annex that each holds.
    private var files: [Owner: [(file: Int, annex: String)]] = [:]
    /// By annex: the rules that read rows of it.
    private var readers: [String: Set<String>] = [:]
    /// By file: whose annexes it holds.
    private var owners: [Int: Set<Owner>] = [:]
    /// What those who owe annexes are.
    private let ownerTypes: Set<String>
    private let grouping: OutcomeGrouping

    init(_ review: Review, files places: [String: Int]) {
        let pack = review.pack
        grouping = OutcomeGrouping(review, index: ReviewIndex(pack))
        ownerTypes = Set(review.material.map(\.owner.type))
        for item in review.material where item.state != .notReceived {
            let owner = Owner(type: item.owner.type, id: item.owner.id)
            for file in Set(item.sources.compactMap { places[$0.file] }).sorted() {
                files[owner, default: []].append((file, item.annex))
                owners[file, default: []].insert(owner)
            }
        }
        let annexes = files.isEmpty ? [] : pack.annexes
        for rule in annexes.isEmpty ? [] : pack.rules {
            let datasets = pack.datasets(of: rule)
            for annex in annexes where !datasets.isDisjoint(with: annex.datasets) {
                readers[annex.id, default: []].insert(rule.id)
            }
        }
    }

    /// Returns whether an outcome is about somebody who owes annexes of his own, and not about those
    /// whose annexes a file holds.
    func isOfAnother(_ outcome: Outcome, than file: Int) -> Bool {
        guard let own = owners[file], ownerTypes.contains(outcome.subject.type) else {
            return false
        }
        return !own.contains(Owner(type: outcome.subject.type, id: outcome.subject.id))
    }

    /// Returns the files for what is said of an outcome, each once.
    func files(for outcome: Outcome) -> [Int] {
        guard !files.isEmpty else { return [] }
        let key = grouping.key(of: outcome.subject)
        let owners: Set = [
            Owner(type: outcome.subject.type, id: outcome.subject.id),
            Owner(type: key.dataset, id: key.id ?? ""),
        ]
        let found = owners.flatMap { files[$0] ?? [] }
            .filter { readers[$0.annex]?.contains(outcome.rule) ?? false }
        return Set(found.map(\.file)).sorted()
    }
}

extension Outcome.Missing {
    fileprivate var cell: CellAddress? {
        if case .cell(let cell, _, _) = self { cell } else { nil }
    }
}
