/// Takes a report's text and hands it on in blocks, so that a report is never held as a whole.
///
/// Text gets in as `MaskedText` alone, and what came from a drop becomes that only through a
/// redaction. A block ends where a `write` ended, so that a block of text is whole UTF-8. The first
/// error of the receiver is kept and thrown by `finish`; what comes after it is dropped.
package struct ReportStream {
    /// What hides personal numbers in this report.
    package let redaction: Redaction
    private var block: [UInt8] = []
    private var failure: (any Error)?
    private let receive: ([UInt8]) throws -> Void

    /// The size at which a block is handed on.
    private static let blockSize = 64 * 1024

    package init(redaction: Redaction, to receive: @escaping ([UInt8]) throws -> Void) {
        self.redaction = redaction
        self.receive = receive
    }

    package mutating func write(_ text: MaskedText) {
        block.append(contentsOf: text.string.utf8)
        if block.count >= Self.blockSize { handOn() }
    }

    /// Writes a text that came from a drop, masked.
    package mutating func write(masking text: DataText) {
        write(redaction.masked(text))
    }

    /// Writes a part of a workbook, whose texts were masked before they were packed.
    package mutating func write(packed bytes: some Sequence<UInt8>) {
        block.append(contentsOf: bytes)
        if block.count >= Self.blockSize { handOn() }
    }

    /// Hands on what is left.
    ///
    /// - Throws: the first error that the receiver threw.
    package mutating func finish() throws {
        handOn()
        if let failure { throw failure }
    }

    private mutating func handOn() {
        if failure == nil, !block.isEmpty {
            do { try receive(block) } catch { failure = error }
        }
        block.removeAll(keepingCapacity: true)
    }
}
