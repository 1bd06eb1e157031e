/// What the scanner does with each field, laid out so that the lookup for a field is cheap.
///
/// Sendable because it belongs to one scanner, and one thread at a time uses a scanner.
@safe
final class FieldTable: @unchecked Sendable {
    /// What is done with a field.
    enum Task: UInt8 {
        case unread, text, name, day, month, integer, phone, word, other
        case key, wordKey, reference, wordReference
    }

    struct Field {
        let task: Task
        let isRequired: Bool
        let identifies: Bool
        /// Whether no heading or footer has such a cell, once it is read.
        let isEvident: Bool
        /// Whether no cell that is read is a word that makes its row no row of data.
        let isNoWord: Bool
        /// Where its cells go, or -1.
        let place: Int32
        /// Which of the matchers or indexes it uses.
        let helper: Int32
    }

    let fields: UnsafeMutablePointer<Field>
    let count: Int
    let columnCount: Int
    let matchers: UnsafeMutablePointer<KeyMatcher>
    let indexes: [KeyIndex]
    /// By place.
    let words: UnsafeMutablePointer<WordDictionary.Words?>
    let days = DayTable.shared
    let plain = PlainText.shared
    let starts = RowStart.shared
    /// By place: the cells of the current segment.
    let bases: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>
    let scratches: [CellScratch]
    private var capacity = 0
    /// By field: whether any cell of the current batch is empty.
    let hasEmpty: UnsafeMutablePointer<Bool>
    /// Keeps the dictionaries alive.
    private let dictionaries: [WordDictionary?]

    init(_ readers: [FieldReader], dictionaries: [WordDictionary?], columnCount: Int) {
        count = readers.count
        self.columnCount = columnCount
        self.dictionaries = dictionaries
        unsafe fields = .allocate(capacity: max(count, 1))
        unsafe matchers = .allocate(capacity: max(count, 1))
        unsafe words = .allocate(capacity: max(columnCount, 1))
        unsafe bases = .allocate(capacity: max(columnCount, 1))
        unsafe hasEmpty = .allocate(capacity: max(count, 1))
        scratches = (0..<columnCount).map { _ in CellScratch() }
        for place in 0..<columnCount {
            unsafe (words + place).initialize(to: dictionaries[place]?.words)
            unsafe (bases + place).initialize(to: scratches[place].base)
        }
        indexes = readers.compactMap { reader in
            guard case .reference(let index) = reader.kind, index.pattern == nil else { return nil }
            return index
        }
        var nextIndex: Int32 = 0
        for (number, reader) in readers.enumerated() {
            let (task, matcher) = Self.task(reader.kind)
            if let matcher { unsafe (matchers + number).initialize(to: matcher) }
            let isIndexed = task == .wordReference
            let field = Field(
                task: task, isRequired: reader.isRequired, identifies: reader.identifies,
                isEvident: Self.isEvident(task), isNoWord: Self.isNoWord(reader.kind),
                place: Int32(reader.place ?? -1), helper: isIndexed ? nextIndex : Int32(number))
            unsafe (fields + number).initialize(to: field)
            if isIndexed { nextIndex += 1 }
        }
    }

    private static func isEvident(_ task: Task) -> Bool {
        switch task {
        case .day, .key, .wordKey, .reference, .wordReference: true
        case .unread, .text, .name, .month, .integer, .phone, .word, .other: false
        }
    }

    private static func isNoWord(_ kind: FieldReader.Kind) -> Bool {
        switch kind {
        case .day, .month, .integer, .phone: true
        case .key(let pattern): pattern?.isNoWord ?? false
        case .reference(let index): index.pattern?.isNoWord ?? false
        case .unread, .text, .name, .word, .other: false
        }
    }

    /// Makes room for `wanted` rows in all columns and keeps the first `kept`.
    func reserve(_ wanted: Int, keeping kept: Int) {
        guard wanted > capacity else { return }
        capacity = max(wanted, capacity * 2)
        for (place, scratch) in scratches.enumerated() {
            scratch.reserve(capacity, keeping: kept)
            unsafe bases[place] = scratch.base
        }
    }

    private static func task(_ kind: FieldReader.Kind) -> (Task, KeyMatcher?) {
        switch kind {
        case .unread: (.unread, nil)
        case .text: (.text, nil)
        case .name: (.name, nil)
        case .day: (.day, nil)
        case .month: (.month, nil)
        case .integer: (.integer, nil)
        case .phone: (.phone, nil)
        case .word: (.word, nil)
        case .other: (.other, nil)
        case .key(let pattern?): (.key, KeyMatcher(pattern))
        case .key(nil): (.wordKey, nil)
        case .reference(let index):
            index.pattern.map { (.reference, KeyMatcher($0)) } ?? (.wordReference, nil)
        }
    }

    deinit {
        unsafe fields.deallocate()
        unsafe matchers.deallocate()
        unsafe words.deallocate()
        unsafe bases.deallocate()
        unsafe hasEmpty.deallocate()
    }
}

/// The cells of one column of a part of a file while it is read, for one part after another.
@safe
final class CellScratch {
    private(set) var base: UnsafeMutablePointer<Int32>
    private var capacity = 1_024

    init() {
        unsafe base = .allocate(capacity: capacity)
    }

    deinit { unsafe base.deallocate() }

    /// Makes room for `wanted` cells and keeps the first `kept`.
    func reserve(_ wanted: Int, keeping kept: Int) {
        guard wanted > capacity else { return }
        let size = max(wanted, capacity * 2)
        let other = UnsafeMutablePointer<Int32>.allocate(capacity: size)
        unsafe other.update(from: base, count: kept)
        unsafe base.deallocate()
        unsafe base = other
        capacity = size
    }
}
