import FoundationEssentials
import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiSheets

/// Old workbooks beside the same cells in an .xlsx that LibreOffice made of each.
@Suite("Old workbooks")
struct OldWorkbookTests {
    private static let folder = "fixtures/old-workbooks/"
    private static let kinds = "fixtures/kinds/xls/"
    private static let year = "fixtures/xihu-2013/drop/"
    private static let annexes = ["附件1", "附件2", "附件3", "附件4"].flatMap { folder in
        ProjectFolder.names(in: kinds + folder).map { folder + "/" + $0 }
    }

    private func drop(_ path: String) throws -> Drop {
        read(try ProjectFolder.bytes(path), name: "w.xls")
    }

    /// Every cell and what is known of it, a line each.
    private func lines(_ sheets: [Sheet]) -> [String] {
        sheets.flatMap { sheet in
            ["\(sheet.state == .visible) \(sheet.isDated1904) \(sheet.merged.ranges)"]
                + sheet.rows.flatMap { row in
                    row.cells.map { cell in
                        var cell = cell
                        // LibreOffice writes truth values and errors as formulas.
                        if cell.kind == .bool || cell.kind == .error { cell.isFormula = false }
                        return "\(row.number) \(row.isHidden) \(cell)"
                    }
                }
        }
    }

    private func expectSame(_ old: String, as new: String) throws {
        let (old, new) = (try drop(old), try drop(new))
        #expect(old.files.first?.outcome == .read(.oldWorkbook))
        let (left, right) = (lines(old.sheets), lines(new.sheets))
        #expect(left.count == right.count)
        for (left, right) in zip(left, right) { #expect(left == right) }
        #expect(old.codes == new.codes)
    }

    @Test(
        "every version says the same as another program reads in it",
        arguments: ["97-xlwt", "97-libreoffice", "1904-xlwt", "95-gbk", "95-stream", "2", "3", "4"])
    func versions(name: String) throws {
        try expectSame(Self.folder + name + ".xls", as: Self.folder + name + ".xlsx")
        let names = try drop(Self.folder + name + ".xls").sheets.map(\.name)
        if name.utf8.count > 1 {
            #expect(try drop(Self.folder + name + ".xlsx").sheets.map(\.name) == names)
        } else {
            #expect(names == ["Sheet1"])
        }
    }

    @Test("the annexes of the fixture year say the same as .xls and .et", arguments: annexes)
    func year(name: String) throws {
        let base = name.split(separator: ".").dropLast().joined(separator: ".")
        try expectSame(Self.kinds + name, as: Self.year + base + ".xlsx")
    }

    @Test("all annexes of the fixture year are there")
    func wholeYear() {
        #expect(Self.annexes.count == 18)
        #expect(Self.annexes.contains { $0.hasSuffix(".et") })
    }

    @Test("cells keep what their format says of a day")
    func formats() throws {
        let sheets = try drop(Self.folder + "97-xlwt.xls").sheets
        #expect(sheets.map(\.state) == [.visible, .hidden, .veryHidden])
        let sheet = try #require(sheets.first)
        let month = try #require(sheet.cell(row: 3, column: 2))
        #expect(month.text == "2013-01")
        #expect(month.date == range("2013-01"))
        let withoutYear = try #require(sheet.cell(row: 4, column: 2))
        #expect(withoutYear.text == "2013-01-04")
        #expect(!withoutYear.isYearShown)
        #expect(sheet.cell(row: 5, column: 3)?.text == "2013-01-04 09:00:00")
        #expect(sheet.cell(row: 6, column: 3)?.kind == .number)
        #expect(sheet.cell(row: 9, column: 4)?.text == "2013.1")
        #expect(sheet.cell(row: 9, column: 5)?.text == "0.1")
        #expect(sheet.row(9)?.cells.prefix(2).map(\.kind) == [.bool, .bool])
        #expect(sheet.row(10)?.cells.map(\.kind) == Array(repeating: .error, count: 7))
        #expect(sheet.shownCell(row: 12, column: 4)?.text == "合并的标题")
        #expect(sheet.cell(row: 17, column: 1)?.text == "𠮷 😀 _x0041_ 王㛃")
    }

    @Test("formulas without any result in a workbook were never computed")
    func uncomputed() throws {
        // Text, number and nothing, in this order; the last is an empty text beside the others.
        var bytes = try ProjectFolder.bytes(Self.folder + "3.xls")
        #expect(read(bytes, name: "w.xls").sheets.first?.row(10)?.cells.count == 2)
        let number = Array([3.0].flatMap { $0.bitPattern.littleEndianBytes })
        let place = try #require(bytes.firstRange(of: [0x09, 0, 0, 0, 0, 0] + number))
        let empty: [UInt8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        bytes.replaceSubrange((place.lowerBound + 6)..<place.upperBound, with: empty)
        let text = try #require(bytes.firstRange(of: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
        bytes[text.lowerBound] = 3
        let drop = read(bytes, name: "w.xls")
        #expect(drop.codes == ["I0208"])
        #expect(
            drop.sheets.first?.row(10)?.cells.map(\.kind) == [
                .uncomputed, .uncomputed, .uncomputed,
            ])
    }

    @Test(
        "formulas give truth values and errors",
        arguments: [
            ([1, 0, 1], RawCell.Kind.bool, "TRUE"), ([1, 0, 0], .bool, "FALSE"),
            ([2, 0, 7], .error, "#DIV/0!"), ([2, 0, 0x2A], .error, "#N/A"),
        ] as [([UInt8], RawCell.Kind, String)])
    func results(result: [UInt8], kind: RawCell.Kind, text: String) throws {
        var bytes = try ProjectFolder.bytes(Self.folder + "95-stream.xls")
        let place = try #require(bytes.firstRange(of: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
        bytes.replaceSubrange(place.lowerBound..<(place.lowerBound + 3), with: result)
        let cell = try #require(read(bytes, name: "w.xls").sheets.first?.cell(row: 10, column: 2))
        #expect(cell == RawCell(column: 2, text: text, kind: kind, isFormula: true))
    }

    @Test(
        "a program's guess at the code page does not spoil Chinese", arguments: [1252, 367, 0x8001])
    func wrongPage(page: Int) throws {
        let bytes = try withPage(page)
        #expect(read(bytes, name: "w.xls").sheets.first?.cell(row: 1, column: 1)?.text == "姓名")
    }

    @Test("text that is not in the code page is said to be unreadable, and the rest is read")
    func undecodable() throws {
        let drop = read(try withPage(1361 + 7), name: "w.xls")
        #expect(Set(drop.codes) == ["I0217"])
        #expect(drop.sheets.first?.cell(row: 1, column: 1)?.kind == .error)
        #expect(drop.sheets.first?.cell(row: 1, column: 3)?.text == "note")
    }

    private func withPage(_ page: Int) throws -> [UInt8] {
        var bytes = try ProjectFolder.bytes(Self.folder + "4.xls")
        let place = try #require(bytes.firstRange(of: [0x42, 0, 2, 0, 0xA8, 3]))
        bytes[place.upperBound - 2] = UInt8(page & 0xFF)
        bytes[place.upperBound - 1] = UInt8(page >> 8)
        return bytes
    }

    @Test(
        "what is no old workbook says what it is and how to save it anew",
        arguments: [
            ("加密.xls", "I0007", "密码"), ("加密.docx", "I0007", "密码"), ("加密.doc", "I0007", "密码"),
            ("文档.doc", "I0005", "另存为 .docx"), ("文档-内嵌表格.wps", "I0005", "另存为 .docx"),
            ("演示.ppt", "I0005", "PPT"), ("邮件.msg", "I0005", "附件"),
        ])
    func strangers(name: String, code: String, word: String) throws {
        let bytes = try ProjectFolder.bytes(Self.folder + "其他/" + name)
        let drop = read(bytes, name: name)
        #expect(drop.codes == [code])
        let diagnostic = try #require(drop.diagnostics.first)
        let said = diagnostic.message.zh + (diagnostic.help?.zh ?? "")
        #expect(said.contains(word))
    }

    @Test("copies and reports of ours are left aside when a program saves them in the old format")
    func own() {
        let section: [UInt8] = [
            0x05, 0xD5, 0xCD, 0xD5, 0x9C, 0x2E, 0x1B, 0x10, 0x93, 0x97, 0x08, 0x00, 0x2B, 0x2C,
            0xF9,
            0xAE,
        ]
        let head = Array(repeating: UInt8(0), count: 48) + section + [68, 0, 0, 0]
        #expect(OldProperties.isOwn(head + Array("hegui.digest".utf8)))
        #expect(OldProperties.isOwn(head + "hegui.digest".utf8.flatMap { [$0, UInt8(0)] }))
        #expect(!OldProperties.isOwn(head + Array("department".utf8)))
        #expect(!OldProperties.isOwn(Array("hegui.digest".utf8)))
    }
}

extension UInt64 {
    fileprivate var littleEndianBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }
}
