import Foundation
import HeguiTestSupport
import Testing

/// The review of a whole year, by the real command on real files.
@Suite("the review of a year")
struct YearReviewTests {
    private static func request(
        _ drop: URL, pack: String = "xihu-2013", asOf day: String = "2013-12-31"
    ) -> [String] {
        [
            "review", drop.path, "--rules", ProjectFolder.url("rules/\(pack)").path,
            "--as-of", day,
        ]
    }

    private static let own = ProjectFolder.url("fixtures/xihu-2013")

    /// A golden file that is not there fails once and is written, to be read before it is accepted.
    @Test("the year reads as written beside the drop", arguments: ["zh", "en"])
    func golden(language: String) throws {
        let session = try CommandSession()
        let result = try session.run(
            Self.request(Self.own.appending(path: "drop"))
                + ["--waivers", Self.own.appending(path: "waivers.yaml").path]
                + ["--lang", language])
        #expect(result.status == 1)
        try expect(result.output, in: "fixtures/xihu-2013/review.\(language).txt")
    }

    /// Digests are not compared: a comment in the pack would alter them.
    private func expect(_ text: String, in path: String) throws {
        let output = text.replacing(/[0-9a-f]{64}/, with: "…")
        let expected = try Golden.text(path, output)
        #expect(output == expected)
    }

    @Test(
        "the drop of another pack reads as written beside it",
        arguments: [
            ("party-admission", "2024-12-31"), ("party-dues", "2024-09-20"),
            ("points-and-stars", "2025-03-20"), ("volunteering", "2019-12-31"),
        ])
    func golden(pack: String, asOf: String) throws {
        let session = try CommandSession()
        let folder = ProjectFolder.url("fixtures/\(pack)")
        let request = Self.request(folder.appending(path: "drop"), pack: pack, asOf: asOf)
        // Exceptions that were granted stand beside the drop.
        let waivers = folder.appending(path: "例外审批.csv").path
        let named = FileManager.default.fileExists(atPath: waivers) ? ["--waivers", waivers] : []
        let result = try session.run(request + named + ["--lang", "zh"])
        #expect(result.status == 1)
        try expect(result.output, in: "fixtures/\(pack)/review.zh.txt")
    }

    private struct Places: Decodable {
        struct Place: Decodable { var file: String }
        struct Outcome: Decodable { var sources: [Place] }
        var outcomes: [Outcome]
        var files: [Place]
    }

    @Test(
        "every cell that an outcome rests on is in a file that was handed in",
        arguments: [
            ("xihu-2013", "2013-12-31"), ("party-admission", "2024-12-31"),
            ("party-dues", "2024-09-20"), ("points-and-stars", "2025-03-20"),
            ("volunteering", "2019-12-31"),
        ])
    func places(pack: String, asOf: String) throws {
        let drop = ProjectFolder.url("fixtures/\(pack)/drop")
        let request = Self.request(drop, pack: pack, asOf: asOf) + ["--format", "json"]
        let output = try CommandSession().run(request).output
        let review = try JSONDecoder().decode(Places.self, from: Data(output.utf8))
        let named = Set(review.outcomes.flatMap(\.sources).map(\.file))
        #expect(!named.isEmpty)
        #expect(named.subtracting(review.files.map(\.file)) == [])
    }

    @Test(
        "a nomination that names nobody on record is told of in every format for people",
        arguments: ["text", "html", "markdown"])
    func unmatchedNomination(format: String) throws {
        let request = Self.request(Self.own.appending(path: "drop")) + ["--lang", "zh"]
        let output = try CommandSession().run(request + ["--format", format]).output
        #expect(output.contains("另有 1 名提名人未对应到人（评优名单.csv ▸ C8），待核实"))
        #expect(output.contains("已申报") && output.contains("未申报"))
    }

    @Test("a rate that is open names who decides it", arguments: ["text", "html"])
    func undecided(format: String) throws {
        let request = Self.request(Self.own.appending(path: "drop")) + ["--lang", "zh"]
        let output = try CommandSession().run(request + ["--format", format]).output
        #expect(output.contains("待核实：霍云舒（望湖里社区未见登记）"))
        #expect(output.contains("核实霍云舒（望湖里社区未见登记）即可认定"))
    }

    @Test("outcomes agree with what is true of the drop")
    func truth() throws {
        try compare(Self.own.appending(path: "drop"), Self.own.appending(path: "truth.json"))
    }

    private static let shared = ProjectFolder.root.deletingLastPathComponent()
        .appending(path: "shared/drops/xihu-2013-a")

    @Test(
        "outcomes agree with what is true of a drop made by others",
        .enabled(
            if: FileManager.default.fileExists(atPath: shared.path),
            "the drop lies outside of the project"))
    func sharedTruth() throws {
        try compare(Self.shared.appending(path: "drop"), Self.shared.appending(path: "truth.json"))
    }

    @Test("the same year twice gives the same bytes", arguments: ["json", "csv"])
    func sameBytes(format: String) throws {
        let session = try CommandSession()
        let drop = Self.own.appending(path: "drop")
        for folder in ["first", "second"] {
            let output = ["--format", format, "--out", "\(folder)/"]
            _ = try session.run(Self.request(drop) + output)
        }
        let names = try FileManager.default.contentsOfDirectory(
            atPath: session.folder.appending(path: "first").path)
        #expect(!names.isEmpty)
        for name in names {
            #expect(try session.read("first/\(name)") == session.read("second/\(name)"))
        }
    }

    private func compare(_ drop: URL, _ truth: URL) throws {
        let session = try CommandSession()
        let result = try session.run(Self.request(drop) + ["--format", "csv", "--out", "out"])
        #expect(result.status == 1)
        let review = YearReview(
            outcomes: try session.read("out/outcomes.csv"),
            standings: try session.read("out/standings.csv"))
        #expect(review.differences(from: try YearTruth(file: truth)) == [])
    }
}
