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
