import HeguiDiagnostics
import HeguiTestSupport
import HeguiYAML
import Testing

@Suite("pages about codes")
struct CodePageTests {
    static let codes = YAMLCode.allCases.map(\.rawValue)

    private func renderings() throws -> String {
        let goldens = ProjectFolder.names(in: "fixtures/yaml").filter { $0.hasSuffix(".txt") }
        return try goldens.map { try ProjectFolder.text("fixtures/yaml/\($0)") }.joined()
            + tooLarge()
    }

    /// The one diagnostic that no small fixture can show.
    private func tooLarge() -> String {
        let bytes = [UInt8](repeating: 0x20, count: 9 << 20)
        let source = SourceText(name: "members.yaml", bytes: bytes)
        let found = YAML.parse(source).diagnostics
        return Language.allCases.map { DiagnosticRenderer(language: $0).render(found) }.joined()
    }

    @Test("each code has a short page whose example and Chinese message are real")
    func pages() throws {
        let real = try renderings()
        for code in Self.codes {
            let page = try ProjectFolder.text("docs/codes/\(code).md")
            #expect(page.hasPrefix("# \(code): "))
            #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 30)
            let parts = page.split(separator: "```")
            try #require(parts.count == 3, "\(code)")
            #expect(real.contains(parts[1].dropFirst("text\n".count)), "\(code)")
            let chinese = page.split(separator: "\n").first { $0.hasPrefix("中文消息：") }
            let message = try #require(chinese, "\(code)").dropFirst("中文消息：".count)
            #expect(real.contains("错误[\(code)]：\(message)"), "\(code)")
        }
    }

    @Test("every code that a file can get has a page")
    func allCodes() throws {
        let real = try renderings()
        for match in real.matches(of: /(?:error|warning|note)\[(Y[0-9]{4})\]/) {
            #expect(Self.codes.contains(String(match.output.1)))
        }
    }
}
