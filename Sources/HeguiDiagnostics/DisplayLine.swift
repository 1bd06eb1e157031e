/// A line of a file as it is printed, with the column of each of its bytes.
///
/// Tabs are spread to multiples of four columns. Of a very long line, only the part around one
/// place is kept.
struct DisplayLine {
    private(set) var text = ""
    /// Offset in the file and column of each character that is printed, ascending.
    private var places: [(offset: Int, column: Int)] = []
    private var width = 0

    private static let tabWidth = 4
    /// A line is cut to this many columns …
    private static let longest = 150
    /// … of which so many stand before the place of interest.
    private static let lead = 50

    /// Prints the bytes `range` of `source`, with the byte at `focus` in any case.
    init(_ source: SourceText, range: Range<Int>, focus: Int) {
        let near = Self.nearby(source.bytes, range: range, focus: focus)
        let characters = Self.characters(source.bytes[near])
        var before = 0
        var whole = 0
        var offset = near.lowerBound
        for character in characters {
            let columns = Self.columns(of: character.text, at: whole)
            if offset < focus { before += columns }
            whole += columns
            offset += character.length
        }
        let skipped = whole > Self.longest ? max(0, before - Self.lead) : 0
        append(characters, from: near.lowerBound, skipping: skipped)
        if near.upperBound < range.upperBound && !text.hasSuffix("…") { text += "…" }
        places.append((near.upperBound, width))
    }

    /// Returns the column (0-based) at which the byte at `offset` is printed.
    func column(of offset: Int) -> Int {
        var low = 0
        var high = places.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle].offset <= offset { low = middle } else { high = middle }
        }
        return places.isEmpty ? 0 : places[low].column
    }

    private mutating func append(
        _ characters: [(text: String, length: Int)], from start: Int, skipping skipped: Int
    ) {
        var offset = start
        var column = 0
        if skipped > 0 {
            text = "…"
            width = 1
        }
        for character in characters {
            let columns = Self.columns(of: character.text, at: column)
            if column >= skipped && width + columns > Self.longest {
                text += "…"
                return
            }
            if column >= skipped {
                places.append((offset, width))
                let isTab = character.text == "\t"
                text += isTab ? String(repeating: " ", count: columns) : character.text
                width += columns
            }
            column += columns
            offset += character.length
        }
    }

    private static func columns(of character: String, at column: Int) -> Int {
        character == "\t" ? tabWidth - column % tabWidth : DisplayWidth.of(character)
    }

    /// Cuts a line of many kilobytes before any of it is looked at closely.
    private static func nearby(_ bytes: [UInt8], range: Range<Int>, focus: Int) -> Range<Int> {
        let reach = 8 * longest
        guard range.count > 2 * reach else { return range }
        var low = max(range.lowerBound, min(focus, range.upperBound) - reach)
        var high = min(range.upperBound, low + 2 * reach)
        while low < high && bytes[low] & 0xC0 == 0x80 { low += 1 }
        while high > low && high < range.upperBound && bytes[high] & 0xC0 == 0x80 { high -= 1 }
        return low..<high
    }

    /// Splits into characters with the number of bytes each takes in the file.
    private static func characters(_ bytes: ArraySlice<UInt8>) -> [(text: String, length: Int)] {
        if let valid = String(validating: bytes, as: UTF8.self) {
            return valid.map { (visible(String($0)), $0.utf8.count) }
        }
        var result: [(text: String, length: Int)] = []
        var rest = bytes
        while !rest.isEmpty {
            let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            let text = String(decoding: rest.prefix(length ?? 1), as: UTF8.self)
            result.append((visible(text), length ?? 1))
            rest = rest.dropFirst(length ?? 1)
        }
        return result
    }

    private static func visible(_ character: String) -> String {
        character == "\t" ? character : VisibleText.of(character)
    }
}
