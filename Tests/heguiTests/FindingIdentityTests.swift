import Foundation
import HeguiTestSupport
import Testing

@Suite("What findings of rows without a key are known by")
struct FindingIdentityTests {
    private let session: CommandSession

    private static let pack = ProjectFolder.url("Benchmarks/review/annual-review").path

    private static let registers = [
        "units.csv": "unit_id,name,kind,parent_id,paired_community_id\nU1,甲支部,机关,,C1\n",
        "communities.csv": "community_id,name,contact\nC1,第1社区,钱一\n",
        "members.csv": """
        member_id,unit_id,name,gender,born,joined_party_on,mobile,hired_on,community_id,registered_on
        M1,U1,甲一,男,1980-01,2000-01-01,19900000001,2005-01-01,C1,2013-01-10
        M2,U1,乙二,女,1981-01,2001-01-01,19900000002,2006-01-01,C1,2013-01-11

        """,
    ]

    private static let heading = "member_id,community_id,date,organiser,content"
    private static let good = [
        "M1,C1,2013-03-01,community,植树", "M1,C1,2013-05-01,unit,植树",
        "M2,C1,2013-04-01,community,植树", "M2,C1,2013-06-01,unit,植树",
    ]
    /// Each breaks a rule about activities.
    private static let bad = "M1,C1,2013-03-08,street,清洁楼道"
    private static let otherBad = "M2,C1,2013-09-09,company,清洁河道"

    init() throws {
        session = try CommandSession()
    }

    private func write(_ rows: [String], to drop: String) throws {
        for (name, text) in Self.registers { try session.write(text, to: "\(drop)/\(name)") }
        try session.write(
            ([Self.heading] + rows).joined(separator: "\n") + "\n", to: "\(drop)/activities.csv")
    }

    private func run(_ command: String, _ drop: String, _ arguments: String...) throws
        -> CommandSession.Result
    {
        try session.run(
            [command, drop, "--rules", Self.pack, "--as-of", "2013-12-31", "--lang", "en"]
                + arguments)
    }

    /// Saves the reviews of both drops, and returns what `check` says of the later one.
    private func compare(_ old: [String], _ new: [String]) throws -> CommandSession.Result {
        try write(old, to: "old")
        try write(new, to: "new")
        _ = try run("review", "old", "--format", "json:old.json")
        _ = try run("review", "new", "--format", "json:new.json")
        return try run(
            "check", "new", "--baseline", "old.json", "--format", "sarif:new.sarif",
            "--format", "junit:new.xml")
    }

    private static func swapped(_ place: Int) -> [String] {
        var rows = good
        rows.insert(bad, at: place)
        return rows
    }

    @Test("another row in the place of a known one is new in every format", arguments: 0...4)
    func swap(place: Int) throws {
        let old = Self.swapped(place)
        let new = old.map { $0 == Self.bad ? Self.otherBad : $0 }
        let checked = try compare(old, new)
        #expect(checked.status == 1)
        #expect(checked.errors.contains("new 1, known"))
        #expect(checked.errors.contains("gone 1"))
        let diff = try session.run("diff", "old.json", "new.json", "--lang", "en")
        #expect(diff.status == 1)
        #expect(diff.output.contains("new findings: 1 · gone: 1"))
        let sarif = try session.read("new.sarif")
        #expect(sarif.components(separatedBy: "\"baselineState\": \"new\"").count == 2)
        #expect(try session.read("new.xml").components(separatedBy: "<failure").count == 2)
    }

    @Test("rows in another order are the same findings", arguments: 1...5)
    func shuffled(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let old = Self.good + [Self.bad, Self.otherBad, Self.bad]
        let checked = try compare(old, old.shuffled(using: &numbers))
        #expect(checked.status == 0)
        #expect(checked.errors.contains("new 0,") && checked.errors.contains("gone 0"))
        let diff = try session.run("diff", "old.json", "new.json", "--lang", "en")
        #expect(diff.status == 0)
        #expect(diff.output.contains("new findings: 0 · gone: 0 · other changes: 0"))
    }

