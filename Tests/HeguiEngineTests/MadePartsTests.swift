import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import HeguiYAML
import Testing

/// A part that a form forgets to list would be missing from findings, proofs and boundaries.
@Suite("the parts of made requirements")
struct MadePartsTests {
    @Test("whatever the loader compiled under `require` is among the parts", arguments: 0..<48)
    func complete(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let sources = maker.sources()
        let (pack, compiled): (Pack, [Span]) = try PackTexts.load(sources, folder: "made")
        var count = 0
        for rule in pack.rules {
            let path = try #require(sources.keys.first { $0.hasSuffix("/\(rule.id).yaml") })
            let required = try Self.linesOfRequire(try #require(sources[path]))
            let read = compiled.filter { $0.file == path && required.contains($0.start.line) }
            let listed = Set(rule.requirement.expressions.map(\.source.span))
            let forgotten = read.filter { !listed.contains($0) }
            #expect(forgotten.isEmpty, "\(rule.id): \(sources[path] ?? "")")
            count += read.count
        }
        #expect(count > 10, "\(seed)")
    }

    /// The lines, from 1, that stand below `require`.
    private static func linesOfRequire(_ text: String) throws -> Range<Int> {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("require:") })
        let last = lines[(first + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
        return first + 1..<last + 1
    }
}
