import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui annotate of a folder")
struct AnnotateFolderTests {
    let session: CommandSession

    private static let year = ProjectFolder.url("fixtures/xihu-2013/drop")

    init() throws {
        session = try CommandSession()
        for name in ["附件3-区中医院(最终版2).xlsx", "附件3-区司法局.xlsx"] {
            try copy("附件3/\(name)", to: "收/附件3/\(name)")
        }
        try copy("附件1/登记表-应望舒.xlsx", to: "收/登记表-应望舒.xlsx")
        try session.write("文字", to: "收/说明.txt")
    }

    private func copy(_ path: String, to target: String) throws {
        let file = session.folder.appending(path: target)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.year.appending(path: path), to: file)
    }

    private func annotate(_ arguments: String...) throws -> CommandSession.Result {
        var all = ["annotate"] + arguments
        all += ["--rules", ProjectFolder.url("rules/xihu-2013").path]
        all += ["--as-of", "2013-12-31", "--lang", "zh"]
        for name in ["花名册.csv", "单位名录.csv", "社区名录.csv"] {
            all += ["--drop", Self.year.appending(path: name).path]
        }
        return try session.run(all)
    }

    private func files(below folder: String) throws -> [String: Data] {
        let root = session.folder.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try names.reduce(into: [:]) { files, name in
            let url = root.appending(path: name)
            if !url.hasDirectoryPath, name.contains(".") { files[name] = try Data(contentsOf: url) }
        }
    }

    @Test("files with findings get copies at the same paths, the others are named")
    func copies() throws {
        let before = try files(below: "收")
        let result = try annotate("收", "--out", "发")
        #expect(result.status == 1)
        let made = try files(below: "发")
        #expect(made.keys.sorted() == ["附件3/附件3-区中医院(最终版2).xlsx", "附件3/附件3-区司法局.xlsx"])
        #expect(result.output.contains("没有疑点，不写副本（1 个）"))
        #expect(result.output.contains("收/登记表-应望舒.xlsx"))
        #expect(result.output.contains("没有读取（1 个）"))
        #expect(try files(below: "收") == before)
        _ = try annotate("收", "--out", "发2")
        #expect(try files(below: "发2") == made)
        #expect(try annotate("收", "--out", "发").status == 1)
        #expect(try files(below: "发") == made)
    }

    @Test("copies never go where the originals are")
    func originals() throws {
        let before = try files(below: "收")
        #expect(try annotate("收", "--out", "收").status == 2)
        #expect(try annotate("收", "--out", "./收/").status == 2)
        // 收/附件3/… would take the place of what is in 收/附件3.
        let nested = try annotate("收/附件3", "--out", "收/附件3/../附件3")
        #expect(nested.status == 2)
        #expect(try files(below: "收") == before)
    }

    @Test("without --out the folder for copies stands beside")
    func beside() throws {
        _ = try annotate("收/")
        #expect(try files(below: "收.已标注").count == 2)
    }

    @Test("a copy tells of no other unit")
    func others() throws {
        _ = try annotate("收", "--out", "发")
        let texts = try text(of: "发/附件3/附件3-区司法局.xlsx")
        #expect(texts.contains("区司法局") && texts.contains("答复/整改情况"))
        #expect(!texts.contains("中医院"))
        #expect(texts.firstRange(of: #/1[3-9]\d{9}/#) == nil)
    }

    /// All parts of a workbook.
    private func text(of path: String) throws -> String {
        let command = URL(filePath: "/usr/bin/env")
        return try session.run(
            command, ["unzip", "-p", path, "xl/worksheets/cover-hegui.xml", "docProps/custom.xml"]
        ).output
    }
}
