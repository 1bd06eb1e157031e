internal import HeguiSheets

/// The events of a cell whose days stand in the cell beside it.
struct DatedCell {
    let days: RawCell?
    let texts: RawCell?

    /// Returns both as one cell, each day before its text.
    var joined: RawCell? {
        guard let days, case .written(let dates) = CellWriting(days) else { return texts }
        guard var cell = texts, case .written(let text) = CellWriting(texts) else { return days }
        let dateItems = Self.items(dates)
        let textItems = Self.items(text)
        if dateItems.count == textItems.count {
            cell.text = zip(dateItems, textItems).map { "\($0) \($1)" }.joined(separator: "\n")
        } else if dateItems.count == 1 {
            // One day for all that was done on it.
            cell.text = "\(dates) \(text.replacing("\n", with: "，"))"
        } else {
            cell.text = dates + "\n" + text
        }
        cell.kind = .text
        return cell
    }

    private static func items(_ text: String) -> [String] {
        text.split { "\n;；、".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
