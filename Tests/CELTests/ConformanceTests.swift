import FoundationEssentials
import Testing

@testable import cel_conformance

@Suite("conformance") struct ConformanceTests {
    @Test(
        "all cases of the public suite pass",
        .enabled(if: Fixtures.hasSuite, "the suite does not lie beside the package"))
    func suite() {
        let summary = Summary(folder: Fixtures.suite)
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }

    @Test("all of our own cases pass")
    func ownCases() {
        let summary = Summary(folder: Fixtures.cases)
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }

    @Test(
        "cases with names of time zones pass",
        .enabled(if: Fixtures.hasZones, "the machine has no time zones"))
    func zones() {
        let summary = Summary(folder: Fixtures.cases + "/zones")
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }
}

@Suite("cel-conformance") struct ConformanceCommandTests {
    /// Runs the command on a folder with these files, which it calls `DIR` in what it says.
    private static func run(_ files: [String: String]) throws -> Conformance.Run {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "cases-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        var run = Conformance.run([folder.path])
        run.output = run.output.replacing(folder.path, with: "DIR")
        run.complaint = run.complaint.replacing(folder.path, with: "DIR")
        return run
    }

    private static let good = """
        [{"id": "good/1", "expr": "1 + 1", "value": {"int64Value": "2"}},
         {"id": "good/2", "expr": "1 / 0", "evalError": {}}]
        """

    @Test("a folder whose cases pass is counted file by file")
    func passing() throws {
        let run = try Self.run(["b.json": Self.good, "a.json": Self.good, "notes.txt": "no case"])
        #expect(
            run
                == Conformance.Run(
                    status: 0,
                    output: """
                        a.json: 2 of 2 passed
                        b.json: 2 of 2 passed
                        total: 4 of 4 passed
                        """))
    }

    @Test("a case that fails is named with what was expected and what was found")
    func failing() throws {
        let run = try Self.run([
            "a.json": """
            [{"id": "a/value", "expr": "1 + 1", "value": {"int64Value": "3"}},
             {"id": "a/kind", "expr": "1 + 1", "value": {"uint64Value": "2"}},
             {"id": "a/error", "expr": "1 + 1", "evalError": {}},
             {"id": "a/unknown", "expr": "1 + 1", "anyUnknowns": {}},
             {"id": "a/fails", "expr": "1 / 0", "value": {"int64Value": "3"}},
             {"id": "a/check", "expr": "1 + x", "value": {"int64Value": "3"}},
             {"id": "a/type", "expr": "[1]", "checkOnly": true,
              "typedResult": {"deducedType": {"primitive": "INT64"}}}]
            """,
            "b.json": Self.good,
        ])
        #expect(
            run
                == Conformance.Run(
                    status: 1,
                    output: """
                        a.json: 0 of 7 passed
                          FAIL a/value: expected 3, found 2
                          FAIL a/kind: expected 2u, found 2
                          FAIL a/error: expected an error, found 2
                          FAIL a/unknown: expected an unknown, found 2
                          FAIL a/fails: expected 3, found error: division by zero
                          FAIL a/check: undeclared name `x`
                          FAIL a/type: expected type int, found list(int)
                        b.json: 2 of 2 passed
                        total: 2 of 9 passed
                        """))
    }

    @Test("a folder without cases does not pass")
    func empty() throws {
        let none = try Self.run(["notes.txt": Self.good])
        #expect(
            none
                == Conformance.Run(
                    status: 1,
                    output: "DIR: no files with cases (*.json)\ntotal: 0 of 0 passed"))
        let empty = try Self.run(["a.json": "[]"])
        #expect(
            empty
                == Conformance.Run(
                    status: 1, output: "a.json: 0 of 0 passed\ntotal: 0 of 0 passed"))
    }

    @Test("a folder that is not there is named")
    func missing() {
        let run = Conformance.run(["no/such/folder"])
        #expect(run.status == 2)
        #expect(run.complaint == "cel-conformance: no/such/folder: not a folder that can be read")
    }

    @Test("what is not JSON is named, and the other files are run")
    func malformed() throws {
        let run = try Self.run(["a.json": "[{\n  \"id\": \"a/1\",,\n}]", "b.json": Self.good])
        #expect(run.status == 2)
        #expect(
            run.complaint
                == "cel-conformance: DIR/a.json: not a list of cases: "
                + "The given data was not valid JSON.")
        #expect(run.output == "b.json: 2 of 2 passed\ntotal: 2 of 2 passed")
    }

    @Test("JSON that is no list of cases is named")
    func noList() throws {
        let run = try Self.run(["a.json": "{\"id\": \"a/1\", \"expr\": \"1\"}"])
        #expect(run.status == 2)
        #expect(run.complaint.hasPrefix("cel-conformance: DIR/a.json: not a list of cases: "))
    }

    @Test("an entry that is no case fails by itself")
    func entry() throws {
        let run = try Self.run([
            "a.json": """
            [{"id": "a/1", "value": {"int64Value": "3"}}, 7,
             {"id": "a/2", "expr": "true", "bindings": {"x": {"value": {"boolValue": 3}}}},
             {"id": "a/3", "expr": "true"}]
            """
        ])
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "a.json: 1 of 4 passed")
        #expect(lines.contains("  FAIL a/1: not a case: there is no `expr` (at 0)"))
        #expect(lines.contains { $0.hasPrefix("  FAIL (no id): not a case: ") })
        #expect(lines.contains { $0.hasPrefix("  FAIL a/2: not a case: ") })
    }

    @Test("anything but one folder shows the usage", arguments: [[], ["a", "b"], ["--all"]])
    func usage(_ arguments: [String]) {
        let run = Conformance.run(arguments)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaint.hasPrefix("usage: cel-conformance DIR"))
    }

    @Test("the usage can be asked for") func help() {
        #expect(Conformance.run(["--help"]).status == 0)
    }
}
