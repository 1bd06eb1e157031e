/// Takes a report's text and hands it on in blocks, so that a report is never held as a whole.
///
/// A block ends where a `write` ended, so that of a text is whole UTF-8. The first error of the receiver
/// is kept and thrown by `finish`; what comes after it is dropped.
package struct ReportStream {
    private var block: [UInt8] = []
    private var failure: (any Error)?
    private let receive: ([UInt8]) throws -> Void
    /// What hides personal numbers in text that is written; nil where the writer does so itself.
    var redaction: Redaction?

    /// The size at which a block is handed on.
    private static let blockSize = 64 * 1024

    package init(to receive: @escaping ([UInt8]) throws -> Void) {
        self.receive = receive
    }

    package mutating func write(_ text: String) {
        block.append(contentsOf: (redaction?.mask(text) ?? text).utf8)
        if block.count >= Self.blockSize { handOn() }
    }

    /// Writes what is no text.
    package mutating func write(_ bytes: some Sequence<UInt8>) {
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
