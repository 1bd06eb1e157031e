internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// The text of some rows of a sheet, line by line, each line with its cell.
struct SheetText {
    struct Line {
        /// Without blanks, in half-width forms.
        let text: String
        let address: CellAddress
        /// With its blanks.
        let raw: String

        /// The part of the line that these characters of its text are.
        func part(_ range: Range<String.Index>) -> Line {
            let before = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
            let count = text.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound)
            var seen = 0
            let kept = raw.unicodeScalars.filter { scalar in
                let isKept = seen >= before && (seen < before + count)
                if !scalar.isBlank { seen += 1 }
                return isKept
            }
            return Line(
                text: String(text[range]), address: address,
                raw: String(String.UnicodeScalarView(kept)))
        }
    }

    let lines: [Line]

    /// The text of the rows; cells of more than `longest` characters are left out.
    init(_ sheet: Sheet, rows: Range<Int>, longest: Int = .max) {
        var lines: [Line] = []
        for row in sheet.rows[rows] {
            for cell in row.cells where !CellLength.exceeds(longest, text: cell.text) {
                let address = sheet.address(row: row.number, column: cell.column)
                // By bytes, which takes a tenth of the time; no character holds a line break.
                for line in cell.text.foldedWidth.utf8.split(separator: 0x0A) {
                    let raw = String(Substring(line))
                    lines.append(Line(text: raw.compact, address: address, raw: raw))
                }
            }
        }
        self.lines = lines
    }

    var joined: String { lines.map(\.text).joined() }

    /// Returns what stands where `{}` is in the pattern, and its cell; nil where the text around it
    /// is not there. Of several places the one with the shortest text counts.
    func capture(_ pattern: String, digitsOnly: Bool) -> (text: String, address: CellAddress)? {
        let parts = pattern.compact.split(
            separator: "{}", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.count == 2 else { return nil }
        let whole = joined
        var best: Range<String.Index>?
        if parts[0].isEmpty {
            guard let suffix = whole.firstRange(of: parts[1]) else { return nil }
            let line = lineEnding(at: suffix.lowerBound, in: whole)
            let tail = whole[line..<suffix.lowerBound].reversed().prefix {
                digitsOnly ? $0.isNumber || YearText.isPart($0) : $0 != ":"
            }
            best = whole.index(suffix.lowerBound, offsetBy: -tail.count)..<suffix.lowerBound
        } else {
            for prefix in whole.ranges(of: parts[0]) {
                let rest = whole[prefix.upperBound...]
                let end =
                    parts[1].isEmpty ? rest.endIndex : rest.firstRange(of: parts[1])?.lowerBound
                guard let end else { continue }
                let length = whole.distance(from: prefix.upperBound, to: end)
                guard length <= 40 else { continue }
                if best.map({ whole.distance(from: $0.lowerBound, to: $0.upperBound) > length })
                    ?? true
                {
                    best = prefix.upperBound..<end
                }
            }
        }
        guard let best else { return nil }
        return (String(whole[best]).trimmingBlankFill, address(of: best.lowerBound, in: whole))
    }

    /// Where the line begins of which some text stands before a place: 附件2 above 2013年 is no part
    /// of the year.
    private func lineEnding(at index: String.Index, in whole: String) -> String.Index {
        let count = whole.utf8.distance(from: whole.startIndex, to: index)
        var start = 0
        for line in lines {
            let end = start + line.text.utf8.count
            if end >= count, start < count { break }
            start = end
        }
        return whole.utf8.index(whole.startIndex, offsetBy: min(start, count))
    }

    private func address(of index: String.Index, in whole: String) -> CellAddress {
        var left = whole.utf8.distance(from: whole.startIndex, to: index)
        for line in lines {
            if left < line.text.utf8.count { return line.address }
            left -= line.text.utf8.count
        }
        return lines.last?.address ?? CellAddress(file: "", row: 1)
    }

    /// Returns the cell of the first line that holds `words`, else the first cell.
    func address(containing words: String) -> CellAddress {
        let line = lines.first { $0.text.contains(words) } ?? lines.first
        return line?.address ?? CellAddress(file: "", row: 1)
    }

    /// Returns the lines between the first text and, after it, the second; empty where the first is
    /// not there.
    func between(_ from: String, _ to: String?) -> [Line] {
        let start = from.compact
        let end = to?.compact
        guard let first = lines.firstIndex(where: { $0.text.contains(start) }) else { return [] }
        var found: [Line] = []
        for index in first..<lines.count {
            let text = lines[index].text
            var range = text.startIndex..<text.endIndex
            if index == first, let start = text.firstRange(of: start) {
                range = start.upperBound..<text.endIndex
            }
            let stop = end.flatMap { text[range].firstRange(of: $0) }
            if let stop { range = range.lowerBound..<stop.lowerBound }
            if !range.isEmpty { found.append(lines[index].part(range)) }
            if stop != nil { break }
        }
        return found
    }
}

extension String {
    /// The text without the underscores and blanks of a form that is to be filled in.
    var trimmingBlankFill: String {
        var view = self[...]
        while let first = view.first, first == "_" || first == " " { view.removeFirst() }
        while let last = view.last, last == "_" || last == " " { view.removeLast() }
        return String(view)
    }
}
