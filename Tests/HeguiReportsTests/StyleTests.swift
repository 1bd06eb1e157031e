import Foundation
import HeguiTestSupport
import Testing

/// Holds the Chinese of packs and of the program against what docs/style.md says is not said.
@Suite("The style of what people read")
struct StyleTests {
    private struct Ban {
        let pattern: Regex<AnyRegexOutput>
        let text: String
    }

    /// The patterns of the table in docs/style.md.
    private static func bans() throws -> [Ban] {
        let page = try ProjectFolder.text("docs/style.md")
        return try page.matches(of: /(?m)^\| `([^`]+)` \|/).map {
            Ban(pattern: try Regex(String($0.1)), text: String($0.1))
        }
    }

    /// The texts of a pack in Chinese, without what a document says itself and what examples hold.
    private static func packTexts(_ file: String) -> [String] {
        var isExample = false
        return file.split(separator: "\n").compactMap { line in
            if !line.hasPrefix(" ") { isExample = line.hasPrefix("examples:") }
            let isQuote = line.contains("quote:")
            let text = String(line.prefix { $0 != "#" })
            return isExample || isQuote || !text.contains(where: isChinese) ? nil : text
        }
    }

    /// The literals of a source in which there is Chinese.
    private static func literals(_ file: String) -> [String] {
        file.split(separator: "\n").filter { !$0.contains("//") }
            .flatMap { $0.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) } }
            .filter { $0.contains(where: isChinese) }
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static func files(below folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: ProjectFolder.url(folder).path).sorted()
            .filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
    }

    private static func check(_ texts: [String], of file: String) throws {
        for ban in try bans() {
            for text in texts where text.contains(ban.pattern) {
                Issue.record("\(file) says \(ban.text): \(text)")
            }
        }
    }

    @Test("packs say nothing that is not said")
    func packs() throws {
        let files = try Self.files(below: "rules", ending: ".yaml")
        #expect(files.contains { $0.hasSuffix("registered-late.yaml") })
        for file in files where !file.hasSuffix("clauses.yaml") {
            try Self.check(Self.packTexts(ProjectFolder.text(file)), of: file)
        }
    }

    @Test("the program says nothing that is not said")
    func program() throws {
        let files = try Self.files(below: "Sources", ending: ".swift")
        #expect(files.contains { $0.hasSuffix("FileCover.swift") })
        for file in files {
            try Self.check(Self.literals(ProjectFolder.text(file)), of: file)
        }
    }

    @Test("the table is read, and what it bans is found")
    func found() throws {
        let bans = try Self.bans()
        #expect(bans.count > 10)
        for text in ["应于2013-12-31以前报送", "疑点、怎么办、答复栏", "你单位"] {
            #expect(bans.contains { text.contains($0.pattern) }, "\(text)")
        }
        #expect(!bans.contains { "应于2013-12-31（含）前报送".contains($0.pattern) })
    }
}