    @Test("rows and columns know a row by the same", arguments: ["rows", "columns"])
    func engines(engine: String) throws {
        try write(Self.swapped(2) + [Self.bad], to: "old")
        _ = try run("review", "old", "--format", "json:plain.json", "--engine", "rows")
        _ = try run("review", "old", "--format", "json:other.json", "--engine", engine)
        #expect(try session.read("plain.json") == session.read("other.json"))
        #expect(try session.read("plain.json").contains("\"identity\": \""))
    }

    @Test("the baseline of another pack is refused")
    func otherPack() throws {
        try write(Self.good, to: "old")
        _ = try run("review", "old", "--format", "json:old.json")
        let result = try session.run(
            "check", "old", "--rules", "rules/base", "--as-of", "2013-12-31", "--baseline",
            "old.json")
        #expect(result.status == 2)
        #expect(result.errors.contains("S0005"))
    }

    /// What is altered in a saved review, and the part that has to be named.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let part: String
        let old: String
        let new: String

        var testDescription: String { "\(part): \(new.debugDescription)" }
    }

    @Test(
        "whatever is altered in a saved review is named",
        arguments: [
            Forgery(part: "summary", old: "\"violated\": 1,", new: "\"violated\": 0,"),
            Forgery(part: "rules", old: "  \"rules\": [\n", new: "  \"rules\": [],\n  \"x\": [\n"),
            Forgery(part: "x", old: "  \"rules\": [\n", new: "  \"x\": 1,\n  \"rules\": [\n"),
            Forgery(
                part: "outcomes (more than once)", old: "  \"outcomes\": [\n",
                new: "  \"outcomes\": [],\n  \"outcomes\": [\n"),
            Forgery(part: "pack", old: "\"issuer\": \"", new: "\"issuer\": \"\u{0}"),
            Forgery(
                part: "as_of", old: "\"as_of\": \"2013-12-31\"", new: "\"as_of\": \"2013-12-30\""),
            Forgery(part: "between the parts", old: "\n  \"rules\": [", new: "\n   \"rules\": ["),
            Forgery(
                part: "engine_version", old: "\"engine_version\": \"",
                new: "\"engine_version\": \"9"),
            Forgery(part: "diagnostics", old: "\"diagnostics\": [", new: "\"diagnostics\": [ "),
        ])
    func forged(forgery: Forgery) throws {
        try write(Self.swapped(0), to: "old")
        _ = try run("review", "old", "--format", "json:old.json")
        let request = [
            "verify", "old.json", "--drop", "old", "--rules", Self.pack, "--lang", "en",
        ]
        #expect(try session.run(request).status == 0)
        let text = try session.read("old.json")
        let place = try #require(text.range(of: forgery.old))
        try session.write(
            text.replacingCharacters(in: place, with: forgery.new), to: "old.json")
        let result = try session.run(request)
        #expect(result.status == 1)
        let line = result.output.split(separator: "\n").first { $0.contains("parts of the file") }
        #expect(line?.contains(forgery.part) == true, "\(result.output)\(result.errors)")
        #expect(result.output.contains("not reproduced"))
    }

    @Test("a day that is none is said to be the fault of the saved review")
    func badDay() throws {
        try write(Self.good, to: "old")
        _ = try run("review", "old", "--format", "json:old.json")
        let text = try session.read("old.json")
        try session.write(
            text.replacingOccurrences(
                of: "\"as_of\": \"2013-12-31\"", with: "\"as_of\": \"9999-99-99\""),
            to: "old.json")
        let result = try session.run(
            "verify", "old.json", "--drop", "old", "--rules", Self.pack, "--lang", "en")
        #expect(result.status == 2)
        #expect(result.errors.contains("S0004") && result.errors.contains("provenance.as_of"))
    }
}
