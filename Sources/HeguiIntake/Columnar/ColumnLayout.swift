internal import HeguiColumns
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Which columns of a dataset are kept, where, and how the scanner reads them.
struct ColumnLayout {
    /// How a column is kept.
    enum Kind {
        case unkept, days, integers, words, key
        /// The key of a table that is already there.
        case reference(target: Int)
        /// A reference that is settled later: a word until then.
        case lateReference(target: Int)
    }

    let number: Int
    let dataset: Dataset
    let book: PatternBook
    /// By column; nil for one that no file has.
    let kinds: [Kind?]
    /// By column.
    let places: [Int?]
    let placeCount: Int
    /// The form of the keys, as long as all have it.
    var pattern: KeyPattern?

    init(
        _ number: Int, _ sources: [DatasetFile], pack: Pack, needed: Set<Int>,
        tables: [Int: ColumnTable]
    ) throws(ColumnRefusal) {
        let dataset = pack.datasets[number]
        let given = sources.map { Set($0.head.mapper.places.map(\.column)) }
        guard let columns = given.first, given.allSatisfy({ $0 == columns }) else {
            throw ColumnRefusal(
                zh: "“\(dataset.name)”的几个文件列不相同",
                en: "the files of `\(dataset.name)` differ in their columns")
        }
        let key = dataset.plainKey
        let looseKey = Set(dataset.looseKey)
        let needed = needed.union(dataset.columnsBeside(Set(dataset.columns.indices)))
        if !columns.isSuperset(of: looseKey.union([key].compactMap(\.self))) {
            throw ColumnRefusal(
                zh: "“\(dataset.name)”没有键的列", en: "the key of `\(dataset.name)` is missing")
        }
        var kinds = [Kind?](repeating: nil, count: dataset.columns.count)
        for column in columns {
            kinds[column] = try Self.kind(
                dataset.columns[column], isKey: column == key,
                isNeeded: needed.contains(column) || looseKey.contains(column)
                    || CellLength.isLimited(dataset.columns[column], in: dataset), pack: pack,
                tables: tables)
        }
        (places, placeCount) = Self.places(of: kinds)
        self.number = number
        self.dataset = dataset
        book = PatternBook(pack)
        self.kinds = kinds
        pattern = nil
        if let key, let source = sources.first,
            let place = source.head.mapper.places.first(where: { $0.column == key })?.place,
            let cell = source.head.firstRow?.cell(column: place)
        {
            pattern = KeyPattern(of: Array(cell.text.utf8))
        }
    }

    /// Numbers the columns that are kept.
    private static func places(of kinds: [Kind?]) -> (places: [Int?], count: Int) {
        var count = 0
        let places = kinds.map { kind -> Int? in
            switch kind {
            case nil, .unkept?: return nil
            default:
                count += 1
                return count - 1
            }
        }
        return (places, count)
    }

    private static func kind(
        _ column: Column, isKey: Bool, isNeeded: Bool, pack: Pack, tables: [Int: ColumnTable]
    ) throws(ColumnRefusal) -> Kind {
        if isKey { return .key }
        if let reference = column.reference,
            let target = pack.datasets.firstIndex(where: { $0.name == reference.dataset })
        {
            let dataset = pack.datasets[target]
            guard dataset.plainKey != nil else {
                throw ColumnRefusal(
                    zh: "“\(column.name)”指向没有单列文字键的数据集",
                    en: "`\(column.name)` refers to a dataset without a key of one text")
            }
            return tables[target] == nil
                ? .lateReference(target: target) : .reference(target: target)
        }
        switch column.type {
        case .day: return isNeeded ? .days : .unkept
        case .integer: return isNeeded ? .integers : .unkept
        case .text, .organisation, .name, .phone, .month: return isNeeded ? .words : .unkept
        case .enumeration, .boolean, .period, .number, .idNumber, .list, .events, .ticks:
            return .words
        }
    }

    /// Returns how each field of a file's records is read.
    func readers(_ head: FileHead, tables: [Int: ColumnTable]) -> [FieldReader] {
        let identifying = Set(head.mapper.identifying(head.mapper.places))
        var readers = (0..<head.width).map { _ in
            FieldReader(.unread, place: nil, isRequired: false, identifies: false)
        }
        for (column, place) in head.mapper.places where place <= head.width {
            let declared = dataset.columns[column]
            readers[place - 1] = FieldReader(
                kind(of: column, tables), place: places[column],
                isRequired: declared.isRequired && declared.derived == nil,
                identifies: identifying.contains(column))
        }
        return readers
    }

    private func kind(of column: Int, _ tables: [Int: ColumnTable]) -> FieldReader.Kind {
        switch kinds[column] {
        case nil: return .unread
        case .key?: return .key(pattern)
        case .reference(let target)?:
            return tables[target]?.keys.map { .reference($0) } ?? .word
        case .lateReference?, .words?: return .word
        case .days?: return .day
        case .integers?: return .integer
        case .unkept?:
            switch dataset.columns[column].type {
            case .day: return .day
            case .integer: return .integer
            case .month: return .month
            case .phone: return .phone
            case .name: return .name
            default: return .text
            }
        }
    }
}

extension Dataset {
    /// The column of a key that is one text as it stands, by which rows are found.
    var plainKey: Int? {
        guard key.count == 1, let number = columnIndex(key[0]) else { return nil }
        let column = columns[number]
        return column.type == .text && column.synonyms.isEmpty && column.reference == nil
            ? number : nil
    }

    /// The columns of a key of another kind, which only tells rows apart.
    var looseKey: [Int] { plainKey == nil ? key.compactMap(columnIndex) : [] }

    /// The columns that tell which days nobody can have meant in some of its columns, and these.
    func columnsBeside(_ some: Set<Int>) -> Set<Int> {
        some.reduce(into: []) { found, column in
            guard let plausible = columns[column].plausible else { return }
            found.insert(column)
            found.formUnion(plausible.after.compactMap(columnIndex))
        }
    }

    /// The columns by which people are found.
    var identityColumns: Set<Int> {
        Set(identity.flatMap { $0.columns.compactMap(columnIndex) })
    }
}
