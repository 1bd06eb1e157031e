import Foundation
import Hegui
import Testing

@Suite("The library's page")
struct PublicTypeTests {
    /// The types that docs/library.md lists below a heading of which the text begins so.
    private static func types(below start: String) throws -> [String] {
        let page = try String(
            contentsOf: Material.project.appending(path: "docs/library.md"), encoding: .utf8)
        let sections = page.components(separatedBy: "\n## ").dropFirst()
        return sections.filter { $0.hasPrefix(start) }.flatMap { section in
            section.split(separator: "\n").compactMap { line in
                line.hasPrefix("| `") ? String(line.split(separator: "`")[1]) : nil
            }
        }
    }

    private static func texts(of folder: String) throws -> String {
        let folder = Material.project.appending(path: "Tests/\(folder)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }.sorted()
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
            .joined(separator: "\n")
    }

    @Test("every type that the page lists is used here, or is one of days and is used there")
    func used() throws {
        let own = try Self.types(below: "").filter { try !Self.types(below: "Days").contains($0) }
        let days = try Self.types(below: "Days")
        #expect(own.count > 30 && days.count > 10)
        for (types, folder) in [(own, "HeguiTests"), (days, "HeguiCalendarTests")] {
            let words = Set(
                try Self.texts(of: folder).split { !$0.isLetter && !$0.isNumber }.map(String.init))
            #expect(types.filter { !words.contains($0) } == [], "\(folder)")
        }
    }

    @Test("the version is that of the program")
    func version() {
        #expect(engineVersion.split(separator: ".").count == 3)
    }
}
