import HeguiDiagnostics
import HeguiDigests

/// A text with something in it that came from a drop, or may have: a name, a cell, a file's name.
///
/// Reports put all their sentences together as `DataText`. Only a `Redaction` can read one, and what
/// it gives back is masked, so a format cannot print a personal number by forgetting about it.
package struct DataText: Hashable, Sendable {
    fileprivate var raw: String

    package init(_ raw: String) {
        self.raw = raw
    }

    package var isEmpty: Bool { raw.isEmpty }

    /// The text with a space for every line break.
    var oneLine: DataText { DataText(raw.oneLine) }

    /// The text with two apostrophes for every one, as names of sheets stand in references.
    var doublingQuotes: DataText { DataText(raw.replacing("'", with: "''")) }

    package static func + (left: DataText, right: DataText) -> DataText {
        DataText(left.raw + right.raw)
    }

    package static func += (left: inout DataText, right: DataText) {
        left.raw += right.raw
    }
}

extension DataText: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: String) {
        raw = literal
    }

    package init(stringInterpolation: StringInterpolation) {
        raw = stringInterpolation.raw
    }

    /// Takes texts and anything that describes itself, all of which is masked in the end.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var raw = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            raw.reserveCapacity(literalCapacity + 8 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            raw += literal
        }

        package mutating func appendInterpolation(_ text: DataText) {
            raw += text.raw
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            raw += value.description
        }
    }
}

/// What a debugger, a log or a careless interpolation shows of it: no number whole.
extension DataText: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Redaction.full.masked(self).string }

    package var debugDescription: String { description }
}

extension Sequence<DataText> {
    /// Returns the texts one after another, with `separator` between them.
    func joined(separator: DataText = "") -> DataText {
        DataText(map(\.raw).joined(separator: separator.raw))
    }
}

/// A text that may be written: words of the program, or data that a redaction has masked.
///
/// It is made of literals, numbers and what `Redaction.masked` gives: nothing makes one of a string
/// that is only known at run time.
package struct MaskedText: Hashable, Sendable {
    package private(set) var string: String

    fileprivate init(_ string: String) {
        self.string = string
    }

    /// A digest as web pages state it.
    init(base64 digest: Digest) {
        string = digest.base64
    }

    /// A word of the program, such as `violated`.
    init<Word: RawRepresentable & CaseIterable>(word: Word) where Word.RawValue == String {
        string = word.rawValue
    }

    package var isEmpty: Bool { string.isEmpty }

    package static func + (left: MaskedText, right: MaskedText) -> MaskedText {
        MaskedText(left.string + right.string)
    }

    package static func += (left: inout MaskedText, right: MaskedText) {
        left.string += right.string
    }

    /// Returns the text made by `change` of what may be written, such as a line cut to its width.
    func changed(_ change: (String) -> String) -> MaskedText {
        MaskedText(change(string))
    }

    /// How many columns the text takes on a terminal.
    var width: Int { DisplayWidth.of(string) }

    /// Returns the text filled up with spaces to `width` columns.
    func padded(to width: Int, alignment: DisplayWidth.Alignment = .left) -> MaskedText {
        MaskedText(DisplayWidth.pad(string, to: width, alignment: alignment))
    }

    /// Returns as many spaces.
    static func spaces(_ count: Int) -> MaskedText {
        MaskedText(String(repeating: " ", count: count))
    }

    /// Returns the text `count` times.
    func repeated(_ count: Int) -> MaskedText {
        MaskedText(String(repeating: string, count: count))
    }

    /// Returns the text in lines of at most `width` columns.
    func wrapped(to width: Int) -> [MaskedText] {
        LineBreaks(width: width).lines(of: string).map { MaskedText($0) }
    }

    /// Returns the lines of the text without empty ones.
    var lines: [MaskedText] {
        string.split(separator: "\n").map { MaskedText(String($0)) }
    }
}

extension MaskedText: ExpressibleByStringInterpolation {
    // Literals are static strings, so that no other string can pass for one.
    package init(stringLiteral literal: StaticString) {
        string = literal.description
    }

    package init(stringInterpolation: StringInterpolation) {
        string = stringInterpolation.string
    }

    /// Takes what may be written, and numbers.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var string = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            string.reserveCapacity(literalCapacity + 8 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            string += literal.description
        }

        package mutating func appendInterpolation(_ text: MaskedText) {
            string += text.string
        }

        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            string += String(number)
        }
    }
}

extension Sequence<MaskedText> {
    /// Returns the texts one after another, with `separator` between them.
    func joined(separator: MaskedText = "") -> MaskedText {
        MaskedText(map(\.string).joined(separator: separator.string))
    }
}

extension Redaction {
    /// Returns `text` without the middle of any personal number, ready to be written.
    package func masked(_ text: DataText) -> MaskedText {
        MaskedText(mask(text.raw))
    }
}

extension String {
    /// The text with a space for every line break.
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
