import HeguiDiagnostics
import Testing

@Suite("cell addresses")
struct CellAddressTests {
    @Test(
        "columns have the letters of spreadsheets",
        arguments: [
            (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
            (16384, "XFD"),
        ])
    func letters(column: Int, letters: String) {
        #expect(CellAddress.letters(ofColumn: column) == letters)
        #expect(CellAddress.column(ofLetters: letters) == column)
        #expect(CellAddress.column(ofLetters: letters.lowercased()) == column)
    }

    @Test("what is no column has no letters and no number")
    func nothing() {
        #expect(CellAddress.letters(ofColumn: 0).isEmpty)
        #expect(CellAddress.letters(ofColumn: -1).isEmpty)
        for text in ["", "A1", "列", "@", "AAAAAAAA"] {
            #expect(CellAddress.column(ofLetters: text) == nil)
        }
    }

    @Test("a place is named from file to cell")
    func description() {
        let cell = CellAddress(file: "附件2.xlsx", sheet: "Sheet1", row: 5, column: 3)
        #expect(Location.cell(cell).description(in: .english) == "附件2.xlsx ▸ Sheet1 ▸ C5")
        let row = Location.cell(CellAddress(file: "a.csv", row: 5))
        #expect(row.description(in: .chinese) == "a.csv ▸ 第 5 行")
        #expect(row.description(in: .english) == "a.csv ▸ row 5")
        #expect(Location.file("a.csv").description(in: .chinese) == "a.csv")
    }
}
