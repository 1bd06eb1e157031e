import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiLoader
import HeguiPack
import HeguiReports
import HeguiSheets
import HeguiTables
import HeguiTestSupport
import HeguiYAML
import Testing

@Suite("families of codes")
struct CodeFamilyTests {
    private static func codes(_ family: (some DiagnosticCode).Type) -> [String] {
        family.allCases.map(\.rawValue)
    }

    private static let codes =
        codes(YAMLCode.self) + codes(PackCode.self) + codes(IntakeCode.self)
        + codes(DataCode.self) + codes(EngineCode.self) + codes(SavedCode.self)
        + codes(LimitCode.self) + codes(ConfigurationCode.self)

    @Test("every code has a page, and every page a code")
    func pages() throws {
        let pages = ProjectFolder.names(in: "docs/codes").map { $0.replacing(".md", with: "") }
            .sorted()
        #expect(pages == Self.codes.sorted())
    }

    @Test("a page begins with its code and is short", arguments: codes)
    func page(code: String) throws {
        let page = try ProjectFolder.text("docs/codes/\(code).md")
        #expect(page.hasPrefix("# \(code): "))
        #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count < 31)
    }
}
