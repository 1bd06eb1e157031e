package import HeguiPack

/// Hides the middle of mobile and identity numbers wherever they stand in a text.
///
/// Reports apply it to everything that comes from data: a message may quote a cell.
package struct Redaction: Sendable {
    /// Kinds of numbers that stay, since a column of them was asked for unmasked.
    private let kept: Set<Column.Personal>

    /// The redaction of a report: of all numbers but those that the user asked for.
    ///
    /// What other columns hold of such a kind is masked where it is put into words.
    package init(_ pack: Pack) {
        let kinds = pack.revealed.map { name in
            pack.dataset(name.dataset)?.columns.first { $0.name == name.column }?.personal
        }
        kept = Set(kinds.compactMap(\.self))
    }

    private init() {
        kept = []
    }

    /// The redaction of all numbers.
    package static let full = Redaction()

    /// Returns `text` with `13812345678` as `138****5678` and identity numbers likewise.
    ///
    /// A number counts only where no Latin letter or further digit touches it, so that register
    /// numbers such as `M13812345678` stay.
    package func mask(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let runs = Self.digitRuns(in: bytes)
        guard runs.contains(where: { $0.count >= 3 }) else { return text }
        var isMasked = false
        for (index, run) in runs.enumerated() {
            for hidden in hiddenParts(of: run, at: index, in: runs, bytes) {
                for offset in hidden { bytes[offset] = Self.asterisk }
                isMasked = true
            }
        }
        return isMasked ? String(decoding: bytes, as: UTF8.self) : text
    }

    private static let asterisk = UInt8(ascii: "*")

    /// Returns the byte ranges of digits that no Latin letter touches.
    ///
    /// The `X` that may end an identity number belongs to its run.
    private static func digitRuns(in bytes: [UInt8]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            let endsInX = index - start == 17 && index < bytes.count && bytes[index] | 0x20 == 0x78
            if endsInX { index += 1 }
            let isTouched =
                start > 0 && isLetter(bytes[start - 1])
                || index < bytes.count && isLetter(bytes[index])
            if !isTouched { runs.append(start..<index) }
        }
        return runs
    }

    private func hiddenParts(
        of run: Range<Int>, at index: Int, in runs: [Range<Int>], _ bytes: [UInt8]
    ) -> [Range<Int>] {
        let kind: Column.Personal = run.count == 15 || run.count == 18 ? .id : .phone
        return kept.contains(kind) ? [] : Self.parts(of: run, at: index, in: runs, bytes)
    }

    private static func parts(
        of run: Range<Int>, at index: Int, in runs: [Range<Int>], _ bytes: [UInt8]
    ) -> [Range<Int>] {
        let start = run.lowerBound
        switch run.count {
        case 11 where isMobile(bytes[start...]): return [start + 3..<start + 7]
        case 13 where bytes[start] == 0x38 && bytes[start + 1] == 0x36:
            return isMobile(bytes[(start + 2)...]) ? [start + 5..<start + 9] : []
        case 15: return [start + 3..<start + 11]
        case 18: return [start + 3..<start + 14]
        case 3 where isMobile(bytes[start...]) && index + 2 < runs.count:
            // Written in groups: 138-1234-5678.
            let (middle, last) = (runs[index + 1], runs[index + 2])
            let isGrouped =
                middle.count == 4 && last.count == 4
                && isSeparator(bytes[run.upperBound..<middle.lowerBound])
                && isSeparator(bytes[middle.upperBound..<last.lowerBound])
            return isGrouped ? [middle] : []
        default: return []
        }
    }

    private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
        let start = digits.startIndex
        return digits[start] == 0x31 && (0x33...0x39).contains(digits[start + 1])
    }

    private static func isSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 1 && (bytes.first == 0x20 || bytes.first == 0x2D)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
