import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui bulletin")
struct BulletinCommandTests {
    private func run(_ arguments: String...) throws -> CommandSession.Result {
        try CommandSession().run(
            [
                "bulletin", ProjectFolder.url("fixtures/xihu-2013/drop").path, "--rules",
                ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31",
                "--lang",
                "zh",
            ] + arguments)
    }

    @Test("the year's second half, and none of its people")
    func half() throws {
        let result = try run("--period", "2013H2")
        #expect(result.status == 0)
        #expect(result.output.contains("# 关于2013年下半年"))
        #expect(result.output.contains("| 5 | 区档案馆 | 18/19 | 94.73% | 89.47%～94.73% | 95% | 低于 |"))
        let people = try CommandSession().run(
            [
                "review", ProjectFolder.url("fixtures/xihu-2013/drop").path, "--rules",
                ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31",
                "--format", "csv:-",
            ]
        ).output.matches(of: /,member,[^,]+,([^,]+),/)
        let names = Set(people.map { String($0.1) })
        #expect(names.count > 100)
        for name in names { #expect(!result.output.contains(name)) }
    }

    @Test(
        "by matter and by unit, each level of the year has the same sum",
        arguments: ["2013H1", "2013H2"])
    func sums(period: String) throws {
        let output = try run("--period", period).output
        let sections = output.components(separatedBy: "\n\n").map(Self.cells)
        let matters = try #require(sections.first { $0.first?.first == "条款" })
        let groups = sections.filter { $0.first?.dropFirst().first == "强制性" }
        #expect(groups.compactMap { $0.first?.first } == ["单位", "社区"])
        for (column, level) in ["强制性", "核实性", "提示"].enumerated() {
            var byMatter = 0
            for row in matters where row[2] == level { byMatter += Int(row[3]) ?? 0 }
            var byUnit = 0
            for row in groups.joined() where row[0] != "合计" { byUnit += Int(row[column + 1]) ?? 0 }
            #expect(byMatter > 0 && byMatter == byUnit)
        }
    }

    /// The cells of a table, row by row.
    private static func cells(_ section: String) -> [[String]] {
        section.split(separator: "\n").map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }.filter { $0.count > 3 }
    }

    @Test("a document is the same in every run, and no material where it lies in a drop")
    func document() throws {
        let session = try CommandSession()
        try session.write("编号,姓名\nM1,赵一\n", to: "drop/members.csv")
        let words = ["drop", "--rules", "rules/base", "--as-of", "2013-12-31"]
        let options = ["--format", "docx", "--number", "组通〔2014〕1号", "--dated", "2014-01-10"]
        for name in ["one.docx", "drop/two.docx"] {
            let result = try session.run(["bulletin"] + words + options + ["--out", name])
            #expect(result.status == 0, "\(result.errors)")
        }
        let bytes = try ["one.docx", "drop/two.docx"].map {
            try Data(contentsOf: session.folder.appending(path: $0))
        }
        #expect(bytes[0] == bytes[1] && bytes[0].starts(with: Data("PK".utf8)))
        #expect(try session.run(["check"] + words).output.contains("I0021"))
    }

    @Test(
        "what stands round a document needs one, and a document needs a file",
        arguments: [
            (["--issuer", "区委组织部"], "--issuer"), (["--format", "docx"], "--out"),
            (["--format", "docx", "--out", "b.docx", "--dated", "明天"], "明天"),
        ])
    func misplaced(words: [String], named: String) throws {
        let result = try CommandSession().run(
            [
                "bulletin", ProjectFolder.url("fixtures/xihu-2013/drop").path, "--rules",
                ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31", "--lang", "zh",
            ] + words)
        #expect(result.status == 2 && result.errors.contains(named))
    }

    @Test("a past half-year is judged as of its end, without those who came later")
    func past() throws {
        let output = try run("--period", "2013H1").output
        #expect(output.contains("# 关于2013年上半年") && output.contains("现将截至2013年6月30日的情况"))
        #expect(output.contains("| 区公交公司 | 11/11 | 100.00% |"))
        #expect(output.contains("| 区中医院 | 26/28 | 92.85% |"))
        #expect(!output.contains("参加社区活动不足"))
    }

    @Test("rankings are headed by what they measure")
    func metric() throws {
        let output = try run().output
        #expect(output.contains("## 一、报到率排名（C4.4.7）"))
        #expect(output.contains("## 二、按期报到率排名（C4.2.4）"))
    }

    @Test("a web page is written to a file")
    func page() throws {
        let session = try CommandSession()
        let result = try session.run([
            "bulletin", ProjectFolder.url("fixtures/xihu-2013/drop").path, "--rules",
            ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31",
            "--format", "html", "--out", "通报.html", "--lang", "zh",
        ])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(try session.read("通报.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test(
        "an impossible request says what is possible",
        arguments: [
            (["--period", "2014H1"], "之后才开始"), (["--period", "spring"], "2013H1"),
            (["--min-group", "0"], "至少是 1"),
        ])
    func impossible(arguments: [String], word: String) throws {
        let session = try CommandSession()
        let result = try session.run(
            [
                "bulletin", ProjectFolder.url("fixtures/xihu-2013/drop").path, "--rules",
                ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31",
                "--lang",
                "zh",
            ] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(word))
    }
}
