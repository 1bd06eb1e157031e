import Foundation
import HeguiTestSupport
import Testing

private let python = URL(filePath: "/usr/bin/python3")
private let hasPython = FileManager.default.isExecutableFile(atPath: python.path)

@Suite("the annual review of the benchmark")
struct AnnualReviewTests {
    private static let fixtures = ProjectFolder.url("fixtures/annual-review")
    private static let benchmark = ProjectFolder.url("Benchmarks/review")
    private static let pack = benchmark.appending(path: "annual-review").path
    private static let files = ["violations.csv", "eligibility.csv", "summary.csv"]

    @Test("the program writes what plain Python wrote")
    func expectedFiles() throws {
        let session = try CommandSession()
        try review(Self.fixtures.appending(path: "drop").path, to: "out", in: session)
        for name in Self.files {
            let expected = try Data(
                contentsOf: Self.fixtures.appending(path: "expected/\(name)"))
            #expect(try session.read("out/\(name)") == String(decoding: expected, as: UTF8.self))
        }
    }

    @Test(
        "on generated data the program and plain Python agree to the byte",
        .enabled(if: hasPython, "needs python3"),
        arguments: 1...4)
    func generated(seed: Int) throws {
        let session = try CommandSession()
        let data = session.folder.appending(path: "data").path
        try runScript(
            "generate.py", "--members", "\(seed * 60)", "--seed", "\(seed)", "--out", data,
            "--dirt", "\(seed)", "--dirt-kinds", "orphan,organiser", in: session)
        try runScript("peers/python_peer.py", data, "expected", in: session)
        try review(data, to: "out", in: session)
        for name in Self.files {
            #expect(try session.read("out/\(name)") == session.read("expected/\(name)"))
        }
    }

    @Test("a missing file of the data stops the program")
    func missingFile() throws {
        let session = try CommandSession()
        try session.write("member_id\n", to: "data/members.csv")
        let result = try session.run(
            CommandSession.built("review-benchmark"), [Self.pack, "data", "out"])
        #expect(result.status == 2)
        #expect(result.errors.contains("units.csv"))
        #expect(!FileManager.default.fileExists(atPath: session.folder.path + "/out"))
    }

    @Test("every planted defect is reported with its file and line")
    func plantedDefects() throws {
        let session = try CommandSession()
        let drop = Self.fixtures.appending(path: "dirty")
        let files = try FileManager.default.contentsOfDirectory(atPath: drop.path).filter {
            $0.hasSuffix(".csv")
        }
        let result = try session.run(
            ["check", "--rules", Self.pack, "--as-of", "2013-12-31", "--format", "json"]
                + files.sorted().map { drop.appending(path: $0).path })
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: drop.appending(path: "manifest.json")))
        #expect(Set(manifest.dirty_rows.map(\.kind)).count == 4)
        #expect(manifest.dirty_rows.map(\.place).filter { !report.places.contains($0) } == [])
        // Nothing else is wrong with the data.
        let planted = Set(manifest.dirty_rows.map(\.place))
        #expect(
            report.data_findings.compactMap(\.cell?.place).filter { !planted.contains($0) } == [])
    }

    @Test(
        "on generated dirty data both engines report every planted defect, in the same bytes",
        .enabled(if: hasPython, "needs python3"), arguments: [2, 12])
    func plantedEverywhere(dirt: Int) throws {
        let session = try CommandSession()
        let data = session.folder.appending(path: "data")
        try runScript(
            "generate.py", "--members", "\(dirt * 60)", "--seed", "\(dirt)", "--out", data.path,
            "--dirt", "\(dirt)", in: session)
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: data.appending(path: "manifest.json")))
        try FileManager.default.removeItem(at: data.appending(path: "manifest.json"))
        let report = try report(of: data, in: session)
        #expect(Set(manifest.dirty_rows.map(\.kind)).count == 4)
        #expect(manifest.dirty_rows.map(\.place).filter { !report.places.contains($0) } == [])
        let violated = try #require(report.outcomes.first { $0.outcome == "violated" })
        let record = "rule: \(violated.rule), subject: \"\(violated.subject.id)\", reason: x"
        try session.write(
            "waivers: [{ \(record), approver: y, day: 2013-12-01, expires: 2014-12-01 }]\n",
            to: "data/waivers.yaml")
        let named = ["--waivers", "data/waivers.yaml"]
        let waived = try self.report(of: data, in: session, named).outcomes.filter {
            $0.outcome == "waived"
        }
        #expect(waived.map(\.rule) == [violated.rule])
        #expect(waived.map(\.subject.id) == [violated.subject.id])
    }

    /// Returns what both engines say, the same to the byte.
    private func report(
        of data: URL, in session: CommandSession, _ arguments: [String] = []
    ) throws -> Report {
        let reports = try ["rows", "columns"].map { engine in
            try session.run(
                [
                    "check", "--rules", Self.pack, "--as-of", "2013-12-31", "--format", "json",
                    "--engine", engine, data.path,
                ] + arguments
            ).output
        }
        let isSame = reports[0] == reports[1]
        #expect(isSame)
        return try JSONDecoder().decode(Report.self, from: Data(reports[1].utf8))
    }

    private func review(_ data: String, to out: String, in session: CommandSession) throws {
        let result = try session.run(
            CommandSession.built("review-benchmark"), [Self.pack, data, out])
        #expect(result.errors == "")
        #expect(result.status == 0)
    }

    private func runScript(_ arguments: String..., in session: CommandSession) throws {
        let script = Self.benchmark.appending(path: arguments[0]).path
        let result = try session.run(
            python, ["-B", script] + arguments.dropFirst(), locale: "C.UTF-8")
        #expect(result.errors == "")
        #expect(result.status == 0)
    }
}

/// What the generator says that it planted.
private struct Manifest: Decodable {
    struct Row: Decodable {
        var file: String
        var line: Int
        var kind: String
        var place: String { "\(file):\(line)" }
    }

    var dirty_rows: [Row]
}

/// The places that a review's JSON names.
private struct Report: Decodable {
    struct Cell: Decodable {
        var file: String
        var row: Int
        var place: String { "\(file):\(row)" }
    }

    struct Finding: Decodable { var cell: Cell? }

    struct Subject: Decodable { var id: String }

    struct Outcome: Decodable {
        var rule: String
        var subject: Subject
        var outcome: String
        var sources: [Cell]
    }

    var data_findings: [Finding]
    var outcomes: [Outcome]

    /// Where a finding stands, or a row whose organiser is neither of the two.
    var places: Set<String> {
        let organisers = outcomes.filter {
            $0.rule == "activity-of-other-organiser" && $0.outcome == "violated"
        }
        return Set(
            data_findings.compactMap(\.cell?.place) + organisers.flatMap { $0.sources.map(\.place) }
        )
    }
}
