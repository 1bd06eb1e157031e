import HeguiDiagnostics

/// Breaks text into lines of a width, as Chinese and English are broken.
///
/// A line may end after any Chinese character but not before a mark that closes or joins, and not after
/// one that opens. Words, numbers and dates stay whole where a line has room for them.
struct LineBreaks {
    /// In columns of a terminal.
    let width: Int

    private static let neverFirst = Set("，。、；：！？）》”’】…～·%,.;:!?)]}")
    private static let neverLast = Set("（《“‘【([{")

    /// Returns the lines of `text`, none wider than `width` unless a single word is.
    func lines(of text: String) -> [String] {
        guard DisplayWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(of: text) {
            let size = DisplayWidth.of(piece)
            let blanks = piece.reversed().prefix { $0 == " " }.count
            if used > 0, used + size - blanks > width {
                lines.append(Self.trimmed(line))
                line = ""
                used = 0
            }
            line += piece
            used += size
        }
        lines.append(Self.trimmed(line))
        return lines
    }

    /// What must not be broken, one after another; a piece ends with the spaces after it.
    private func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        // The last character, and the last that is no space.
        var (last, word): (Character?, Character?)
        for character in text {
            if let last, mayBreak(after: last, word: word ?? last, before: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            last = character
            if character != " " { word = character }
        }
        pieces.append(piece)
        return pieces
    }

    private func mayBreak(
        after last: Character, word: Character, before next: Character
    ) -> Bool {
        if next == " " || Self.neverFirst.contains(next) || Self.neverLast.contains(last) {
            return false
        }
        // A number stays with what it counts: 14 人, 第 14 行.
        if Self.isDigit(word), next.isLetter, Self.isWide(next) { return false }
        if last == " " { return !(Self.isWide(word) && word.isLetter && Self.isDigit(next)) }
        return last == "/" && !Self.isDigit(next) || Self.isWide(last) || Self.isWide(next)
    }

    /// Chinese numerals are letters like others here.
    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static func isWide(_ character: Character) -> Bool { DisplayWidth.of(character) == 2 }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line = line.dropLast() }
        return String(line)
    }
}
