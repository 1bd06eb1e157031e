import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Finds by name what reports say about a pack's rules, datasets and columns.
struct ReviewIndex: Sendable {
    private let pack: Pack
    private let ruleIndex: [String: Int]
    /// By singular: the dataset's place in the pack.
    private let datasetIndex: [String: Int]

    init(_ pack: Pack) {
        self.pack = pack
        ruleIndex = Self.firstIndices(of: pack.rules.map(\.id))
        datasetIndex = Self.firstIndices(of: pack.datasets.map(\.singular))
    }

    func rule(_ id: String) -> Rule? {
        ruleIndex[id].map { pack.rules[$0] }
    }

    /// The rule's title, or its id where the pack does not have it.
    func ruleTitle(_ id: String, _ say: Speaker) -> DataText {
        say(rule(id)?.title) ?? DataText(id)
    }

    /// What a rule measures, or its title where the pack has no name for that.
    func metricTitle(_ id: String, _ say: Speaker) -> DataText {
        say(rule(id)?.metric) ?? ruleTitle(id, say)
    }

    /// The rule's place in the pack; unknown rules come last.
    func order(ofRule id: String) -> Int {
        ruleIndex[id] ?? pack.rules.count
    }

    /// The dataset whose rows are called `singular`.
    func dataset(singular: String) -> Dataset? {
        datasetIndex[singular].map { pack.datasets[$0] }
    }

    func order(ofSingular singular: String) -> Int {
        datasetIndex[singular] ?? pack.datasets.count
    }

    func datasetTitle(_ name: String, _ say: Speaker) -> DataText {
        say(pack.dataset(name)?.title) ?? DataText(name)
    }

    func annexTitle(_ id: String, _ say: Speaker) -> DataText {
        say(pack.annexes.first { $0.id == id }?.title) ?? DataText(id)
    }

    func columnTitle(_ column: String, of dataset: String, _ say: Speaker) -> DataText {
        let found = pack.dataset(dataset)?.columns.first { $0.name == column }
        return say(found?.title) ?? DataText(column)
    }

    /// Returns the title of a column that only its name is known of.
    func columnTitle(_ column: String, _ say: Speaker) -> DataText {
        let found = pack.datasets.lazy.flatMap(\.columns).first { $0.name == column }
        return say(found?.title) ?? DataText(column)
    }

    func parameterTitle(_ name: String, _ say: Speaker) -> DataText {
        say(pack.parameters.first { $0.name == name }?.title) ?? DataText(name)
    }

    private static func firstIndices(of names: [String]) -> [String: Int] {
        Dictionary(
            names.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
