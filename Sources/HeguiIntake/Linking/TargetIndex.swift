internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Finds the rows of a dataset by key, by label and by the bare name of an organisation.
struct TargetIndex {
    /// What a search by text came to.
    enum Hit: Equatable {
        case one(Int)
        case several([Int])
        case none
    }

    /// The most names among which one is suggested.
    static let suggestible = 20_000

    let dataset: Dataset
    private let keyColumn: Int?
    private let labelColumn: Int?
    private var keys: [String: Int] = [:]
    private var labels: [String: [Int]] = [:]
    private var bares: [BareName: [Int]] = [:]
    /// By the name of a community without the word for it.
    private var cores: [String: [Int]] = [:]
    private let texts: [String]
    /// The labels, for those who mistype one; made for the first of them.
    private var names: NameIndex?
    /// The labels, to find one in a text.
    private let search: LabelSearch
    /// Whether labels are names of people.
    private let isOfPeople: Bool

    private struct BareName: Hashable {
        let name: String
        let branch: Int?
    }

    init(_ dataset: Dataset, rows: [DraftRow]) {
        self.dataset = dataset
        keyColumn = dataset.key.count == 1 ? dataset.columnIndex(dataset.key[0]) : nil
        labelColumn = dataset.label.flatMap { dataset.columnIndex($0) }
        isOfPeople = labelColumn.map { dataset.columns[$0].type == .name } ?? false
        let isOrganisation = labelColumn.map { dataset.columns[$0].type == .organisation } ?? false
        texts = rows.map { [keyColumn, labelColumn] row in
            (keyColumn.flatMap { row.data[$0].words } ?? labelColumn.flatMap { row.data[$0].words })
                ?? ""
        }
        for (index, row) in rows.enumerated() {
            if let words = keyColumn.flatMap({ row.data[$0].words }), keys[Self.key(words)] == nil {
                keys[Self.key(words)] = index
            }
            guard let words = labelColumn.flatMap({ row.data[$0].words }) else { continue }
            labels[Self.key(words), default: []].append(index)
            guard isOrganisation else { continue }
            let name = OrganisationName(words)
            bares[BareName(name: Self.key(name.bare), branch: name.branch), default: []]
                .append(index)
            if let core = PlaceName.core(of: Self.key(words)) {
                cores[core, default: []].append(index)
            }
        }
        let areFew = labels.count <= Self.suggestible
        // Of very many only organisations are looked for by the beginning of a text.
        search = LabelSearch(areFew || !bares.isEmpty ? Array(labels.keys) : [])
    }

    /// The text by which other rows refer to a row: its key, or its label where it has no key.
    func text(of row: Int) -> String { texts[row] }

    /// The cell by which people find a row.
    static func cell(of row: DraftRow, in dataset: Dataset) -> CellAddress {
        let label = dataset.label.flatMap { dataset.columnIndex($0) }
        let key = dataset.key.first.flatMap { dataset.columnIndex($0) }
        return label.flatMap { row.cells[$0] } ?? key.flatMap { row.cells[$0] } ?? row.address
    }

    /// The label of a row.
    static func label(of row: DraftRow, in dataset: Dataset) -> String? {
        dataset.label.flatMap { dataset.columnIndex($0) }.flatMap { row.data[$0].words }
    }

    /// Returns the row whose key the text is.
    func keyed(_ text: String) -> Int? { keys[Self.key(text)] }

    /// Returns the rows whose label the text is; names of people are compared as they are read.
    func labelled(_ text: String) -> [Int] {
        if let rows = labels[Self.key(text)] { return rows }
        return isOfPeople ? labels[Self.key(PersonName.folded(text))] ?? [] : []
    }

    /// Returns the row that the text names: by key, by label, by the bare name of an organisation,
    /// or by such a name with a post behind it (区住建局科员).
    func find(_ text: String) -> Hit {
        if let row = keyed(text) { return .one(row) }
        let labelled = labelled(text)
        if !labelled.isEmpty { return Self.hit(labelled) }
        guard !bares.isEmpty else { return .none }
        let name = OrganisationName(text)
        for branch in [name.branch, nil] {
            let bare = bares[BareName(name: Self.key(name.bare), branch: branch)]
            if let bare { return Self.hit(bare) }
        }
        if let prefix = search.knownPrefix(of: Self.key(text)), PostWords.isPost(prefix.rest) {
            return Self.hit(labels[prefix.name] ?? [])
        }
        return place(text)
    }

    /// The one row whose name is the text without the names of the places around it: 甲街道乙社区,
    /// 乙社区(甲街道), 乙居委会, 乙.
    private func place(_ text: String) -> Hit {
        let key = Self.key(text)
        let plain = PlaceName.withoutBracket(key)
        if plain != key, let rows = labels[plain], rows.count == 1 { return .one(rows[0]) }
        for name in PlaceName.forms(of: plain) {
            let core = PlaceName.core(of: name)
            let rows = core == nil ? cores[name] : labels[name]
            if let rows, rows.count == 1 { return .one(rows[0]) }
        }
        return .none
    }

    /// Returns the one row whose label stands in the text; nil where none or several do.
    ///
    /// Among very many labels none is looked for.
    func mentioned(in text: String) -> Int? {
        guard labels.count <= Self.suggestible, let inside = search.inside(Self.key(text)) else {
            return nil
        }
        let found = inside.filter { $0.count >= 2 }
        // 甲社区 is not meant where 大甲社区 stands.
        let whole = found.filter { label in
            !found.contains { $0 != label && $0.contains(label) }
        }
        guard whole.count == 1, let rows = labels[whole[0]], rows.count == 1 else { return nil }
        return rows[0]
    }

    /// The name that the text may have meant, by which rows are referred to.
    ///
    /// Among very many names something is always near, and looking takes long.
    mutating func suggestion(for text: String) -> NameIndex.Answer {
        if let row = mentioned(in: text) { return .found(texts[row]) }
        let areFew = labels.count <= Self.suggestible
        var names = self.names.take() ?? NameIndex(areFew ? Array(labels.keys) : [])
        let answer = names.suggestion(for: Self.key(text))
        self.names = names
        guard let name = answer.name else { return answer }
        return labels[name]?.first.map { .found(texts[$0]) } ?? .none
    }

    private static func hit(_ rows: [Int]) -> Hit {
        rows.count == 1 ? .one(rows[0]) : .several(rows)
    }

    private static func key(_ text: String) -> String { text.compact.lowercased() }
}

extension Datum {
    /// The text that people would write for it, where it can name a row.
    var words: String? {
        switch self {
        case .text(let text): text.isEmpty ? nil : text
        case .integer(let value): String(value)
        default: nil
        }
    }
}
