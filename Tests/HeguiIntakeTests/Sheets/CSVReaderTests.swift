import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("CSV")
struct CSVReaderTests {
    @Test(
        "fields and records are cut as RFC 4180 says",
        arguments: [
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\n\"x,y\",2", [["a", "b"], ["x,y", "2"]]),
            ("a,b\n\"x\ny\",2", [["a", "b"], ["x\ny", "2"]]),
            ("a,b\n\"x\r\ny\",2", [["a", "b"], ["x\ny", "2"]]),
            ("a,b\n\"say \"\"hi\"\"\",2", [["a", "b"], ["say \"hi\"", "2"]]),
            ("a,b\n\"\",2", [["a", "b"], [nil, "2"]]),
            ("a,b\n\"1\" ,2", [["a", "b"], ["1", "2"]]),
            ("a,b\n5\",2", [["a", "b"], ["5\"", "2"]]),
            ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
            ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
            ("a\tb,c\n1\t2,3\n4\t5", [["a", "b,c"], ["1", "2,3"], ["4", "5"]]),
            ("sep=;\na;b,c\n1;2", [["a", "b,c"], ["1", "2"]]),
            ("姓名,单位\n张三,甲局\n", [["姓名", "单位"], ["张三", "甲局"]]),
            ("姓名|单位\n张三|甲局\n", [["姓名", "单位"], ["张三", "甲局"]]),
            ("姓名，单位\n张三，甲局\n", [["姓名", "单位"], ["张三", "甲局"]]),
            (
                "名单\n姓名|项目\n张三|a,b\n李四|c,d\n",
                [["名单"], ["姓名", "项目"], ["张三", "a,b"], ["李四", "c,d"]]
            ),
            ("姓名，项目\n张三，\"甲，乙\"\n李四，\n", [["姓名", "项目"], ["张三", "甲，乙"], ["李四"]]),
            ("姓名，项目\n张三，a,b\n李四，c\n", [["姓名", "项目"], ["张三", "a,b"], ["李四", "c"]]),
            ("sep=|\n姓名|单位\n张三|甲,局", [["姓名", "单位"], ["张三", "甲,局"]]),
            ("'a','b'\n'x,y','2'\n", [["a", "b"], ["x,y", "2"]]),
            ("'a';'b'\n'it''s';\n", [["a", "b"], ["it's"]]),
            ("'a'|'b'\n'1'|'2'\n3|4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
            ("a,b\n'1,'2\n", [["a", "b"], ["'1", "'2"]]),
            ("'a,b\n'1,2\n", [["'a", "b"], ["'1", "2"]]),
            ("\"a\", \"b\"\n\"1\", \"x,y\"\n", [["a", "b"], ["1", "x,y"]]),
            ("a, b\n1,\t\"x\ny\"\n", [["a", "b"], ["1", "x\ny"]]),
            ("a, b\n1, 2\n", [["a", " b"], ["1", " 2"]]),
            ("a,b\n1, \"x\" y\n", [["a", "b"], ["1", " \"x\" y"]]),
        ] as [(String, [[String?]])]
    )
    func cutting(text: String, grid: [[String?]]) {
        let drop = read(text)
        #expect(drop.grid == grid)
        #expect(drop.codes == [])
    }

    @Test(
        "whatever separates and quotes the fields, they are the same",
        arguments: [",", ";", "\t", "|", "，"], ["", "\"", "'"])
    func dialects(delimiter: String, quote: String) {
        let grid = [
            ["姓名", "单位", "电话"], ["张三", "甲局", "1"], ["李四", "乙局", "2"], ["王五", "丙局", "3"],
        ]
        for blanks in quote.isEmpty ? [""] : ["", " ", "  "] {
            let lines = grid.map { row in
                row.map { quote + $0 + quote }.joined(separator: delimiter + blanks)
            }
            for end in ["\n", "\r\n", "\r"] {
                let drop = read(lines.joined(separator: end) + end)
                #expect(drop.grid == grid, "\(lines)")
                #expect(drop.codes == [])
            }
        }
    }

    @Test(
        "sentences are no table",
        arguments: [
            "各单位，请报送。\n各社区，请登记。\n", "甲|乙\n一|二|三\n", "通知，一\n请各单位，各社区，于月底前报送\n",
            "说明|说明\n一|二\n", "|甲\n一|二\n", "“快”，“好”，就是要求\n",
        ])
    func sentences(text: String) {
        var drop = Drop()
        let outcome = DropReader(limits: IntakeLimits())
            .read(Array(text.utf8), name: "说明.txt", into: &drop)
        #expect(drop.sheets.isEmpty, "\(outcome)")
    }

    @Test("rows are numbered as a spreadsheet program numbers them, and know their line")
    func numbering() {
        let drop = read("a,b\n\n\"x\ny\",1\nz,2\n")
        #expect(drop.sheets.first?.rows.map(\.number) == [1, 3, 4])
        #expect(drop.sheets.first?.rows.map(\.line) == [1, 3, 5])
    }

    @Test("a quote that never closes is reported where it opens, and the file rejected")
    func openQuote() throws {
        let drop = read("a,b\n1,2\n3,\"four\n5,6\n")
        #expect(drop.codes == ["I0105"])
        let address = CellAddress(file: "f.csv", row: 3, column: 2)
        #expect(drop.diagnostics.first?.location == .cell(address))
        #expect(drop.diagnostics.first?.message.en.contains("line 3") == true)
        #expect(drop.files.first?.outcome == .rejected(code: "I0105"))
        #expect(drop.sheets.isEmpty)
    }

    @Test("text after a closing quote is taken into the cell and reported")
    func strayText() {
        let drop = read("a,b\n\"x\"y,2\n")
        #expect(drop.grid == [["a", "b"], ["xy", "2"]])
        #expect(drop.codes == ["I0107"])
    }

    @Test(
        "rows of another width are reported, once a width",
        arguments: [
            ("a,b,c\n1,2,3\n1,2\n1,2\n", 1), ("a,b,c\n1,2,3\n1,2,3,4\n", 1),
            ("a,b,c\n1,2,3\n1,2,3,,\n", 0), ("标题\na,b,c\n1,2,3\n合计\n", 0),
            ("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3\n", 2),
        ]
    )
    func raggedRows(text: String, count: Int) {
        #expect(read(text).codes == [String](repeating: "I0106", count: count))
    }

    @Test("a cell, a row or a file beyond the limits is refused")
    func limits() {
        var limits = IntakeLimits()
        limits.cellLength = 5
        limits.columns = 3
        limits.rows = 4
        func codes(_ text: String) -> [String] {
            var drop = Drop()
            _ = DropReader(limits: limits).read(Array(text.utf8), name: "f.csv", into: &drop)
            return drop.codes
        }
        #expect(codes("a,b\n一二三四五,1") == [])
        #expect(codes("a,b\n一二三四五六,1") == ["I0108"])
        #expect(codes("a,b\n\"" + String(repeating: "x", count: 99)) == ["I0108"])
        #expect(codes("a,b\n1,2,3,4") == ["I0109"])
        #expect(codes("a,b\n1,2\n1,2\n1,2\n") == [])
        #expect(codes("a,b\n1,2\n1,2\n1,2\n1,2\n") == ["I0110"])
    }

    @Test("a character that an earlier conversion lost is reported with its cell")
    func replacementCharacter() {
        let drop = read("姓名,单位\n李\u{FFFD},甲局\n王\u{FFFD},乙局\n")
        #expect(drop.codes == ["I0104"])
        #expect(
            drop.diagnostics.first?.location == .cell(CellAddress(file: "f.csv", row: 2, column: 1))
        )
    }
}
