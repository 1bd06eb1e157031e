import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Finds by name what reports say about a pack's rules, datasets and columns.
struct ReviewIndex: Sendable {
    private let pack: Pack
    private let ruleIndex: [String: Int]
    /// By singular: the dataset's place in the pack.
    private let datasetIndex: [String: Int]
    /// Datasets whose key is a phone or identity number.
    private let personalKeys: Set<String>
    let redaction: Redaction

    init(_ pack: Pack) {
        self.pack = pack
        ruleIndex = Self.firstIndices(of: pack.rules.map(\.id))
        datasetIndex = Self.firstIndices(of: pack.datasets.map(\.singular))
        redaction = Redaction(pack)
        personalKeys = Set(
            pack.datasets.filter { dataset in
                dataset.columns.contains { column in
                    dataset.key.contains(column.name) && pack.masks(column, of: dataset.name)
                        && column.personal != .address
                }
            }.map(\.singular))
    }

    func rule(_ id: String) -> Rule? {
        ruleIndex[id].map { pack.rules[$0] }
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

    func datasetTitle(_ name: String, in language: Language) -> String {
        pack.dataset(name)?.title.text(in: language) ?? name
    }

    func columnTitle(_ column: String, of dataset: String, in language: Language) -> String {
        let found = pack.dataset(dataset)?.columns.first { $0.name == column }
        return found?.title.text(in: language) ?? column
    }

    /// Returns the title of a column that only its name is known of.
    func columnTitle(_ column: String, in language: Language) -> String {
        let found = pack.datasets.lazy.flatMap(\.columns).first { $0.name == column }
        return found?.title.text(in: language) ?? column
    }

    func parameterTitle(_ name: String, in language: Language) -> String {
        pack.parameters.first { $0.name == name }?.title.text(in: language) ?? name
    }

    /// Returns the subject's id, masked where the dataset's key is a personal number.
    func id(of subject: Outcome.Subject) -> String {
        personalKeys.contains(subject.type) ? redaction.mask(subject.id) : subject.id
    }

    private static func firstIndices(of names: [String]) -> [String: Int] {
        Dictionary(
            names.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
