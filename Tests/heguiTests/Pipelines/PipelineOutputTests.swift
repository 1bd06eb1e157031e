import Foundation
import Testing

/// What pipelines take of reports: caps, summaries that are added to, notices.
@Suite("Reports in pipelines")
struct PipelineOutputTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        let people = (1...30).map {
            "M\($0),江\($0),,U1,在职,2013-05-20,2013-06-21\n"
        }
        try session.write(
            "编号,姓名,手机,单位,状态,入职日期,报到日期\n" + people.joined(), to: "drop/members.csv")
    }

    private static let request = [
        "check", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "en",
    ]

    private func run(
        _ arguments: String..., environment: [String: String] = [:]
    ) throws -> CommandSession.Result {
        try session.run(Self.request + arguments, environment: environment)
    }

    @Test("a summary is added to the file of the step, however it is named, and never replaces it")
    func summary() throws {
        let own = session.folder.appending(path: "step.md").path
        let environment = ["GITHUB_STEP_SUMMARY": own]
        for path in ["step.md", "./step.md", own] {
            try session.write("earlier\n", to: "step.md")
            let result = try run("--format", "markdown:" + path, environment: environment)
            #expect(result.status == 1 && result.errors.isEmpty)
            #expect(try session.read("step.md").hasPrefix("earlier\n\n# Compliance review\n"))
        }
        try session.remove("step.md")
        _ = try run("--format", "markdown:step.md", environment: environment)
        #expect(try session.read("step.md").hasPrefix("# Compliance review\n"))
        _ = try run("--format", "markdown:step.md")
        _ = try run("--format", "markdown:other.md", environment: environment)
        #expect(try session.read("step.md") == session.read("other.md"))
    }

    @Test("a summary that would be too long for GitHub is cut at a line and says so")
    func longSummary() throws {
        try session.write(String(repeating: "x\n", count: (1 << 19) - 1_000), to: "step.md")
        let environment = ["GITHUB_STEP_SUMMARY": "step.md"]
        _ = try run("--format", "markdown:step.md", environment: environment)
        let text = try session.read("step.md")
        #expect(text.utf8.count < 1 << 20 && text.contains("# Compliance review"))
        #expect(text.hasSuffix("Over 1 MiB: the rest is left out.\n"))
    }

    @Test("--max-results caps sarif, junit, github and gitlab, each of which says what is left out")
    func caps() throws {
        let formats = ["sarif", "junit", "github", "gitlab", "tap", "csv"]
        let result = try session.run(
            Self.request + ["--max-results", "20"]
                + formats.flatMap { ["--format", "\($0):out/\($0)"] })
        #expect(result.status == 1)
        for format in formats {
            let text = try session.read("out/\(format)")
            let isCapped = !["tap", "csv"].contains(format)
            #expect(text.contains("more are in json and csv") == isCapped, "\(format)")
            let named = Set((1...30).filter { text.contains("M\($0)") || text.contains("江\($0)") })
            #expect((named.count < 30) == isCapped, "\(format) \(named.count)")
        }
        let none = try run("--max-results", "0")
        #expect(none.status == 2 && none.errors.contains("--max-results"))
    }

    @Test("a rule and a code have the page that --help-links or the file of options names")
    func helpLinks() throws {
        try session.write("编号,姓名,单位\nM1,江一,U9\n", to: "drop/more/members.csv")
        let pages = "https://example.org/rules/{id}.html?as=page"
        let asked = try run("--help-links", pages, "--format", "sarif")
        #expect(asked.output.contains("rules/registered-late.html?as=page\""))
        #expect(asked.output.contains(#""helpUri": "https://example.org/rules/D0"#))
        try session.write("help_links: \"\(pages)\"\n", to: "hegui.yaml")
        #expect(try run("--format", "sarif").output.contains(".html?as=page"))
        try session.remove("hegui.yaml")
        #expect(try !run("--format", "sarif").output.contains("helpUri"))
        for wrong in ["https://example.org/", "rules/{id}", "https://example.org/{id} x", "{id}"] {
            let refused = try run("--help-links", wrong)
            #expect(refused.status == 2 && refused.errors.contains("--help-links"))
        }
    }

    @Test("a waiver that is about to expire is a notice in GitHub and a note in SARIF and GitLab")
    func expiring() throws {
        let note = #""level": "note", "message": {"text": "the waiver ends"#
        try session.write(
            """
            waivers:
              - rule: registered-late
                subject: M1
                reason: 因公出差
                approver: 区委
                day: 2013-01-01
                expires: 2014-01-15

            """, to: "waivers.yaml")
        let formats = ["github", "sarif", "gitlab"]
        _ = try session.run(
            Self.request + ["--waivers", "waivers.yaml"]
                + formats.flatMap { ["--format", "\($0):out/\($0)"] })
        let github = try session.read("out/github").split(separator: "\n")
        #expect(
            github.contains {
                $0.hasPrefix("::notice file=waivers.yaml,line=2,title=E0015::the waiver ends")
            })
        #expect(
            try session.read("out/sarif").contains(
                #"{"descriptor": {"id": "E0015"}, "# + note))
        #expect(try session.read("out/gitlab").contains(#""check_name": "hegui/E0015""#))
    }

    @Test("GitLab's report has no file of its own for the screen, and is no material")
    func gitlab() throws {
        let shown = try run("--format", "gitlab")
        #expect(shown.output.hasPrefix("[\n"))
        #expect(shown.errors.contains("as of 2013-12-31; rule pack base "))
        _ = try run("--format", "gitlab:drop/report.json")
        let again = try run("--format", "text")
        #expect(again.output.contains("I0021"))
        #expect(try session.read("drop/report-gitlab-provenance.csv").contains("engine,hegui "))
    }

    @Test("--quiet prints nothing, unless a format names standard output")
    func quiet() throws {
        let silent = try run("--format", "json", "--quiet")
        #expect(silent.output.isEmpty && silent.errors.isEmpty && silent.status == 1)
        #expect(try run("--format", "json:-", "--quiet").output.hasPrefix("{\n"))
    }
}
