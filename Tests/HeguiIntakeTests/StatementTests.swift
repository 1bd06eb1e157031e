import HeguiDiagnostics
import HeguiPack
import HeguiTables
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("Waivers and explanations")
struct StatementTests {
    private func read(yaml: String, isNamed: Bool = true) throws -> Tables {
        let source = SourceText(name: "w.yaml", bytes: Array(yaml.utf8))
        let drop = Drop(
            documents: [source], files: [DropFile(name: "w.yaml", outcome: .read(.yaml))]
        )
        let named = isNamed ? NamedWaivers(ofDrop: ["w.yaml"]) : NamedWaivers()
        return Intake(try TestPack.load(), named: named).read(drop)
    }

    @Test("both are read from YAML with their places")
    func yaml() throws {
        let tables = try read(
            yaml: """
                waivers:
                  - { rule: r1, subject: 区甲局, reason: 因故, approver: 某, day: 2013-12-20, expires: 2014-06-30 }
                explanations:
                  - rule: r2
                    subject: M1
                    text: 已核实
                    author: 某
                    day: 2013-12-28
                """
        )
        #expect(tables.diagnostics == [])
        #expect(tables.waivers.map(\.subject) == ["区甲局"])
        #expect(tables.waivers.first?.expires == day("2014-06-30"))
        #expect(tables.explanations.map(\.text) == ["已核实"])
        guard case .text(let span) = tables.explanations.first?.location else {
            Issue.record("no place in the text")
            return
        }
        #expect(span.start.line == 4)
        #expect(tables.files.map(\.notRead) == [nil])
    }

    @Test(
        "malformed records are diagnostics with their place",
        arguments: [
            ("waivers:\n  - { rule: r, subject: s }\n", ["I0301", "I0301", "I0301", "I0301"]),
            (
                "explanations:\n  - { rule: r, subject: s, text: t, author: a, day: 2013-01 }\n",
                ["I0302"]
            ),
            (
                "explanations:\n  - { rule: r, subject: s, txt: t, author: a, day: 2013-01-02 }\n",
                ["I0303", "I0301"]
            ),
            ("waivers: none\n", ["I0304"]), ("waivers:\n  - none\n", ["I0304"]),
            ("waivers: []\nother: 1\n", ["I0303"]),
        ]
    )
    func malformed(yaml: String, codes: [String]) throws {
        let tables = try read(yaml: yaml)
        #expect(tables.diagnostics.map(\.code) == codes)
        #expect(tables.waivers.isEmpty && tables.explanations.isEmpty)
        #expect(tables.diagnostics.allSatisfy { $0.location != nil })
    }

    @Test("a waiver in a file that nobody named is a request, told with its place")
    func requested() throws {
        let tables = try read(
            yaml: """
                waivers:
                  - { rule: r1, subject: 区甲局, reason: 因故, approver: 自己, day: 2013-12-20, expires: 2014-06-30 }
                """, isNamed: false)
        #expect(tables.waivers.isEmpty)
        let request = try #require(tables.diagnostics.first)
        #expect(request.code == "I0308" && request.severity == .warning)
        guard case .text(let span) = request.location else {
            Issue.record("no place in the text")
            return
        }
        #expect(span.file == "w.yaml" && span.start.line == 2)
        for word in ["r1", "区甲局", "自己"] { #expect(request.message.zh.contains(word)) }
    }

    @Test("a long text is quoted by its beginning")
    func longRequest() throws {
        let long = String(repeating: "很", count: 5_000)
        let tables = try read(
            yaml: "waivers:\n  - { rule: \(long), subject: \(long), reason: r, approver: \(long), "
                + "day: 2013-12-20, expires: 2014-06-30 }\n", isNamed: false)
        let request = try #require(tables.diagnostics.first)
        #expect(request.message.zh.count < 250)
    }

    @Test("a waiver may give the number of its document, in YAML and in a sheet")
    func document() throws {
        let yaml = try read(
            yaml: """
                waivers:
                  - { rule: r, subject: s, reason: 因故, approver: 某, document: 西组〔2013〕9号, day: 2013-12-20, expires: 2014-06-30 }
                """)
        #expect(yaml.waivers.map(\.document) == ["西组〔2013〕9号"])
        var drop = TestDrop()
        drop.add(
            "w.csv",
            [
                ["规则", "对象", "理由", "批准人", "文号", "批准日期", "有效期至"],
                ["r", "区甲局", "因故", "某", "9号", "2013-12-20", "2014-06-30"],
                ["r", "区乙局", "因故", "某", "", "2013-12-20", "2014-06-30"],
            ])
        let sheet = try drop.tables(named: NamedWaivers(ofDrop: ["w.csv"]))
        #expect(sheet.waivers.map(\.document) == ["9号", nil])
    }

    @Test("another YAML text is accounted for as not read")
    func otherYAML() throws {
        let tables = try read(yaml: "settings: 1\n")
        #expect(tables.diagnostics == [])
        #expect(tables.files.first?.notRead != nil)
    }

    @Test("sheets with their headings are read too, row by row")
    func sheets() throws {
        var drop = TestDrop()
        drop.add(
            "说明.csv",
            [
                ["规则", "对象", "说明", "填写人", "日期"], ["r", "M1", "已核实", "某", "2013年12月28日"],
                ["r", "M2", "已核实", "某", "12月"],
            ]
        )
        drop.add(
            "w.csv",
            [
                ["rule", "subject", "reason", "approver", "day", "expires"],
                ["r", "区甲局", "因故", "某", "2013-12-20", "2014-06-30"],
            ]
        )
        #expect(try drop.tables().waivers.isEmpty)
        let tables = try drop.tables(named: NamedWaivers(ofDrop: ["w.csv"]))
        #expect(tables.explanations.map(\.subject) == ["M1"])
        #expect(tables.waivers.map(\.rule) == ["r"])
        #expect(tables.diagnostics.map(\.code) == ["I0302"])
        let sheet = tables.files.first { $0.file == "说明.csv" }?.sheets.first
        #expect((sheet?.rowsRead, sheet?.rowsRejected, sheet?.rowCount) == (1, 1, 3))
    }
}
