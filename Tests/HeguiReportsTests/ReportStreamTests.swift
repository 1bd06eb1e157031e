import Testing

@testable import HeguiReports

@Suite("Handing a report on")
struct ReportStreamTests {
    private struct Full: Error {}

    @Test("blocks are whole text and nothing is lost")
    func blocks() throws {
        var blocks: [[UInt8]] = []
        let line = ("合规" as MaskedText).repeated(1000)
        try withoutActuallyEscaping({ blocks.append($0) }) { receive in
            var stream = ReportStream(redaction: .full, to: receive)
            for _ in 0..<100 { stream.write(line) }
            try stream.finish()
        }
        #expect(blocks.count > 5)
        #expect(blocks.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        let whole = String(decoding: blocks.joined(), as: UTF8.self)
        #expect(whole == String(repeating: line.string, count: 100))
    }

    @Test("the receiver's error comes out at the end")
    func failure() {
        var stream = ReportStream(redaction: .full, to: { _ in throw Full() })
        stream.write("a")
        #expect(throws: Full.self) { try stream.finish() }
    }
}
