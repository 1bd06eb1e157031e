import HeguiDiagnostics
import Testing

@testable import HeguiTables

@Suite("Keys of the rows that findings stand in")
struct RowKeysTests {
    /// Registers in which the month of birth of M2 cannot be read, after `blank` rows.
    private func findings(blank: Int) throws -> [DataFinding] {
        var drop = TestDrop()
        drop.add("units.csv", [["单位名称", "性质", "人数"], ["区甲局", "机关", "2"]])
        let blanks = Array(repeating: [String?](), count: blank)
        drop.add(
            "members.csv",
            [["编号", "姓名", "出生年月", "手机", "单位"], ["M1", "赵一", "1980-01", "19900000001", "区甲局"]]
                + blanks + [["M2", "钱二", "十三月", "19900000002", "区甲局"]])
        return try drop.tables().findings
    }

    @Test("a finding in a row that was read is known by the row's key, wherever it stands")
    func key() throws {
        let (near, far) = (try findings(blank: 0), try findings(blank: 4))
        #expect(near.map(\.key) == ["M2"])
        #expect(far.map(\.key) == ["M2"])
        #expect(near.first?.cell.row == 3 && far.first?.cell.row == 7)
    }
}
