import FoundationEssentials
import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Drops")
struct DropReaderTests {
    /// A folder for one test, gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hegui-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ text: String, _ path: String) throws {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: "/" + folder, withIntermediateDirectories: true
        )
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    }

    @Test(
        "the ending of a name promises one kind of file",
        arguments: [
            ("甲.xlsx", PromisedFormat.workbook), ("甲.XLS", .workbook), ("a.et", .workbook),
            ("a.xlsm", .workbook), ("a.csv", .table), ("A.TXT", .table), ("a.tsv", .table),
            ("a.yaml", .yaml), ("a.yml", .yaml),
        ])
    func promised(name: String, format: PromisedFormat) {
        #expect(PromisedFormat(name: name) == format)
        #expect(PromisedFormat(name: name + ".bak") == nil)
    }

    @Test("what was listed once is read row by row and as paths are")
    func listedOnce() throws {
        try withFolder { folder in
            try write("a,b\n1,2\n", folder + "/一/1.csv")
            try write("a,b\n3,4\n", folder + "/2.csv")
            let paths = [folder + "/一", folder + "/2.csv"]
            let listing = DropListing(of: paths.reversed())
            #expect(listing.found.map(\.name) == ["2.csv", "一/1.csv"])
            #expect(DropReader().read(listing).files == DropReader().read(paths).files)
        }
    }

    @Test("files are listed in byte order with names relative to the drop")
    func order() throws {
        try withFolder { folder in
            for name in ["乙.csv", "b/2.csv", "B.csv", "b/1.csv", "甲.csv"] {
                try write("a,\(name)\n1,2\n", folder + "/" + name)
            }
            let drop = DropReader().read([folder])
            #expect(drop.files.map(\.name) == ["B.csv", "b/1.csv", "b/2.csv", "乙.csv", "甲.csv"])
            #expect(drop.sheets.map(\.file) == drop.files.map(\.name))
            #expect(drop.codes == [])
            let single = DropReader().read([folder + "/b/1.csv"])
            #expect(single.files.map(\.name) == ["1.csv"])
            let both = DropReader().read([folder + "/b", folder + "/B.csv"])
            #expect(both.files.map(\.name) == ["B.csv", "b/1.csv", "b/2.csv"])
            #expect(both.files == DropReader().read([folder + "/B.csv", folder + "/b/"]).files)
        }
    }

    @Test("lock, hidden, system and temporary files are left aside and accounted for")
    func leftAside() throws {
        try withFolder { folder in
            let names = [
                "~$甲.xlsx", ".~lock.甲.xlsx#", ".DS_Store", "Thumbs.db", "x.tmp", "desktop.ini",
                "__MACOSX/a.csv", ".hidden/a.csv",
            ]
            for name in names { try write("a,b\n", folder + "/" + name) }
            let drop = DropReader().read([folder])
            #expect(drop.sheets.isEmpty)
            #expect(drop.codes == [])
            #expect(drop.files.count == names.count)
            for file in drop.files {
                guard case .ignored(let reason) = file.outcome else {
                    Issue.record("\(file.name) was not left aside")
                    continue
                }
                #expect(!reason.zh.isEmpty)
            }
        }
    }

    @Test("the format is found in the bytes, whatever the name says")
    func formats() throws {
        let text = "a,b\n1,2\n"
        #expect(read(text, name: "x.xlsx").sheets.count == 1)
        let workbook = WorkbookBytes(rows: "<row r='1'><c r='A1'><v>1</v></c></row>").bytes
        #expect(read(workbook, name: "x.csv").grid == [["1"]])
        #expect(read("").codes == ["I0009"])
        #expect(read("%PDF-1.4").codes == ["I0005"])
        #expect(read("只有一段文字，没有分列。\n", name: "说明.txt").codes == ["I0005"])
        #expect(read("姓名\n张三\n", name: "x.csv").grid == [["姓名"], ["张三"]])
        #expect(read("<html><table><tr><td>1</td></tr></table>", name: "x.xls").grid == [["1"]])
        #expect(read("\u{FEFF}<?xml version='1.0'?><Workbook/>", name: "x.xls").codes == ["I0008"])
        let yaml = read("waivers: []\n", name: "说明.yaml")
        #expect(yaml.documents.map(\.name) == ["说明.yaml"])
        #expect(yaml.files.first?.outcome == .read(.yaml))
    }

    @Test(
        "old Office files say what they are and what to do",
        arguments: [
            ("Workbook", "I0216"), ("EncryptedPackage", "I0007"), ("WordDocument", "I0005"),
            ("Other", "I0005"),
        ]
    )
    func compoundFiles(stream: String, code: String) {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 1_024 - bytes.count)
        for letter in stream.utf8 { bytes += [letter, 0] }
        bytes += [UInt8](repeating: 0, count: 128)
        let drop = read(bytes, name: "x.xls")
        #expect(drop.codes == [code])
        #expect(drop.diagnostics.first?.help != nil)
    }

    @Test("copies and second ways to a file are read once")
    func copies() throws {
        try withFolder { folder in
            try write("a,b\n1,2\n", folder + "/a.csv")
            try write("a,b\n1,2\n", folder + "/a(2).csv")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.csv", withDestinationPath: folder + "/a.csv"
            )
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/loop", withDestinationPath: folder
            )
            let drop = DropReader().read([folder])
            #expect(drop.sheets.map(\.file) == ["a(2).csv"])
            #expect(drop.codes.sorted() == ["I0002", "I0002", "I0010"])
            #expect(drop.files.count == 4)
        }
    }

    @Test("paths that are not there, dead links and files too large are reported; the rest is read")
    func unreadable() throws {
        try withFolder { folder in
            try write("a,b\n1,2\n", folder + "/a.csv")
            try write("a,b\n1,2\n3,4\n5,6\n", folder + "/large.csv")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/dead", withDestinationPath: folder + "/nowhere"
            )
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/self", withDestinationPath: folder + "/self"
            )
            var limits = IntakeLimits()
            limits.fileBytes = 12
            let drop = DropReader(limits: limits).read([folder, folder + "/missing"])
            #expect(drop.codes.sorted() == ["I0001", "I0001", "I0001", "I0003"])
            #expect(drop.sheets.count == 1)
            #expect(drop.files.count == 5)
        }
    }

    @Test("too many files and too deep folders are reported where reading stops")
    func tooMany() throws {
        try withFolder { folder in
            for name in ["a.csv", "b.csv", "c.csv"] {
                try write("a,\(name)\n", folder + "/" + name)
            }
            try write("a,b\n", folder + "/d/e/f.csv")
            var limits = IntakeLimits()
            limits.files = 2
            #expect(DropReader(limits: limits).read([folder]).codes == ["I0004"])
            limits.files = 9
            limits.folderDepth = 1
            let drop = DropReader(limits: limits).read([folder])
            #expect(drop.codes == ["I0004"])
            #expect(drop.sheets.count == 3)
        }
    }

    @Test("names in GB18030 and with control characters are shown safely")
    func displayNames() {
        #expect(DisplayName.text([0xBC, 0xD7]) == "甲")
        #expect(DisplayName.text(Array("甲\n\u{1B}".utf8)) == "甲\\x0A\\x1B")
        #expect(DisplayName.text([0x61, 0xFF]) == "a\\xFF")
    }
}
