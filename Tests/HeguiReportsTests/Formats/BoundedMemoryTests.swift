import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import Testing

@testable import HeguiReports

/// Reports of many outcomes hand on what they have written before they ask for much more.
@Suite("Reports in bounded memory")
struct BoundedMemoryTests {
    /// No format may be further ahead of what it handed on: a block holds some hundred outcomes.
    private static let lead = 2_000

    typealias Write = @Sendable (Review, inout ReportStream) -> Void

    /// Those that write every outcome, and those that write what is found.
    private static let whole: [(name: String, write: Write)] = [
        ("json", { JSONReport($0, provenance: Provenance()).write(to: &$1) }),
        ("jsonl", { JSONLinesReport($0, provenance: Provenance()).write(to: &$1) }),
        ("csv", { CSVReport($0, language: .chinese).writeOutcomes(to: &$1) }),
    ]
    private static let findings: [(name: String, write: Write)] = [
        (
            "sarif",
            {
                SARIFReport($0, provenance: Provenance(), language: .chinese)
                    .write(to: &$1, places: DropPlaces())
            }
        ),
        (
            "junit",
            {
                JUnitReport(
                    CheckSuites(
                        $0, provenance: Provenance(), language: .chinese, failLevel: .verify
                    )
                ).write(to: &$1)
            }
        ),
        (
            "tap",
            {
                TAPReport(
                    CheckSuites(
                        $0, provenance: Provenance(), language: .chinese, failLevel: .verify)
                )
                .write(to: &$1)
            }
        ),
    ]

    /// Returns how many bytes a report has, having checked that it never ran ahead.
    private func stream(_ long: LongReview, lead: Int, _ write: Write) throws -> Int {
        var bytes = 0
        try withoutActuallyEscaping({ (block: [UInt8]) in
            bytes += block.count
            guard let seen = Self.lastNumber(in: block) else { return }
            #expect(long.latestMade - seen <= lead)
        }) { receive in
            var stream = ReportStream(redaction: .full, to: receive)
            write(long.review, &stream)
            try stream.finish()
        }
        return bytes
    }

    /// The number of the last subject that a block names, as `No17No`.
    private static func lastNumber(in block: [UInt8]) -> Int? {
        let parts = String(decoding: block, as: UTF8.self).split(separator: "No")
        return parts.last { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            .flatMap { Int($0) }
    }

    @Test("every outcome is handed on before the next thousands are made", arguments: 0..<3)
    func everyOutcome(format: Int) throws {
        let long = LongReview(count: 20_000, step: 5)
        let bytes = try stream(long, lead: Self.lead, Self.whole[format].write)
        #expect(bytes > 20_000 * 40)
    }

    @Test("300 000 outcomes with 20 000 findings are never held together", arguments: 0..<3)
    func everyFinding(format: Int) throws {
        let long = LongReview(count: 300_000, step: 15)
        let lead = Self.lead * long.step
        let bytes = try stream(long, lead: lead, Self.findings[format].write)
        #expect(bytes > 20_000 * 40)
    }

    @Test("text and the summary list a stated number and say where the rest is")
    func capped() throws {
        let review = LongReview(count: 60_000, step: 4).review
        let text = try reportText {
            TextReport(review, scope: .everything, language: .chinese).write(to: &$0)
        }
        #expect(text.split(separator: "\n").count { $0.contains("A1  晚") } == 10_000)
        #expect(text.contains("违反共 15000 项，这里列出最重的 10000 项"))
        let summary = try reportText {
            MarkdownReport(review, provenance: Provenance(), language: .english).write(to: &$0)
        }
        #expect(summary.split(separator: "\n").count { $0.contains("| late |") } == 200)
        #expect(summary.contains("14800 more are not listed"))
    }
}
