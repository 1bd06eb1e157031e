import HeguiPack
import HeguiReview

/// How many people something is open of: all, and those with something mandatory.
struct ConcernCount: Sendable {
    /// By singular of a dataset of people: their rows.
    private var rows: [String: [Level: Set<Int>]] = [:]
    private let datasets: [Dataset]

    init(_ pack: Pack) {
        // A row without a key tells something of a person who is counted already.
        datasets = pack.datasets.filter { $0.isOfPeople && !$0.key.isEmpty }
    }

    mutating func add(_ outcome: Outcome) {
        let subject = outcome.subject
        guard outcome.isOpen, datasets.contains(where: { $0.singular == subject.type })
        else { return }
        rows[subject.type, default: [:]][outcome.level, default: []].insert(subject.row)
    }

    /// Returns for each dataset with somebody concerned its title and how many there are, in the pack's
    /// order; only findings of `levels` count.
    func people(at levels: [Level]) -> [(title: LocalizedText, count: Int)] {
        datasets.compactMap { dataset in
            let concerned = levels.reduce(into: Set<Int>()) { all, level in
                all.formUnion(rows[dataset.singular]?[level] ?? [])
            }
            return concerned.isEmpty ? nil : (dataset.title, concerned.count)
        }
    }
}

extension Dataset {
    /// Whether rows of the dataset are known by a name or number of a person.
    var isOfPeople: Bool {
        columns.contains { column in
            column.personal != nil && (column.name == label || key.contains(column.name))
        }
    }
}
