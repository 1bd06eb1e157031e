internal import HeguiSheets

/// The texts of a sheet one behind the other, in the form in which words are compared, by whose bytes
/// it is told quickly that a word stands nowhere.
struct JoinedBytes {
    private var bytes: [UInt8] = []
    /// Whether a character may be written in another way that counts as the same.
    private var isOdd = false

    /// Joins the texts of a sheet's cells; those of more than `longest` characters are left out.
    init(_ sheet: Sheet, longest: Int) {
        for row in sheet.rows {
            for cell in row.cells where !CellLength.exceeds(longest, text: cell.text) {
                bytes.append(contentsOf: cell.text.compactLowercased.utf8)
            }
        }
        isOdd = bytes.contains { $0 >= 0xEF }
    }

    /// Whether a word, in the form that is compared, may stand here; where it does, the answer is
    /// never no.
    func mayHold(_ word: String) -> Bool {
        let word = Array(word.utf8)
        // A usual ideograph or a character of ASCII is always written with the same bytes.
        let isPlain = word.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
        guard isPlain, !isOdd, let first = word.first else { return true }
        return bytes.indices.contains { start in
            bytes[start] == first && bytes[start...].starts(with: word)
        }
    }
}
