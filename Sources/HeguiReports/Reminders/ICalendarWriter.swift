/// Writes iCalendar as RFC 5545 asks: CRLF, lines of at most 75 octets, escaped text.
struct ICalendarWriter {
    private var stream: ReportStream

    /// The octets that a line may have without its break.
    private static let lineLimit = 75

    init(to stream: ReportStream) {
        self.stream = stream
    }

    /// Returns the stream that the text went to.
    consuming func finish() -> ReportStream { stream }

    mutating func component(_ name: MaskedText, _ body: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        body(&self)
        property("END", name)
    }

    /// Writes a property whose value has no characters to escape.
    mutating func property(_ name: MaskedText, _ value: MaskedText) {
        write("\(name):\(value)")
    }

    /// Writes a property of type TEXT, personal numbers masked.
    mutating func property(_ name: MaskedText, text: DataText) {
        write("\(name):\(stream.redaction.masked(text).inCalendar)")
    }

    /// Writes a content line, folded before the octet that would be one too many; no character is
    /// cut in two.
    private mutating func write(_ line: MaskedText) {
        let folded = line.changed { line in
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
            return folded
        }
        stream.write("\(folded)\r\n")
    }
}
