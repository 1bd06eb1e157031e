internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Finds the items of lists that may be several: `理发和水电维修` is one project or two. Which words are
/// names of their own is known when all sheets are read.
struct ListDoubts {
    private let pack: Pack
    /// Names that are one thing, without blanks: those of the pack and of registers that list them.
    private let names: Set<String>
    /// Names and other items, by which an item is seen to hold two.
    private let words: Set<String>
    /// Longer words are sentences rather than names.
    private static let longestWord = 12

    init(_ drafts: DraftTables) {
        pack = drafts.pack
        let names = Self.names(drafts)
        self.names = names
        var words = names
        for list in drafts.lists {
            for item in list.items.map(\.compact) where Self.parts(of: item) == 1 {
                words.insert(item)
            }
        }
        self.words = words.filter { (2...Self.longestWord).contains($0.unicodeScalars.count) }
    }

    /// The words of the columns that take items, and what columns of the same name hold elsewhere.
    private static func names(_ drafts: DraftTables) -> Set<String> {
        let taken = Set(
            drafts.lists.compactMap { list in
                list.column.map { drafts.pack.datasets[list.rows.dataset].columns[$0].name }
            })
        let filled = Set(drafts.lists.map(\.rows.dataset))
        var names: Set<String> = []
        for (index, dataset) in drafts.pack.datasets.enumerated() {
            for (place, column) in dataset.columns.enumerated() {
                guard taken.contains(column.name) else { continue }
                for word in column.synonyms {
                    names.formUnion(([word.name] + word.spellings).map(\.compact))
                }
                guard !filled.contains(index), column.type == .text else { continue }
                for row in drafts.rows[index] {
                    if case .text(let text) = row.data[place] { names.insert(text.compact) }
                }
            }
        }
        return names
    }

    /// Adds the rows that there may be, and what is to be said of the cells.
    ///
    /// - Complexity: linear in the items and rows.
    func settle(in drafts: inout DraftTables) {
        var doubted: Set<CellAddress> = []
        var counts: [String: Int] = [:]
        for list in drafts.lists {
            var further = list.unlisted.map { FurtherItems(atMost: $0) }
            var text: String?
            for item in list.items {
                let count = counts[item] ?? count(item)
                counts[item] = count
                guard count > 1 else { continue }
                text = text ?? item
                let more = FurtherItems(atMost: count - 1)
                further = further.map { $0 + more } ?? more
            }
            guard let further else { continue }
            let rows = list.rows
            doubted.insert(rows.cell)
            drafts.openRows.append(
                DraftOpenRows(
                    dataset: rows.dataset, references: rows.references, atMost: further.atMost,
                    cell: rows.cell))
            drafts.report(
                .mayHoldMore(
                    list.title, further.atMost, text: text, at: rows.cell,
                    dataset: pack.datasets[rows.dataset].name))
        }
        if !doubted.isEmpty { unread(doubted, in: &drafts) }
    }

    /// A list that may have more items is not known as a whole either.
    private func unread(_ cells: Set<CellAddress>, in drafts: inout DraftTables) {
        for dataset in drafts.rows.indices {
            for row in drafts.rows[dataset].indices {
                for (column, cell) in drafts.rows[dataset][row].cells.enumerated() {
                    guard let cell, cells.contains(cell),
                        case .list = drafts.rows[dataset][row].data[column]
                    else { continue }
                    drafts.rows[dataset][row].data[column] = .unreadable
                }
            }
        }
    }

    /// How many things an item may be.
    private func count(_ item: String) -> Int {
        let text = item.compact
        guard !names.contains(text) else { return 1 }
        return max(
            Self.parts(of: text), Self.numbers(in: text), knownWords(in: Array(text.unicodeScalars))
        )
    }

    /// How many numbers count from one in a text: `1理发2水电维修`.
    private static func numbers(in text: String) -> Int {
        guard text.hasPrefix("1") || text.hasPrefix("(1") else { return 1 }
        let numbers = text.split { $0.unicodeScalars.first?.digit == nil }.compactMap { Int($0) }
        return max(1, zip(numbers, 1...).prefix { $0 == $1 }.count)
    }

    /// How many known names stand in a text that is none itself.
    private func knownWords(in text: [Unicode.Scalar]) -> Int {
        var found: Set<String> = []
        var index = 0
        while index < text.count {
            let longest = min(Self.longestWord, text.count - index, text.count - 1)
            let length = (2...max(2, longest)).reversed().first { length in
                length <= longest
                    && words.contains(
                        String(String.UnicodeScalarView(text[index..<index + length])))
            }
            if let length {
                found.insert(String(String.UnicodeScalarView(text[index..<index + length])))
            }
            index += length ?? 1
        }
        return found.count
    }

    /// How many parts signs and words between them, or a bracket, make of a text.
    private static func parts(of text: String) -> Int {
        let scalars = text.unicodeScalars
        var parts = 1
        var length = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let follows = next < scalars.endIndex ? scalars[next] : " "
            let isJoint =
                "-—–~～…·、,;/".unicodeScalars.contains(scalar)
                || JoiningWords.joins(scalars, at: index)
                // `“理发”“水电维修”`
                || DatedText.closers.contains(scalar) && DatedText.openers.contains(follows)
            if isJoint {
                if length > 1 { parts += 1 }
                length = 0
            } else if scalar.isIdeograph {
                length += 1
            }
        }
        return length > 1 ? parts : max(1, parts - 1)
    }
}
