import Testing

@testable import HeguiSheets

@Suite("Names of copies")
struct CopyNamesTests {
    @Test("no two copies have one name, and workbooks keep theirs")
    func relative() {
        let names = CopyNames.relative([
            ("甲/a.xls", false), ("甲/a.xlsx", true), ("甲/A.csv", false), ("甲/a.docx", false),
            ("乙/a.xls", false), ("b.xlsm", true), ("c", false), ("d.xls", true),
            ("总.zip ▸ ../x.csv", false), (".隐", false),
        ])
        #expect(
            names == [
                "甲/a（xls）.xlsx", "甲/a.xlsx", "甲/A（csv）.xlsx", "甲/a（docx）.xlsx", "乙/a.xlsx",
                "b.xlsm", "c.xlsx", "d.xlsx", "总.zip/_/x.xlsx", ".隐.xlsx",
            ])
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
    }

    @Test(
        "a copy stands beside its original",
        arguments: [
            ("甲/名单.xlsx", true, "甲/名单.已标注.xlsx"), ("名单.xlsm", true, "名单.已标注.xlsm"),
            ("名单.csv", false, "名单.已标注.xlsx"), ("名.单/表", false, "名.单/表.已标注.xlsx"),
            ("名单.xls", true, "名单.已标注.xlsx"),
        ])
    func beside(path: String, isWorkbook: Bool, copy: String) {
        #expect(CopyNames.beside(path, mark: ".已标注", isWorkbook: isWorkbook) == copy)
    }
}
