import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui annotate")
struct AnnotateCommandTests {
    let session: CommandSession

    private static let year = ProjectFolder.url("fixtures/xihu-2013/drop")

    init() throws {
        session = try CommandSession()
        try FileManager.default.copyItem(
            at: Self.year.appending(path: "附件3/附件3-区中医院(最终版2).xlsx"),
            to: session.folder.appending(path: "附件3.xlsx"))
    }

    private func annotate(_ arguments: String...) throws -> CommandSession.Result {
        try annotate(arguments, with: ["花名册.csv", "单位名录.csv", "社区名录.csv"])
    }

    private func annotate(
        _ arguments: [String], with others: [String]
    ) throws -> CommandSession.Result {
        var all = ["annotate"] + arguments
        all += ["--rules", ProjectFolder.url("rules/xihu-2013").path]
        all += ["--as-of", "2013-12-31", "--lang", "zh"]
        for name in others {
            all += ["--drop", Self.year.appending(path: name).path]
        }
        return try session.run(all)
    }

    private func data(_ path: String) throws -> Data {
        try Data(contentsOf: session.folder.appending(path: path))
    }

    @Test("the copy stands beside the original, which stays as it was")
    func beside() throws {
        let original = try data("附件3.xlsx")
        let result = try annotate("附件3.xlsx")
        #expect(result.status == 1)
        #expect(result.output.contains("标注了 4 个单元格（强制性 3"))
        #expect(result.output.contains("附件3.已标注.xlsx"))
        #expect(try data("附件3.xlsx") == original)
        #expect(try data("附件3.已标注.xlsx") != original)
    }

    @Test("the same run gives the same bytes")
    func deterministic() throws {
        _ = try annotate("附件3.xlsx", "--out", "甲.xlsx")
        _ = try annotate("附件3.xlsx", "--out", "乙.xlsx")
        #expect(try data("甲.xlsx") == data("乙.xlsx"))
    }

    @Test("the original is never written over", arguments: ["附件3.xlsx", "./附件3.xlsx"])
    func original(out: String) throws {
        let original = try data("附件3.xlsx")
        let result = try annotate("附件3.xlsx", "--out", out)
        #expect(result.status == 2)
        #expect(result.errors.contains("就是原件"))
        #expect(try data("附件3.xlsx") == original)
    }

    @Test("what has no cells is refused")
    func refused() throws {
        try session.write("文字", to: "说明.txt")
        let text = try annotate("说明.txt")
        #expect(text.status == 2 && text.errors.contains("没有读取 `说明.txt`"))
        #expect(try annotate("没有.xlsx").status == 2)
    }

    @Test(
        "of another kind of file the copy is a workbook with the same cells, and the page says so")
    func otherKind() throws {
        try FileManager.default.copyItem(
            at: Self.year.appending(path: "花名册.csv"), to: session.folder.appending(path: "花名册.csv"))
        try FileManager.default.removeItem(at: session.folder.appending(path: "附件3.xlsx"))
        let registers = ["单位名录.csv", "社区名录.csv"]
        let result = try annotate(["花名册.csv", "--out", "册.xlsx"], with: registers)
        #expect(result.status == 1)
        #expect(result.output.contains("原件是 CSV"))
        #expect(try data("册.xlsx").prefix(2) == Data("PK".utf8))
        let again = try annotate("册.xlsx", "--out", "再.xlsx")
        #expect(again.status == 2 && again.errors.contains("没有读取 `册.xlsx`"))
        _ = try annotate(["花名册.csv"], with: registers)
        #expect(try data("花名册.已标注.xlsx") == data("册.xlsx"))
    }

    @Test("a cover is put in front where it is asked for")
    func cover() throws {
        let plain = try annotate("附件3.xlsx", "--out", "甲.xlsx")
        let covered = try annotate("附件3.xlsx", "--out", "乙.xlsx", "--cover")
        #expect(plain.status == covered.status)
        let (first, second) = (try data("甲.xlsx"), try data("乙.xlsx"))
        let part = Data("xl/worksheets/cover-hegui.xml".utf8)
        #expect(first.range(of: part) == nil && second.range(of: part) != nil)
    }

    @Test("a file whose name is in GBK is found, and its copy has a name that can be read")
    func nameInGBK() throws {
        let script = """
            name=$(printf '\\270\\275\\274\\3763.xlsx')
            mv 附件3.xlsx "$name" && exec "$0" annotate "$name" "$@"
            """
        let hegui = CommandSession.built("hegui").path
        let result = try session.run(
            URL(filePath: "/bin/sh"),
            ["-c", script, hegui, "--rules", ProjectFolder.url("rules/xihu-2013").path]
                + ["--as-of", "2013-12-31", "--lang", "zh"])
        #expect(result.output.contains("附件3.已标注.xlsx"), "\(result.errors)")
        #expect(try data("附件3.已标注.xlsx").count > 0)
    }

    /// A form with mandatory findings, one that is only to be verified, and one without any.
    @Test(
        "the status follows --fail-on",
        arguments: [
            ("登记表-林枕流.xlsx", [1, 1, 1, 0]), ("登记表-林含章.xlsx", [0, 1, 1, 0]),
            ("登记表-应望舒.xlsx", [0, 0, 0, 0]),
        ] as [(String, [Int32])])
    func failOn(form: String, statuses: [Int32]) throws {
        try FileManager.default.copyItem(
            at: Self.year.appending(path: "附件1/\(form)"),
            to: session.folder.appending(path: form))
        for (level, status) in zip(["mandatory", "verify", "hint", "never"], statuses) {
            let result = try annotate(form, "--out", "\(level).xlsx", "--fail-on", level)
            #expect(result.status == status, "\(level)")
        }
    }
}
