import HeguiReports

/// One file of a report, not yet written.
public struct ReportFile: Sendable {
    /// The name that the file goes by in a folder, such as `outcomes.csv`.
    public let name: String
    private let redaction: Redaction
    private let body: @Sendable (inout ReportStream) throws -> Void

    /// - Parameters:
    ///   - name: the name that the file goes by in a folder.
    ///   - redaction: what hides personal numbers in the file.
    ///   - body: writes the file.
    init(
        name: String, redaction: Redaction,
        _ body: @escaping @Sendable (inout ReportStream) throws -> Void
    ) {
        self.name = name
        self.redaction = redaction
        self.body = body
    }

    /// Writes the file in blocks; a block of text never ends inside a character.
    ///
    /// - Parameter receive: takes the blocks in order.
    /// - Throws: the first error of `receive`, after which it gets nothing more, or what keeps the
    ///   format from being written.
    public func write(to receive: ([UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(receive) { receive in
            var stream = ReportStream(redaction: redaction, to: receive)
            try body(&stream)
            try stream.finish()
        }
    }
}
