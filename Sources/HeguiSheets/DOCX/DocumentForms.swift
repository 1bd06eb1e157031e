/// The blocks of a document → its forms: each table with the text that belongs to it.
struct DocumentForms {
    /// A table or a line, in the order in which people read them.
    private enum Item {
        case line(DocumentLine)
        case table(DocumentTable)
        case pageEnd

        /// The line where it is one.
        var text: DocumentLine? { if case .line(let line) = self { line } else { nil } }
        var isPageEnd: Bool { if case .pageEnd = self { true } else { false } }
    }

    /// What stands at the top and at the foot of each page.
    typealias Shown = (above: [DocumentLine], below: [DocumentLine])

    private(set) var forms: [DocumentForm] = []
    /// All lines of a document without tables.
    private(set) var lines: [DocumentLine] = []

    /// The most lines above a table that belong to it.
    private static let mostAbove = 40

    /// Cuts a document into forms; `shownIn` returns the lines of the headers and footers, given by
    /// their relationships.
    init(_ blocks: [DocumentBlock], shownIn: ([String]) -> Shown) {
        var between: [Item] = []
        var count = 0
        var start = 0
        var shown: Shown = ([], [])
        for block in blocks {
            if case .pageEnd(let section?) = block {
                if !section.isEmpty { shown = shownIn(section) }
                add(shown, to: start)
                start = forms.count
            }
            for item in Self.items(block) {
                guard case .table(let table) = item else {
                    between.append(item)
                    continue
                }
                count += 1
                add(table, number: count, behind: between)
                between = []
            }
        }
        let rest = between.compactMap(\.text)
        if forms.isEmpty {
            lines = rest
        } else {
            forms[forms.count - 1].below += rest.filter { !$0.isBlank }
        }
    }

    private mutating func add(_ table: DocumentTable, number: Int, behind between: [Item]) {
        let all = between.compactMap(\.text)
        if let last = forms.last, last.goesOn(in: table, behind: all) {
            forms[forms.count - 1].rows += table.rows
            forms[forms.count - 1].numbers = last.numbers.lowerBound...number
            return
        }
        let cut = forms.isEmpty ? 0 : Self.cut(between)
        let below = between[..<cut].compactMap(\.text).filter { !$0.isBlank }
        if !forms.isEmpty { forms[forms.count - 1].below += below }
        var above = between[cut...]
        if forms.isEmpty { above = Self.lastPage(of: above) }
        let lines = above.compactMap(\.text).filter { !$0.isBlank }
        forms.append(
            DocumentForm(
                above: lines.suffix(Self.mostAbove), rows: table.rows, numbers: number...number))
    }

    /// Adds what stands on every page of a part of the document, where its forms do not say it.
    private mutating func add(_ shown: Shown, to start: Int) {
        for index in start..<max(start, forms.count) {
            let own = forms[index].said
            forms[index].above.insert(
                contentsOf: shown.above.filter { !own.contains($0.compact) }, at: 0)
            forms[index].below += shown.below.filter { !own.contains($0.compact) }
        }
    }

    // MARK: - What belongs where

    /// Where the lines begin that belong to the table below them and not to the one above.
    private static func cut(_ items: [Item]) -> Int {
        if let title = items.firstIndex(where: { $0.text?.isTitle == true }) { return title }
        if let page = items.lastIndex(where: \.isPageEnd) {
            let isEmpty = items[page...].allSatisfy { $0.text?.isBlank ?? true }
            return isEmpty ? items.count : page
        }
        return items.firstIndex { $0.text?.mayHeadTable == true } ?? items.count
    }

    /// What stands above the first table on its page, from the last number of an annex on; where a
    /// page begins with the table, titles and labels right before it. A letter belongs to no form.
    private static func lastPage(of items: ArraySlice<Item>) -> ArraySlice<Item> {
        guard let page = items.lastIndex(where: \.isPageEnd) else { return fromAnnex(items) }
        if items[page...].contains(where: { $0.text?.isBlank == false }) {
            return fromAnnex(items[page...])
        }
        let other = items.lastIndex { item in
            item.text.map { !$0.isBlank && !$0.isTitle && !$0.mayHeadTable } ?? false
        }
        return items[(other.map { $0 + 1 } ?? items.startIndex)...]
    }

    private static func fromAnnex(_ items: ArraySlice<Item>) -> ArraySlice<Item> {
        let annex = items.lastIndex { $0.text?.isAnnexNumber == true }
        return items[(annex ?? items.startIndex)...]
    }

    // MARK: - Tables that only order the page

    private static func items(_ block: DocumentBlock) -> [Item] {
        switch block {
        case .line(let line): [.line(line)]
        case .pageEnd: [.pageEnd]
        case .table(let table):
            if table.isLayout {
                table.rows.flatMap(\.cells).flatMap { cell in
                    [.pageEnd] + cell.blocks.flatMap(items) + [.pageEnd]
                }
            } else if table.isText {
                table.rows.map { .line(DocumentLine(text: $0.line)) }
            } else {
                [.table(table)]
            }
        }
    }
}

extension DocumentTable {
    /// Whether the table only orders the page: in its cells stand tables, and beside these no other
    /// text in the same row.
    fileprivate var isLayout: Bool {
        guard rows.contains(where: { $0.cells.contains(where: \.hasTable) }) else { return false }
        return rows.allSatisfy { row in
            let filled = row.cells.filter { !$0.text.isEmpty || $0.hasTable }
            return filled.count < 2 || filled.allSatisfy(\.hasTable)
        }
    }

    /// Whether the table is a box around a text, or a line of labels and values above or below
    /// another table: 填报单位：｜甲局｜填报人：.
    fileprivate var isText: Bool {
        if rows.count == 1, rows[0].cells.count == 1 { return true }
        return rows.count <= 2
            && rows.allSatisfy { row in
                let texts = row.cells.map(\.text).filter { !$0.isEmpty }
                let labels = texts.count { $0.hasSuffix(":") || $0.hasSuffix("：") }
                let pairs = texts.count { $0.contains(":") || $0.contains("：") }
                return texts.isEmpty || labels > 0 && labels * 2 >= texts.count
                    || pairs == texts.count
            }
    }
}
