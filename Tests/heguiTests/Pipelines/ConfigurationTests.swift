import Foundation
import HeguiTestSupport
import Testing

/// hegui.yaml: where it is looked for, what wins, and what is wrong with it.
@Suite("The configuration file")
struct ConfigurationTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21

            """, to: "drop/members.csv")
        try session.write("", to: ".git/HEAD")
        try session.write(
            "drop: drop\nrules: rules/base\nas_of: 2013-12-31\nlang: en\n", to: "hegui.yaml")
    }

    private func run(
        _ arguments: String..., in place: String = ""
    ) throws -> CommandSession.Result {
        try session.run(CommandSession.built("hegui"), arguments, in: place)
    }

    @Test("everything that has to be said may stand in the file, for every command that judges")
    func whole() throws {
        let result = try run("check")
        #expect(result.status == 1 && result.output.contains("days late"))
        for command in ["review", "missing", "remind", "bulletin", "plan"] {
            let result = try run(command)
            #expect(result.status <= 1 && !result.errors.contains("error"), "\(command)")
        }
        let without = try run("check", "--no-config", "--lang", "en")
        #expect(without.status == 2 && without.errors.contains("no drop given"))
    }

    @Test("one that belongs to another user is not taken", .enabled(if: getuid() == 0))
    func ofAnother() throws {
        let file = session.folder.appending(path: "hegui.yaml").path
        try FileManager.default.setAttributes([.ownerAccountID: 12_345], ofItemAtPath: file)
        let result = try run("check", "--lang", "en")
        #expect(result.status == 2 && result.errors.contains("note[C0003]"))
        #expect(result.errors.contains("no drop given"))
        #expect(try run("check", "--config", "hegui.yaml").status == 1)
    }

    @Test("options of the command line win")
    func commandLine() throws {
        let result = try run("check", "--lang", "zh", "--fail-on", "never", "--as-of", "2013-06-01")
        #expect(result.status == 0 && result.output.contains("合规审查  "))
        try session.write(
            try session.read("hegui.yaml") + "fail_on: never\nformats: [json:out/r.json, text]\n",
            to: "hegui.yaml")
        #expect(try run("check").status == 0)
        #expect(try session.read("out/r.json").contains("hegui-review"))
        #expect(try run("check", "--fail-on", "hint", "--format", "csv").status == 1)
    }

    @Test("what is set, left aside or looked at alone may stand in the file, and reports say so")
    func narrowed() throws {
        try session.write(
            """
            set: { activities: 3, rate: 50% }
            only: registered-late
            prefer: drop/members.csv
            exclude: ['*.bak', old/]

            """, to: "more.yaml")
        let file = try session.read("hegui.yaml") + session.read("more.yaml")
        try session.write(file, to: "hegui.yaml")
        try session.write("编号,姓名\nM9,旧人\n", to: "drop/old.bak")
        let report = try run("check", "--format", "json").output
        for part in [
            #"{"name": "activities", "value": 3, "pack_value": 2}"#, #""value": "1/2""#,
            #""only": ["registered-late"]"#, #""preferred": ["members.csv"]"#,
            #""excluded": ["*.bak", "old/"]"#,
        ] { #expect(report.contains(part), "\(part)") }
        #expect(!report.contains("旧人"))
        let shown = try run("config", "--only", "C1").output
        for line in [
            "set: activities=3 rate=50%  # hegui.yaml:5", "only: C1  # command line",
            "prefer: drop/members.csv  # hegui.yaml:7", "exclude: *.bak old/  # hegui.yaml:8",
        ] { #expect(shown.contains(line + "\n"), "\(shown)") }
        let other = try run("check", "--set", "activities=4", "--format", "json").output
        #expect(other.contains(#""value": 4, "pack_value": 2"#) && !other.contains(#""1/2""#))
    }

    @Test("it is found from folders below, and its paths are told from its own folder")
    func below() throws {
        try session.write("", to: "a/b/x")
        let result = try run("check", "--format", "json", in: "a/b")
        #expect(result.status == 1)
        #expect(
            result.output.contains(#""configuration": {"file": "../../hegui.yaml", "sha256": ""#))
        try session.write("", to: "a/.git")
        #expect(try run("check", in: "a/b").status == 2)
        let named = try run("check", "--config", "../../hegui.yaml", in: "a/b")
        #expect(named.status == 1 && named.output.contains("../../hegui.yaml, SHA-256"))
    }

    @Test("every report states the file, and a saved review is made again with it on record")
    func provenance() throws {
        let formats = [
            "text", "html", "markdown", "json", "jsonl", "sarif", "junit", "tap", "github",
        ]
        let asked = formats.flatMap { ["--format", "\($0):out/\($0)"] }
        _ = try session.run(["review"] + asked)
        for format in formats {
            #expect(try session.read("out/\(format)").contains("hegui.yaml"), "\(format)")
        }
        let again = try run("verify", "out/json", "--drop", "drop", "--rules", "rules/base")
        #expect(again.status == 0, "\(again.output)")
        let plain = try run(
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--no-config",
            "--format", "json")
        #expect(!plain.output.contains("configuration"))
    }

    @Test("what lies in the drop is not taken unless it is named")
    func inDrop() throws {
        try session.write("fail_on: never\n", to: "drop/hegui.yaml")
        let arguments = ["--rules", "../rules/base", "--as-of", "2013-12-31", "--lang", "en"]
        let command = CommandSession.built("hegui")
        let result = try session.run(command, ["check", "."] + arguments, in: "drop")
        #expect(result.status == 1 && result.errors.contains("note[C0001]"))
        let outside = try session.run(command, ["check", "../drop"] + arguments, in: "drop")
        #expect(outside.status == 1 && outside.output.contains("../hegui.yaml"))
        let named = try session.run(
            command, ["check", ".", "--config", "hegui.yaml"] + arguments, in: "drop")
        #expect(named.status == 0)
        try session.write("drop: .\n", to: "drop/hegui.yaml")
        let own = try session.run(command, ["check"] + arguments, in: "drop")
        #expect(own.status == 2 && own.errors.contains("error[C0001]"))
    }

    @Test(
        "a mistake in the file ends the run and says what was meant",
        arguments: [
            ("fail_onn: hint\n", "R0101", "did you mean `fail_on`?"),
            ("fail_on: hints\n", "hegui.yaml:1:10", "did you mean `hint`?"),
            ("as_of: 2013-02-30\n", "R0104", "2013-02-30"),
            ("formats: [sarf:x.sarif]\n", "sarf", "did you mean `sarif`?"),
            ("formats: 'json:'\n", "R0104", "is empty"),
            ("max_results: 0\n", "R0104", "a whole number from 1 on"),
            ("rules: [a]\n", "R0103", "a single value"),
            ("with_met: yes\n", "R0104", "yes"),
            ("- drop\n", "R0103", "a mapping"),
            ("set: [activities=3]\n", "R0103", "a mapping"),
            ("set: { activities: [3] }\n", "R0103", "a single value"),
            ("set: { activities: '' }\n", "R0104", "is empty"),
            ("reveal: mobile\n", "R0101", "reveal"),
            ("drop: [\n", "Y", "hegui.yaml"),
        ])
    func mistakes(text: String, code: String, word: String) throws {
        try session.write(text, to: "hegui.yaml")
        for command in ["check", "config"] {
            let result = try run(command, "drop", "--lang", "en")
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(
                result.errors.contains(code) && result.errors.contains(word), "\(result.errors)")
        }
    }

    @Test("a file that is named and is not there is told of")
    func absent() throws {
        let result = try run("check", "--config", "none.yaml", "--lang", "en")
        #expect(result.status == 2 && result.errors.contains("error[C0002]"))
        let both = try run("check", "--config", "hegui.yaml", "--no-config")
        #expect(both.status == 2 && both.errors.contains("--no-config"))
        try session.write("# nothing yet\n", to: "hegui.yaml")
        #expect(try run("check", "--lang", "en").errors.contains("error[Y0008]"))
    }

    @Test("hegui config shows what is in force and where it comes from")
    func shown() throws {
        let text = try run("config", "--fail-on", "hint")
        #expect(text.status == 0)
        for line in [
            "configuration: hegui.yaml", "rules: rules/base  # hegui.yaml:2",
            "fail_on: hint  # command line", "max_results: 5000  # default",
            "baseline: (none)  # default",
        ] { #expect(text.output.contains(line + "\n"), "\(text.output)") }
        struct Sheet: Decodable {
            struct Option: Decodable {
                var key: String, values: [String], source: String, line: Int?
            }
            var configuration: String?, options: [Option]
        }
        let json = try run("config", "--json", "--no-config").output
        let sheet = try JSONDecoder().decode(Sheet.self, from: Data(json.utf8))
        #expect(sheet.configuration == nil && sheet.options.allSatisfy { $0.source == "default" })
    }

    @Test("the schema has the keys that there are")
    func schema() throws {
        struct Schema: Decodable {
            struct Anything: Decodable { init(from decoder: any Decoder) {} }
            var properties: [String: Anything]
        }
        let schema = try JSONDecoder().decode(
            Schema.self, from: Data(contentsOf: ProjectFolder.url("docs/schema/config.schema.json"))
        )
        let shown = try run("config", "--no-config", "--lang", "en").output
        let keys = shown.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: ":").first
        }
        #expect(schema.properties.keys.sorted() == keys.map(String.init).sorted())
    }
}
