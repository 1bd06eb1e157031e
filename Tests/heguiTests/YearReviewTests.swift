import Foundation
import Testing

/// The review of a whole year, by the real command on real files.
@Suite("the review of a year")
struct YearReviewTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func request(_ drop: URL) -> [String] {
        [
            "review", drop.path, "--rules", root.appending(path: "rules/xihu-2013").path,
            "--as-of", "2013-12-31",
        ]
    }

    private static let own = root.appending(path: "fixtures/xihu-2013")

    /// A golden file that is not there fails once and is written, to be read before it is accepted.
    @Test("the year reads as written beside the drop", arguments: ["zh", "en"])
    func golden(language: String) throws {
        let session = try CommandSession()
        let result = try session.run(
            Self.request(Self.own.appending(path: "drop")) + ["--lang", language])
        #expect(result.status == 1)
        let file = Self.own.appending(path: "review.\(language).txt")
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            try Data(result.output.utf8).write(to: file)
            Issue.record("\(file.lastPathComponent) is new")
            return
        }
        #expect(result.output == expected)
    }

    @Test("outcomes agree with what is true of the drop")
    func truth() throws {
        try compare(Self.own.appending(path: "drop"), Self.own.appending(path: "truth.json"))
    }

    private static let shared = root.deletingLastPathComponent()
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
