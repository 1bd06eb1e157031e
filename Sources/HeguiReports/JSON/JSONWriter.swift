/// Writes JSON piece by piece, keys in the order in which they come.
///
/// Containers down to `openDepth` have a line for each element; what is deeper stands in one line,
/// so that a report can be read and compared line by line. Every text is masked before it is escaped.
struct JSONWriter {
    private var stream: ReportStream
    private var counts: [Int] = []
    private let openDepth: Int

    init(to stream: ReportStream, openDepth: Int) {
        self.stream = stream
        self.openDepth = openDepth
    }

    /// What hides personal numbers in the text.
    var redaction: Redaction { stream.redaction }

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
        container(from: "{", to: "}", body)
    }

    mutating func array<Element>(
        _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
    ) {
        container(from: "[", to: "]") { writer in
            for element in elements {
                writer.separate()
                body(&writer, element)
            }
        }
    }

    /// Writes an array whose elements `body` writes one by one with `element`.
    mutating func list(_ body: (inout JSONWriter) -> Void) {
        container(from: "[", to: "]", body)
    }

    /// Writes the next element of a list.
    mutating func element(_ body: (inout JSONWriter) -> Void) {
        separate()
        body(&self)
    }

    /// Writes a member's key, which needs no escape; its value comes next.
    mutating func key(_ name: MaskedText) {
        separate()
        stream.write("\"")
        stream.write(name)
        stream.write("\": ")
    }

    mutating func string(_ text: DataText) {
        string(redaction.masked(text))
    }

    mutating func string(_ text: MaskedText) {
        // Piece by piece: a long report writes hundreds of millions of them.
        stream.write("\"")
        stream.write(text.inJSON)
        stream.write("\"")
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
        from open: MaskedText, to close: MaskedText, _ body: (inout JSONWriter) -> Void
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
        stream.write("\n" + .spaces(2 * counts.count))
    }
}
