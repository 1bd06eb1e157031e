internal import HeguiDiagnostics
package import HeguiPack
internal import HeguiSheets

/// How much a cell may hold, by the type of its column; what holds more is not read.
///
/// Nobody writes a name of a thousand characters. A text of which each character is looked at several
/// times, or that is shown wherever its row is named, must not be as long as a file allows.
package enum CellLength {
    /// The most characters of a cell by which a row is named or referred to.
    package static let name = 200
    /// The most activities or other items of a cell: each is held against every other of the person.
    package static let items = 200

    /// Returns the most characters that a cell of such a column may have.
    package static func limit(of type: ColumnType) -> Int {
        switch type {
        // Nothing is looked for in it: no more than a file may hold in a cell.
        case .text: IntakeLimits().cellLength
        case .name, .day, .month, .period, .integer, .number, .boolean, .idNumber: 100
        case .phone, .organisation, .enumeration: name
        case .list, .events, .ticks: 4_000
        }
    }

    /// Returns the most characters that a cell of a dataset's column may have: what a row is named
    /// by stands in every sentence about it.
    static func limit(of column: Column, in dataset: Dataset) -> Int {
        let limit = limit(of: column.type)
        let isName =
            column.reference != nil || dataset.label == column.name
            || dataset.key.contains(column.name)
        return isName ? min(limit, name) : limit
    }

    /// Whether the limit of a column of texts is less than what a file may hold in a cell, so that
    /// each of its cells must be looked at.
    static func isLimited(_ column: Column, in dataset: Dataset) -> Bool {
        [.text, .organisation].contains(column.type)
            && limit(of: column, in: dataset) < limit(of: .text)
    }

    /// Whether a cell holds more than `limit` characters. A number is none: it says itself that it
    /// is too large.
    static func exceeds(_ limit: Int, _ cell: RawCell?) -> Bool {
        guard let cell, cell.kind != .number else { return false }
        return exceeds(limit, text: cell.text)
    }

    /// Whether a text is longer than `limit` characters.
    static func exceeds(_ limit: Int, text: String) -> Bool {
        // A character takes at least a byte.
        text.utf8.count > limit && text.unicodeScalars.count > limit
    }

    /// What is said of a cell that lists more than `items`.
    static let itemReason = Message(
        zh: "列出的超过 \(items) 项，未读取，按不明处理",
        en: "it lists more than \(items) items, is not read and counts as unknown")

    /// What is said of a cell that is longer than that.
    static func reason(_ limit: Int) -> Message {
        Message(
            zh: "超过 \(limit) 个字，未读取，按不明处理",
            en: "it is longer than \(limit) characters, is not read and counts as unknown")
    }
}
