import Foundation
import HeguiTestSupport
import Testing

/// The year of `fixtures/xihu-2013` with a file that cannot be read in place of a unit's annex.
@Suite("material that came and cannot be read")
struct UnreadMaterialTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try FileManager.default.copyItem(
            at: ProjectFolder.url("fixtures/xihu-2013/drop"),
            to: session.folder.appending(path: "drop"))
    }

    private static let unit = "drop/附件3/附件3-区司法局.xlsx"

    private func check() throws -> CommandSession.Result {
        let rules = ProjectFolder.url("rules/xihu-2013").path
        return try session.run(
            "check", "drop", "--rules", rules, "--as-of", "2013-12-31", "--lang", "zh")
    }

    private func put(_ bytes: [UInt8], _ name: String) throws {
        let file = session.folder.appending(path: "drop/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// What stands in a file: bytes, or a file of the fixtures.
    private static func bytes(_ name: String) throws -> [UInt8] {
        switch name {
        case "pdf": Array("%PDF-1.4\n%\u{E2}\n1 0 obj\n".utf8)
        case "jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0]
        default: try ProjectFolder.bytes("fixtures/" + name)
        }
    }

    @Test(
        "it is owed by whom the name or the folder tells, in one sentence that says what to do",
        arguments: [
            ("pdf", "附件3/区司法局.pdf", "PDF 文档，请向填表人要排版前的 .xlsx 或 .docx"),
            ("pdf", "区司法局/附件3.pdf", "PDF 文档"),
            ("jpg", "附件3/附件3-区司法局.jpg", "JPEG 图片，读不出文字"),
            ("jpg", "附件3/区司法局.jpg", "JPEG 图片，读不出文字"),
            ("old-workbooks/其他/文档.doc", "附件3/附件3-区司法局.doc", "请用 Word 或 WPS 打开，另存为 .docx"),
            ("old-workbooks/其他/文档-内嵌表格.wps", "附件3/附件3-区司法局.wps", "请用 Word 或 WPS 打开，另存为 .docx"),
            ("old-workbooks/其他/加密.docx", "附件3/附件3-区司法局.docx", "设有打开密码"),
            ("old-workbooks/其他/加密.docx", "附件3/附件3-区司法局.xlsx", "设有打开密码"),
            ("old-workbooks/其他/加密.xls", "附件3/附件3-区司法局.et", "设有打开密码"),
            ("sent-files/通知.ofd", "附件3/附件3-区司法局.ofd", "OFD 公文，请向填表人要排版前的 .xlsx 或 .docx"),
        ])
    func unread(content: String, name: String, sentence: String) throws {
        try session.remove(Self.unit)
        try put(try Self.bytes(content), name)
        let result = try check()
        #expect(result.status == 2)
        #expect(result.output.contains("附件3已收到但未能（全部）读取：区司法局（\(name)"))
        #expect(result.output.contains(sentence))
        #expect(!result.output.contains("附件3未收到"))
    }

    @Test(
        "the same annex as a scan or an old document beside the table that was read changes nothing",
        arguments: [("pdf", "附件3/附件3-区司法局.pdf"), ("jpg", "附件3/区司法局盖章.jpg")])
    func twin(content: String, name: String) throws {
        let before = try check()
        try put(try Self.bytes(content), name)
        let after = try check()
        #expect(after.status == before.status)
        #expect(after.output.contains("附件3 情况汇总表          应交 6 · 已交 6"))
    }
}
