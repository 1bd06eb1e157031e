import CEL
import FoundationEssentials
import Testing

/// Keeps the table of functions true. `CEL_RECORD=1 swift test` writes its results anew.
@Suite("documentation") struct DocumentationTests {
    /// A row: form, types, an expression with its value, and one with its error.
    struct Row: Sendable {
        var form: String
        var types: String
        var good: String
        var bad: String

        init?(_ line: String) {
            let cells = line.split(separator: " | ").map(String.init)
            guard cells.count == 4, line.hasPrefix("| `"), line.hasSuffix(" |"),
                let good = Self.code(cells[2]), let bad = Self.code(cells[3])
            else { return nil }
            (form, types, self.good, self.bad) = (
                String(cells[0].dropFirst(2)), cells[1], good, bad
            )
        }

        /// Returns the code with which a cell begins.
        private static func code(_ cell: String) -> String? {
            guard cell.hasPrefix("`") else { return nil }
            return String(cell.dropFirst().prefix { $0 != "`" }).replacing("\\|", with: "|")
        }

        var line: String {
            "| \(form) | \(types) | `\(Self.escaped(good))` is `\(Self.escaped(value))` "
                + "| `\(Self.escaped(bad))`: \(Self.escaped(error)) |"
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("|", with: "\\|")
        }

        var value: String {
            guard let checked = try? DocumentationTests.environment.compile(good) else {
                return "not compiled"
            }
            return DocumentationTests.environment.plan(checked, variables: []).evaluate([]).quoted
        }

        /// What is wrong with the failing expression.
        var error: String {
            do {
                let checked = try DocumentationTests.environment.compile(bad)
                let program = DocumentationTests.environment.plan(checked, variables: [])
                guard case .error(let error) = program.evaluate([]) else { return "does not fail" }
                return error.message
            } catch {
                return error.issues.first?.message ?? ""
            }
        }
    }

    static var environment: Environment {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        return environment
    }

    private static let path = Fixtures.root.path + "/Sources/CEL/CEL.docc/Functions.md"

    @Test("every row of the table of functions is true")
    func table() throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: Self.path)), as: UTF8.self)
        var lines: [String] = []
        var count = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            guard let row = Row(line) else {
                lines.append(line)
                continue
            }
            count += 1
            #expect(row.error != "does not fail", "\(row.bad)")
            #expect(!["not compiled", "unknown"].contains(row.value), "\(row.good)")
            #expect(!row.value.hasPrefix("error"), "\(row.good)")
            lines.append(row.line)
        }
        #expect(count > 100)
        let made = lines.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["CEL_RECORD"] != nil {
            try Data(made.utf8).write(to: URL(filePath: Self.path))
        }
        #expect(made == text)
    }
}
