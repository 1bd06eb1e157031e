/// Writes JSON piece by piece, keys in the order in which they come.
///
/// Containers down to `openDepth` have a line for each element; what is deeper stands in one line,
/// so that a report can be read and compared line by line.
struct JSONWriter {
    private var stream: ReportStream
    private var counts: [Int] = []
    private let openDepth: Int
    private let redaction: Redaction

    init(to stream: ReportStream, openDepth: Int, redaction: Redaction) {
        self.stream = stream
        self.redaction = redaction
        self.openDepth = openDepth
    }

    /// Ends the text and returns the stream that it went to.
    consuming func finish() -> ReportStream {
        stream.write("\n")
        return stream
    }

    /// Ends the line after a value that stands for itself.
    mutating func endLine() {
        stream.write("\n")
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        container("{", "}", body)
    }

    mutating func array<Element>(
        _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
    ) {
        container("[", "]") { writer in
            for element in elements {
                writer.separate()
                body(&writer, element)
            }
        }
    }

    /// Writes an array whose elements `body` writes one by one with `element`.
    mutating func list(_ body: (inout JSONWriter) -> Void) {
        container("[", "]", body)
    }

    /// Writes the next element of a list.
    mutating func element(_ body: (inout JSONWriter) -> Void) {
        separate()
        body(&self)
    }

    /// Writes a member's key; its value comes next.
    mutating func key(_ name: String) {
        separate()
        stream.write("\"\(name)\": ")
    }

    /// Writes `text`, masked where it holds a personal number.
    mutating func string(_ text: String) {
        verbatim(redaction.mask(text))
    }

    /// Writes `text` as it is: names that other programs look things up by.
    mutating func verbatim(_ text: String) {
        stream.write("\"" + Self.escaped(text) + "\"")
    }

    mutating func integer(_ number: some BinaryInteger) {
        stream.write("\(number)")
    }

    mutating func boolean(_ isTrue: Bool) {
        stream.write(isTrue ? "true" : "false")
    }

    mutating func null() {
        stream.write("null")
    }

    private mutating func container(
        _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
    ) {
        stream.write(open)
        counts.append(0)
        body(&self)
        let isEmpty = counts.removeLast() == 0
        if counts.count < openDepth, !isEmpty { breakLine() }
        stream.write(close)
    }

    private mutating func separate() {
        guard let count = counts.last else { return }
        let isOpen = counts.count <= openDepth
        if count > 0 { stream.write(isOpen ? "," : ", ") }
        if isOpen { breakLine() }
        counts[counts.count - 1] = count + 1
    }

    private mutating func breakLine() {
        stream.write("\n" + String(repeating: "  ", count: counts.count))
    }

    private static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
