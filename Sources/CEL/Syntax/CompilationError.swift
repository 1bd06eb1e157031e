/// Why an expression does not compile: all issues, in the order of their places.
public struct CompilationError: Error, Sendable {
    /// The issues, in the order of their places in the text.
    public var issues: [Issue]

    /// Makes an error of issues that are already in the order of their places.
    public init(issues: [Issue]) {
        self.issues = issues
    }

    init(kind: String, message: String, range: Range<Int>, help: String? = nil) {
        issues = [Issue(kind: kind, message: message, range: range, help: help)]
    }
}

/// One mistake in an expression.
public struct Issue: Hashable, Sendable {
    /// A stable name of the kind of mistake, such as `undeclared-field`.
    public var kind: String
    /// One line, lower case, the user's words in backticks.
    public var message: String
    /// UTF-8 offsets in the expression's text.
    public var range: Range<Int>
    /// What to do, such as ``did you mean `amount`?``.
    public var help: String?

    /// Makes an issue at UTF-8 offsets `range`.
    public init(kind: String, message: String, range: Range<Int>, help: String? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
        self.help = help
    }
}

/// Shows a place in a text: its line, with carets below.
enum Excerpt {
    /// Returns the line in which the UTF-8 offsets `range` begin, and a line of carets below it.
    static func lines(of text: String, marking range: Range<Int>) -> String {
        let bytes = Array(text.utf8)
        let start = min(range.lowerBound, bytes.count)
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let end = max(start, min(range.upperBound, lineEnd))
        let width = { (part: Range<Int>) in Self.width(String(decoding: bytes[part], as: UTF8.self))
        }
        let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
        return "  " + plain(line) + "\n  "
            + String(repeating: " ", count: width(lineStart..<start))
            + String(repeating: "^", count: max(1, width(start..<end)))
    }

    /// Replaces control characters, which would shift the carets.
    private static func plain(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// The width of `text` in columns; Chinese characters and the like take two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3,
                0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
                0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                sum + 2
            case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: sum
            default: sum + 1
            }
        }
    }
}

extension Issue {
    /// Returns the issue with its line of `text`, carets below, and the help.
    public func rendered(in text: String) -> String {
        let head = "error[\(kind)]: \(message)\n" + Excerpt.lines(of: text, marking: range)
        return help.map { head + "\n  = help: " + $0 } ?? head
    }
}

extension CompilationError {
    /// Returns all issues with their lines of `text`, separated by empty lines.
    public func rendered(in text: String) -> String {
        issues.map { $0.rendered(in: text) }.joined(separator: "\n\n")
    }
}

extension EvaluationError {
    /// Returns the error with its line of `text` and carets below.
    public func rendered(in text: String) -> String {
        let head = "error: \(message)"
        return range.map { head + "\n" + Excerpt.lines(of: text, marking: $0) } ?? head
    }
}
