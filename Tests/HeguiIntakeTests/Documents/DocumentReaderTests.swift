import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Text documents")
struct DocumentReaderTests {
    private typealias D = DocumentBytes

    private func sheets(_ body: String) -> [Sheet] { D(body).sheets }

    /// Rows as `a|b`, with nothing for an empty cell.
    private func rows(_ sheet: Sheet?) -> [String] {
        (sheet?.rows ?? []).map { row in
            (1...max(1, row.cells.last?.column ?? 1)).map { row.cell(column: $0)?.text ?? "" }
                .joined(separator: "|")
        }
    }

    private static let page = D.p("<w:r><w:br w:type=\"page\"/></w:r>")

    // MARK: - Tables

    @Test("cells merged over columns and rows are blocks, in both ways to write them")
    func merged() {
        let body = D.table([
            D.row([D.cell("题", "<w:gridSpan w:val=\"3\"/>")]),
            D.row([
                D.cell("甲", "<w:vMerge w:val=\"restart\"/>"),
                D.cell("乙", "<w:hMerge w:val=\"restart\"/>"),
                D.cell("", "<w:hMerge w:val=\"continue\"/>"),
            ]),
            D.row([D.cell("", "<w:vMerge/>"), D.cell("丙"), D.cell("丁")]),
            D.row([D.cell("戊"), D.cell("己")], "<w:gridBefore w:val=\"1\"/>"),
            D.row([D.cell("旧"), D.cell("旧")], "<w:del w:id=\"1\"/>"),
        ])
        let sheet = sheets(body).first
        #expect(rows(sheet) == ["题", "甲|乙", "|丙|丁", "|戊|己"])
        #expect(
            sheet?.merged.ranges == [
                MergedRange(firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 3),
                MergedRange(firstRow: 2, firstColumn: 1, lastRow: 3, lastColumn: 1),
                MergedRange(firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 3),
            ])
    }

    @Test("content controls around rows and cells are no part of the table")
    func controlled() {
        let cell = D.control("<w:text/>", D.cell("乙"))
        let row = D.control("<w:text/>", D.row([D.cell("丙"), D.cell("丁")]))
        let body = D.control("", D.table([D.row([D.cell("甲"), cell]), row]))
        #expect(rows(sheets(body).first) == ["甲|乙", "丙|丁"])
    }

    @Test("each table is a sheet of its own with the text that belongs to it")
    func forms() {
        let form = D.table([["姓名", "赵一"], ["社区", "甲"]])
        let other = D.table([["姓名", "钱二"], ["社区", "乙"]])
        let body =
            D.line("附件1") + D.line("登记表") + form + D.line("赵一同志，于2013年1月6日已报到。")
            + D.line("（盖章）") + D.line("2013年1月6日") + D.line("附件1") + D.line("登记表") + other
            + D.line("注：一式2份。")
        let sheets = sheets(body)
        #expect(sheets.map(\.name) == ["表1", "表2"])
        #expect(
            rows(sheets[0]) == [
                "附件1", "登记表", "姓名|赵一", "社区|甲", "赵一同志，于2013年1月6日已报到。", "（盖章）", "2013年1月6日",
            ])
        #expect(rows(sheets[1]) == ["附件1", "登记表", "姓名|钱二", "社区|乙", "注：一式2份。"])
        // Places count from the first row of the table.
        #expect(
            sheets[1].address(row: 4, column: 2)
                == CellAddress(file: "表.docx", sheet: "表2", row: 2, column: 2))
        #expect(
            sheets[1].address(row: 1, column: 1) == CellAddress(file: "表.docx", sheet: "表2", row: 1)
        )
    }

    private static let between: [(String, [String], [String])] = [
        (D.line("填报单位：乙局"), [], ["填报单位：乙局"]),
        (D.line("填表人：赵一") + D.line("填报单位：乙局"), ["填表人：赵一"], ["填报单位：乙局"]),
        (D.line("全部到齐，没有遗漏。") + page + D.line("乙局的人"), ["全部到齐，没有遗漏。"], ["乙局的人"]),
        (D.line("全部到齐，没有遗漏。") + page, ["全部到齐，没有遗漏。"], []),
        (D.line("说明：共2人") + D.line("汇总表（单位用）"), ["说明：共2人"], ["汇总表（单位用）"]),
        (D.line("到2013年底") + D.p(D.r("题"), "<w:jc w:val=\"center\"/>"), ["到2013年底"], ["题"]),
        (D.p(D.r("（盖章）"), "<w:jc w:val=\"center\"/>") + D.line("附件2"), ["（盖章）"], ["附件2"]),
        (D.p(D.r("乙局"), "<w:pageBreakBefore/>"), [], ["乙局"]),
        (D.p(D.r("完。"), "<w:sectPr/>") + D.line("乙局的报表，如下"), ["完。"], ["乙局的报表，如下"]),
        (
            D.p(
                "<w:r><w:pict><v:textbox><w:txbxContent>" + D.line("附件2")
                    + "</w:txbxContent></v:textbox></w:pict></w:r>"), [], ["附件2"]
        ),
    ]

    @Test("lines between two tables go to the one that they close or head", arguments: between)
    func lines(body: String, below: [String], above: [String]) {
        let table = D.table([["姓名", "性别"], ["赵一", "男"], ["钱二", "女"]])
        let other = D.table([["社区", "日期"], ["甲", "1月"]])
        let sheets = sheets(table + body + other)
        #expect(rows(sheets.first).dropFirst(3) == below[...])
        #expect(rows(sheets.last) == above + ["社区|日期", "甲|1月"])
    }

    @Test(
        "a table that somebody has broken into two is one",
        arguments: [
            ("", [["序号", "姓名", "社区"], ["3", "孙三", "甲"]]),
            ("续表", [["序号", "姓名", "社区"], ["3", "孙三", "甲"]]),
            ("", [["3", "孙三", "甲"]]), ("第2页", [["3", "孙三", "甲"]]),
            ("汇总表", [["序号", "姓名", "社区"], ["1", "孙三", "甲"]]),
        ])
    func broken(between: String, rest: [[String]]) {
        let table = D.table([["序号", "姓名", "社区"], ["1", "赵一", "甲"], ["2", "钱二", "乙"]])
        let sheets = sheets(
            D.line("汇总表") + D.line("填报单位：甲局") + table + D.line(between) + D.table(rest))
        #expect(sheets.map(\.name) == ["表1至2"])
        #expect(sheets.first?.rows.count == 5 + rest.count)
    }

    @Test(
        "another table is no part of the one above it",
        arguments: [
            ("填报单位：乙局", [["序号", "姓名", "社区"], ["1", "孙三", "甲"]]), ("", [["7", "孙三", "甲"]]),
            ("", [["序号", "项目", "社区"], ["1", "孙三", "甲"]]),
        ])
    func apart(between: String, rest: [[String]]) {
        let table = D.table([["序号", "姓名", "社区"], ["1", "赵一", "甲"], ["2", "钱二", "乙"]])
        #expect(sheets(table + D.line(between) + D.table(rest)).map(\.name) == ["表1", "表2"])
    }

    @Test("forms side by side in a table that only orders the page are forms of their own")
    func layout() {
        func form(_ name: String) -> String {
            D.line("登记表") + D.table([["姓名", name], ["社区", "甲"]]) + D.line("（盖章）")
        }
        let body = D.table([
            D.row([D.cell(paragraphs: form("赵一")), D.cell(paragraphs: form("钱二"))])
        ])
        #expect(
            sheets(body).map { rows($0) }
                == ["赵一", "钱二"].map { ["登记表", "姓名|\($0)", "社区|甲", "（盖章）"] })
    }

    @Test("a table in a cell of a form is text of that cell")
    func inner() {
        let inner = D.table([["□甲", "☑乙"], ["□丙", "□丁"]])
        let body = D.table([
            D.row([D.cell("姓名"), D.cell("赵一")]),
            D.row([D.cell("项目"), D.cell(paragraphs: inner + D.line(""))]),
        ])
        #expect(rows(sheets(body).first) == ["姓名|赵一", "项目|□甲  ☑乙\n□丙  □丁"])
    }

    @Test("labels and values in a table of their own above another one head it")
    func labels() {
        let labels = D.table([["填报单位：", "甲局", "填报人：", "赵一"]])
        let table = D.table([["序号", "姓名", "社区"], ["1", "赵一", "甲"]])
        #expect(
            sheets(labels + D.line("") + table).map { rows($0) } == [
                ["填报单位：|甲局|填报人：|赵一", "序号|姓名|社区", "1|赵一|甲"]
            ])
    }

    @Test("the head of the page stands above its tables where they do not say it themselves")
    func headers() {
        let table = D.table([["姓名", "社区"], ["赵一", "甲"]])
        var document = D(
            D.line("登记表") + table
                + "<w:sectPr><w:headerReference r:id=\"r7\"/><w:footerReference r:id=\"r8\"/></w:sectPr>"
        )
        document.parts = [
            (
                "word/header1.xml",
                "<w:hdr>" + D.line("填报单位：甲局") + D.line("登记表") + D.line("第1页") + "</w:hdr>"
            ),
            ("word/footer1.xml", "<w:ftr>" + D.line("- 1 -") + D.line("说明：共1人") + "</w:ftr>"),
        ]
        document.relationships = [("r7", "header", "header1.xml"), ("r8", "footer", "footer1.xml")]
        #expect(
            rows(document.sheets.first) == ["填报单位：甲局", "登记表", "姓名|社区", "赵一|甲", "说明：共1人"])
    }

    @Test("a letter before the first form is no part of it")
    func letter() {
        let table = D.table([["姓名", "社区"], ["赵一", "甲"]])
        let letter = D.line("关于报送的通知") + D.line("附件：1、登记表") + Self.page
        #expect(
            rows(sheets(letter + D.line("附件1") + D.line("登记表") + table).first) == [
                "附件1", "登记表", "姓名|社区", "赵一|甲",
            ])
        #expect(rows(sheets(letter + table).first) == ["姓名|社区", "赵一|甲"])
    }

    // MARK: - Files

    @Test(
        "the same document reads alike whatever its prefix, namespace and main part are called",
        arguments: ["word/document.xml", "word/document2.xml", "parts/text.xml"])
    func names(main: String) {
        let plain = D(D.line("登记表") + D.table([["姓名", "赵一"], ["社区", "甲"]]))
        for (prefix, namespace) in [
            ("w", plain.namespace), ("ns0", plain.namespace), ("", plain.namespace),
            ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ] {
            var other = plain
            other.prefix = prefix
            other.namespace = namespace
            other.main = main
            #expect(rows(other.sheets.first) == ["登记表", "姓名|赵一", "社区|甲"])
        }
    }

    @Test("what a style hides is not read, unless the text says otherwise")
    func hiddenStyles() {
        let hides = "<w:rPr><w:vanish/></w:rPr>"
        let styles = [
            ("mark", "character", hides), ("note", "paragraph", hides),
            ("more", "paragraph", "<w:basedOn w:val=\"note\"/>"),
            (
                "again", "paragraph",
                "<w:basedOn w:val=\"note\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
            ),
            ("round", "paragraph", "<w:basedOn w:val=\"round\"/>"),
            ("table", "table", "<w:tblStylePr w:type=\"firstRow\">\(hides)</w:tblStylePr>"),
        ].map { "<w:style w:type=\"\($0.1)\" w:styleId=\"\($0.0)\">\($0.2)</w:style>" }
        func paragraph(_ style: String, _ runs: String) -> String {
            D.p(runs, "<w:pStyle w:val=\"\(style)\"/>")
        }
        let texts = [
            paragraph("note", D.r("隐") + D.r("一", "<w:vanish w:val=\"0\"/>")),
            paragraph("more", D.r("隐")),
            paragraph("again", D.r("二")), paragraph("round", D.r("三")),
            paragraph("table", D.r("四")), D.p(D.r("隐", "<w:rStyle w:val=\"mark\"/>") + D.r("五")),
            D.p(D.r("六", "<w:rStyle w:val=\"mark\"/><w:vanish w:val=\"0\"/>")),
            paragraph("note", D.r("七", "<w:rStyle w:val=\"mark\"/>")),
        ]
        var document = D(
            D.table([
                D.row([D.cell("姓名"), D.cell("社区")]),
                D.row([D.cell("赵一"), D.cell(paragraphs: texts.joined())]),
            ]))
        document.parts = [("word/styles.xml", "<w:styles>\(styles.joined())</w:styles>")]
        document.relationships = [("r1", "styles", "styles.xml")]
        let drop = document.drop()
        let cell = drop.sheets.first?.rows.last?.cell(column: 2)
        #expect(cell?.text.filter { !$0.isNewline } == "一二三四五六七")
        #expect(drop.diagnostics.map(\.code) == ["I0225"])
    }

    private static let object =
        "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"r9\"/></w:object></w:r></w:p>"
    private static let others: [(String, [String], Int)] = [
        (D.line("关于报送的通知。"), ["I0005"], 0),
        (["登记表", "姓名 赵一", "社区 甲", "项目 理发"].map(D.line).joined(), [], 1),
        (D.p("<w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r>"), ["I0005"], 0),
        (object, ["I0224"], 0),
        (object + D.table([["姓名", "社区"], ["赵一", "甲"]]), ["I0224"], 1),
        (D.p(D.r("隐", "<w:vanish/>")) + D.table([["姓名", "社区"], ["赵一", "甲"]]), ["I0225"], 1),
        (
            (0..<4).map { _ in
                D.p(
                    "<w:r><w:t>1</w:t><w:tab/><w:t>赵一</w:t><w:tab/><w:t>男</w:t><w:tab/><w:t>甲</w:t></w:r>"
                )
            }.joined(), ["I0226"], 0
        ),
        (D.line("登记表") + D.line("姓名：赵一") + D.line("社区：甲") + D.line("项目：☑乙"), [], 1),
        (
            D.table([
                D.row([D.cell("姓名"), D.cell("社区")]),
                D.row([D.cell("赵一"), D.cell("甲")], "<w:hidden/>"),
            ]), ["I0210"], 1
        ),
    ]

    @Test("what a document holds that is no table to read is said", arguments: others)
    func said(body: String, codes: [String], count: Int) {
        let drop = D(body).drop()
        #expect(drop.diagnostics.map(\.code) == codes)
        #expect(drop.sheets.count == count)
    }

    @Test("a document that cannot be read is refused, with how to save it anew")
    func refused() {
        let table = D.table([["姓名", "社区"], ["赵一", "甲"]])
        var doctype = D(table)
        doctype.doctype = "<!DOCTYPE w [<!ENTITY a 'b'>]>"
        let deep = String(repeating: "<w:x>", count: 80) + String(repeating: "</w:x>", count: 80)
        var few = IntakeLimits()
        few.tables = 1
        var narrow = IntakeLimits()
        narrow.cellLength = 3
        for (bytes, limits, code) in [
            (doctype.bytes, IntakeLimits(), "I0205"), (D(deep).bytes, IntakeLimits(), "I0206"),
            (D("<w:p>").bytes, IntakeLimits(), "I0204"),
            (D(table + D.line("填报单位：乙") + table).bytes, few, "I0227"),
            (D(table + D.line("一二三四")).bytes, narrow, "I0108"),
        ] {
            let drop = DocumentBytes.drop(bytes, limits: limits)
            #expect(drop.diagnostics.map(\.code) == [code])
            #expect(drop.diagnostics.first?.help == .saveDocumentAnew)
            #expect(drop.files.first?.outcome == .rejected(code: code))
        }
    }

    @Test("documents with bytes changed or cut off end in a diagnostic or in rows")
    func hostile() {
        let body =
            D.line("登记表") + D.table([["姓名", "赵一"], ["社区", "甲"]]) + Self.object
            + D.p(D.field("<w:checkBox/>", "FORMCHECKBOX"))
            + D.control("<w14:checkbox/>", D.line("☐"))
        let good = D(body).bytes
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<400 {
            var bytes = good
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
            let drop = DocumentBytes.drop(bytes)
            #expect(!drop.sheets.isEmpty || !drop.diagnostics.isEmpty)
        }
        // Elements left out or repeated, which stay well-formed XML.
        let tags = body.split(separator: "<", omittingEmptySubsequences: true).map { "<" + $0 }
        for _ in 0..<400 {
            var kept = tags
            let place = next(kept.count)
            if next(2) == 0 {
                kept.remove(at: place)
            } else {
                kept.insert(kept[place], at: next(kept.count))
            }
            _ = D(kept.joined()).drop()
        }
    }
}
