/// Writes iCalendar as RFC 5545 asks: CRLF, lines of at most 75 octets, escaped text.
struct ICalendarWriter {
    private var stream: ReportStream
    private let redaction: Redaction

    /// The octets that a line may have without its break.
    private static let lineLimit = 75

    init(to stream: ReportStream, redaction: Redaction) {
        self.stream = stream
        self.redaction = redaction
    }

    /// Returns the stream that the text went to.
    consuming func finish() -> ReportStream { stream }

    mutating func component(_ name: String, _ body: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        body(&self)
        property("END", name)
    }

    /// Writes a property whose value has no characters to escape.
    mutating func property(_ name: String, _ value: String) {
        write("\(name):\(value)")
    }

    /// Writes a property of type TEXT, personal numbers masked.
    mutating func property(_ name: String, text: String) {
        write("\(name):\(Self.escaped(redaction.mask(text)))")
    }

    /// Writes a content line, folded before the octet that would be one too many; no character is
    /// cut in two.
    private mutating func write(_ line: String) {
        var folded = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > Self.lineLimit {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        stream.write(folded + "\r\n")
    }

    /// Returns `text` with backslash, semicolon, comma and line breaks escaped; control characters,
    /// which the grammar does not allow, are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n" where isAfterReturn: break
            case "\n", "\r":
                escaped.append("\\")
                escaped.append("n")
            case "\t": escaped.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: escaped.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(escaped)
    }
}
