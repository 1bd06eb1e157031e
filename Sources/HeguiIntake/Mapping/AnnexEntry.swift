internal import HeguiPack
internal import HeguiSheets

/// An entry of an annex's rows or totals with its names looked up.
struct AnnexEntry: Sendable {
    /// Where a column of a dataset takes its value from.
    enum Source: Sendable {
        case column(Int)
        case heading(Int)
        case footer(Int)
        /// The column of the row that the annex's first entry gave.
        case first(Int)
        case itemText
        case itemDay
        case text(RawCell)
        /// The row of a dataset that has the same; the term that holds a name comes first in reports.
        case match(dataset: Int, by: [Assignment], name: Int?)
        case nothing
    }

    struct Assignment: Sendable {
        /// Of the dataset.
        let column: Int
        let source: Source
    }

    /// That a cell holds one of some words.
    struct Condition {
        let column: Int
        /// In the form in which words are compared.
        let words: Set<String>
    }

    /// A column with several items, one row for each.
    struct Each {
        let column: Int
        let type: ColumnType
        /// Its place among the columns that have bounds.
        let bounds: Int?

        init(_ column: Int, of annex: Annex) {
            self.column = column
            type = annex.columns[column].type
            let before = annex.columns[..<column].count { $0.plausible != nil }
            bounds = annex.columns[column].plausible == nil ? nil : before
        }
    }

    /// Its place among the annex's rows or totals.
    let number: Int
    let dataset: Int
    let datasetName: String
    let each: Each?
    /// What people call the column with several items.
    let title: String
    let whenPresent: Int?
    let condition: Condition?
    let assignments: [Assignment]
    /// The dataset's column that takes the text of an item.
    let itemColumn: Int?

    /// Looks up the names of an entry; nil for one that cannot give a row.
    init?(_ yield: Annex.Yield, number: Int, _ names: AnnexPlaces) {
        guard let dataset = names.datasets[yield.dataset],
            [yield.each, yield.whenPresent, yield.onlyIf?.column].allSatisfy({ name in
                name.map { names.columns[$0] != nil } ?? true
            })
        else { return nil }
        self.number = number
        self.dataset = dataset
        datasetName = yield.dataset
        each = yield.each.flatMap { names.columns[$0] }.map { Each($0, of: names.annex) }
        title = each.map { names.annex.columns[$0.column].title } ?? ""
        whenPresent = yield.whenPresent.flatMap { names.columns[$0] }
        condition = yield.onlyIf.flatMap { condition in
            names.columns[condition.column].map {
                Condition(column: $0, words: Set(condition.texts.map(HeadingText.key)))
            }
        }
        let target = names.pack.datasets[dataset]
        assignments = Self.assignments(yield.assignments, to: target, names)
        let item = yield.assignments.first { if case .itemText = $0.source { true } else { false } }
        itemColumn = item.flatMap { target.columnIndex($0.column) }
    }

    private static func assignments(
        _ assignments: [Annex.Assignment], to dataset: Dataset, _ names: AnnexPlaces
    ) -> [Assignment] {
        assignments.compactMap { assignment in
            guard let column = dataset.columnIndex(assignment.column),
                let source = source(assignment.source, names)
            else { return nil }
            return Assignment(column: column, source: source)
        }
    }

    /// nil for a search in a dataset that is not there.
    private static func source(_ source: Annex.Source, _ names: AnnexPlaces) -> Source? {
        switch source {
        case .column(let name): return names.columns[name].map { .column($0) } ?? .nothing
        case .heading(let name): return names.headings[name].map { .heading($0) } ?? .nothing
        case .footer(let name): return names.footers[name].map { .footer($0) } ?? .nothing
        case .row(let name):
            let first = names.annex.rows.first.flatMap { names.pack.dataset($0.dataset) }
            return first?.columnIndex(name).map { .first($0) } ?? .nothing
        case .itemText: return .itemText
        case .itemDay: return .itemDay
        case .text(let text): return .text(RawCell(column: 1, text: text))
        case .match(let target, let by):
            guard let index = names.datasets[target] else { return nil }
            let dataset = names.pack.datasets[index]
            let terms = assignments(by, to: dataset, names)
            let name = terms.firstIndex { dataset.columns[$0.column].type == .name }
            return .match(dataset: index, by: terms, name: name ?? terms.indices.first)
        }
    }
}
