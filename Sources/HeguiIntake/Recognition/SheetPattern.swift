internal import HeguiDiagnostics
internal import HeguiPack

/// What a table may be read as: the headings it must have and those it may have.
struct SheetPattern {
    enum Meaning {
        case annex(Annex)
        case register(Dataset)
        case waivers
        case explanations
    }

    struct Field {
        let name: String
        /// Compared headings, the best first.
        let keys: [String]
        /// The heading for people.
        let title: String
    }

    let id: String
    let title: LocalizedText
    let meaning: Meaning
    /// Without blanks; all of these stand above the table.
    let titleWords: [String]
    private(set) var fields: [Field]
    /// By field of events: the field that holds their days, where these have a column of their own.
    private(set) var dayFields: [Int: Int] = [:]
    /// Indices of the fields without which a table is none of these.
    let needed: [Int]
    /// Without blanks; labels of the values above the table.
    let labels: [String]

    /// Adds a column for the days of the events in another and returns its field.
    mutating func addDays(of field: Int, key: String) -> Int {
        if let known = dayFields[field] { return known }
        fields.append(Field(name: fields[field].name, keys: [key], title: key))
        dayFields[field] = fields.count - 1
        return fields.count - 1
    }

    /// Whether a heading with a word more or less may be one of its own: of material, not of
    /// decisions.
    var mayHaveNearHeadings: Bool {
        switch meaning {
        case .annex, .register: true
        case .waivers, .explanations: false
        }
    }

    /// Returns the type of what a field holds; nil for statements.
    func type(of field: Int) -> ColumnType? {
        switch meaning {
        case .annex(let annex):
            annex.columns.first { $0.name == fields[field].name }?.type
        case .register(let dataset):
            dataset.columns.first { $0.name == fields[field].name }?.type
        case .waivers, .explanations: nil
        }
    }
}

extension SheetPattern {
    init(_ annex: Annex) {
        id = annex.id
        title = annex.title
        meaning = .annex(annex)
        titleWords = annex.titleWords.map(\.compact)
        fields = annex.columns.map { column in
            Field(
                name: column.name, keys: column.headers.map(HeadingText.key),
                title: column.headers.first ?? column.name
            )
        }
        let names = annex.columns.map(\.name)
        needed = annex.recognisedBy.compactMap { names.firstIndex(of: $0) }
        labels = annex.heading.flatMap(\.labels).map(\.compact)
    }

    /// A plain sheet that holds a dataset as it stands; nil where the dataset allows none.
    init?(_ dataset: Dataset) {
        guard !dataset.register.isEmpty else { return nil }
        id = dataset.name
        title = dataset.title
        meaning = .register(dataset)
        titleWords = []
        let columns = dataset.columns.filter { $0.derived == nil }
        fields = columns.map { column in
            let words =
                column.aliases + [column.name]
                + [column.title.zh, column.title.en]
                .compactMap { $0 }
            return Field(
                name: column.name, keys: words.map(HeadingText.key),
                title: column.aliases.first ?? column.title.text(in: .chinese)
            )
        }
        let names = columns.map(\.name)
        needed = dataset.register.compactMap { names.firstIndex(of: $0) }
        labels = []
    }

    /// Sheets of waivers and of explanations.
    static let statements: [SheetPattern] = [
        SheetPattern(
            .explanations, id: "explanations", zh: "说明", en: "explanations",
            StatementField.explanation
        ),
        SheetPattern(.waivers, id: "waivers", zh: "豁免决定", en: "waivers", StatementField.waiver),
    ]

    private init(
        _ meaning: Meaning, id: String, zh: String, en: String, _ fields: [StatementField]
    ) {
        self.id = id
        title = LocalizedText(zh: zh, en: en)
        self.meaning = meaning
        titleWords = []
        self.fields = fields.map {
            Field(name: $0.name, keys: $0.headings.map(HeadingText.key), title: $0.headings[0])
        }
        needed = fields.indices.filter { fields[$0].isNeeded }
        labels = []
    }
}
