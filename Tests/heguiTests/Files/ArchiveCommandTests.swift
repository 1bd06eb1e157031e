import Foundation
import HeguiTestSupport
import Testing

/// The fixture year as one archive, given to the real command.
@Suite("Archives on the command line")
struct ArchiveCommandTests {
    private static let kinds = ["zip-gbk", "zip-nested"]
    private let session: CommandSession

    init() throws {
        session = try CommandSession()
        let manager = FileManager.default
        for kind in Self.kinds {
            try manager.copyItem(
                at: ProjectFolder.url("fixtures/kinds/\(kind)/drop.zip"),
                to: session.folder.appending(path: kind + ".zip"))
        }
        try manager.copyItem(
            at: ProjectFolder.url("fixtures/xihu-2013/drop"),
            to: session.folder.appending(path: "drop"))
    }

    private func shell(_ line: String) throws -> CommandSession.Result {
        let command = CommandSession.built("hegui").path
        let rules = ProjectFolder.url("rules/xihu-2013").path
        let function =
            "h() { k=$1; shift; '\(command)' $k \"$@\" --rules '\(rules)' --as-of 2013-12-31 --lang zh; }\n"
        return try session.run(URL(filePath: "/bin/bash"), ["-c", function + line])
    }

    private func sarif(_ drop: String) throws -> [String: Any] {
        let result = try shell("h review \(drop) --format sarif:x.sarif")
        #expect(result.status == 1, "\(result.errors)")
        let bytes = Data(try session.read("x.sarif").utf8)
        let log = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    private func fingerprints(_ run: [String: Any]) -> [String] {
        (run["results"] as? [[String: Any]] ?? []).compactMap {
            ($0["partialFingerprints"] as? [String: String])?["hegui/v1"]
        }.sorted()
    }

    @Test(
        "results are at the archive, which is there, and known as those of the folder that was packed"
    )
    func locations() throws {
        let plain = try fingerprints(sarif("drop"))
        try #require(plain.count > 100)
        for kind in Self.kinds {
            let run = try sarif(kind + ".zip")
            let results = try #require(run["results"] as? [[String: Any]])
            let places = results.flatMap { $0["locations"] as? [[String: Any]] ?? [] }
                .compactMap { $0["physicalLocation"] as? [String: Any] }
            let uris = places.compactMap {
                ($0["artifactLocation"] as? [String: Any])?["uri"] as? String
            }
            #expect(Set(uris) == [kind + ".zip"])
            #expect(places.allSatisfy { $0["region"] == nil })
            let text = try session.read("x.sarif")
            #expect(text.contains("\(kind).zip ▸ "))
            #expect(!text.contains("/proc/"))
            if kind == "zip-gbk" { #expect(fingerprints(run) == plain) }
            let artifacts = try #require(run["artifacts"] as? [[String: Any]])
            let parents = Set(artifacts.compactMap { $0["parentIndex"] as? Int })
            #expect(parents == [artifacts.count - 1])
        }
    }

    @Test("standard input, missing, explain and a trial of each file read an archive")
    func commands() throws {
        let input = try shell("h check - < zip-gbk.zip")
        #expect(input.status == 1, "\(input.errors)")
        #expect(input.output.contains("stdin ▸ 附件3/附件3-区司法局.xlsx"))
        for line in ["h missing %", "h explain registered-late --drop % --subject P0002"] {
            let own = try shell(line.replacing("%", with: "zip-nested.zip"))
            let plain = try shell(line.replacing("%", with: "drop"))
            #expect(own.status == plain.status, "\(own.errors)")
            #expect(!own.output.isEmpty)
        }
        let tried = try shell("h review zip-nested.zip --isolate --format text:a.txt")
        let plain = try shell("h review zip-nested.zip --format text:b.txt")
        #expect(tried.status == plain.status, "\(tried.errors)")
        #expect(try session.read("a.txt") == session.read("b.txt"))
    }

    @Test(
        "a workbook is marked beside an archive that holds it, and the archive is not written over")
    func annotating() throws {
        let book = "drop/附件3/附件3-区中医院\\(最终版2\\).xlsx"
        let marked = try shell("h annotate \(book) --drop zip-gbk.zip --out m.xlsx")
        #expect(marked.status == 1, "\(marked.errors)")
        #expect(marked.output.contains("标注了"))
        let before = try Data(contentsOf: session.folder.appending(path: "zip-gbk.zip"))
        let over = try shell("h review zip-gbk.zip --format text:zip-gbk.zip")
        #expect(over.status == 2)
        #expect(try Data(contentsOf: session.folder.appending(path: "zip-gbk.zip")) == before)
    }

    @Test("an archive that is locked or of another kind leaves verdicts open, told by its name")
    func owed() throws {
        try session.remove("drop/附件3/附件3-区司法局.xlsx")
        try session.write("Rar!\u{1A}\u{7}\u{1}", to: "drop/附件3/附件3-区司法局.rar")
        let result = try shell("h review drop --format json:x.json")
        #expect(result.status != 0)
        let report = try session.read("x.json")
        #expect(report.contains("I0016"))
        let bytes = Data(report.utf8)
        let json = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let outcomes = try #require(json["outcomes"] as? [[String: Any]])
        let accused = outcomes.filter {
            $0["outcome"] as? String == "violated" && $0["rule"] as? String == "not-registered"
                && ($0["message"] as? String ?? "").contains("区司法局")
        }
        #expect(accused.isEmpty)
    }
}
