import HeguiDiagnostics
import HeguiLint
import HeguiLoader
import HeguiPack
import HeguiTestSupport
import Testing

@Suite("lint")
struct LintTests {
    /// The code that a case named `R0701-at-least-zero` is about.
    private static func code(of name: String) -> String {
        String(name.prefix { $0 != "-" })
    }

    @Test("there is a case for every code")
    func hasCases() {
        let codes = Set(PackFixture.lintNames.map(Self.code))
        // Thresholds are for the examples of a pack, which `hegui test` runs.
        let all = PackCode.allCases.filter { $0 != .thresholdUntried }.map(\.rawValue)
        #expect(codes.isSuperset(of: all.filter { $0.hasPrefix("R07") }))
    }

    /// A case without expected.txt fails once and gets one, to be read before it is accepted.
    @Test(
        "a pack gets the findings of its code written beside it", arguments: PackFixture.lintNames)
    func rendering(name: String) throws {
        let fixture = PackFixture(name: name, root: PackFixture.lintFolder)
        let sources = try fixture.sources()
        let result = PackLoader.load(sources)
        let pairs = sources.files.map { ($0.source.name, $0.source) }
        let texts = Dictionary(pairs) { first, _ in first }
        let mistakes = DiagnosticRenderer(language: .english, texts: texts)
            .render(result.diagnostics)
        let pack = try #require(result.pack, "\(mistakes)")
        let findings = Linter.lint(pack).filter { $0.code == Self.code(of: name) }
        let text = Language.allCases.reversed().map { language in
            DiagnosticRenderer(language: language, texts: texts).render(findings)
        }.joined(separator: "\n")
        let expected = try Golden.text(fixture.golden, text)
        #expect(text == expected)
        #expect(ProjectFolder.has("docs/codes/\(Self.code(of: name)).md"))
    }

    @Test("what says something is not called empty, and what is apart is not called implied")
    func sound() throws {
        let result = PackLoader.load(try PackFixture.sources(ofFolder: "all-forms"))
        let pack = try #require(result.pack)
        let wrong = ["R0701", "R0702", "R0703", "R0704", "R0706", "R0708", "R0709", "R0710"]
        let found = Linter.lint(pack).filter { wrong.contains($0.code) }
        let messages = found.map(\.message.en)
        #expect(messages == [])
    }
}
