import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiTestSupport
import Testing

@Suite("broken packs")
struct BrokenPackTests {
    @Test("a broken pack shows each code of the loader")
    func codes() throws {
        let shown = try PackFixture.names.flatMap { name in
            PackLoader.load(try PackFixture(name: name).sources()).diagnostics.map(\.code)
        }
        // R0215 is for a kind of mistake that CEL may have one day.
        let all = PackCode.allCases.filter { $0 != .expressionUnusable }.map(\.rawValue)
        let missing = Set(all.filter { $0 < "R07" }).subtracting(shown)
        #expect(missing == [])
    }

    @Test("the pack that the broken ones start from is sound")
    func base() throws {
        let result = PackLoader.load(try PackFixture(name: "base").sources())
        let mistakes = result.diagnostics.count
        #expect(mistakes == 0)
        #expect(result.pack?.rules.count == 3)
    }

    /// A case without expected.txt fails once and gets one, to be read before it is accepted.
    @Test("a broken pack gets the diagnostics written beside it", arguments: PackFixture.names)
    func rendering(name: String) throws {
        let fixture = PackFixture(name: name)
        let sources = try fixture.sources()
        let result = PackLoader.load(sources)
        #expect(result.pack == nil)
        let pairs = sources.files.map { ($0.source.name, $0.source) }
        let texts = Dictionary(pairs) { first, _ in first }
        let rendered = Language.allCases.reversed().map { language in
            DiagnosticRenderer(language: language, texts: texts).render(result.diagnostics)
        }
        let text = rendered.joined(separator: "\n")
        let expected = try Golden.text(fixture.golden, text)
        #expect(text == expected)
    }

    @Test("every diagnostic of a pack has a page", arguments: PackFixture.names)
    func pages(name: String) throws {
        for diagnostic in PackLoader.load(try PackFixture(name: name).sources()).diagnostics {
            #expect(ProjectFolder.has("docs/codes/\(diagnostic.code).md"), "\(diagnostic.code)")
        }
    }
}
