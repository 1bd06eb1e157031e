import HeguiDiagnostics
import HeguiPack
import HeguiTables
import Testing

@testable import HeguiIntake

@Suite("Tables of examples")
struct ExampleTablesTests {
    @Test("cells are typed, columns not written are not given, references go by key")
    func example() throws {
        let pack = try TestPack.load()
        let example = try #require(pack.rules.first?.examples.first)
        let tables = ExampleTables.make(example.situation, pack)
        #expect(tables.findings == [])
        #expect(tables.data("units", "kind", in: pack) == [.text("agency")])
        #expect(
            tables.data("members", "hired_on", in: pack) == [.day(range("2013-01")), .notGiven])
        #expect(tables.data("members", "leader", in: pack) == [.bool(false), .notGiven])
        #expect(tables.data("members", "born", in: pack) == [.notGiven, .absent])
        #expect(tables.references("members", "unit_id", in: pack) == [0, 0])
        #expect(tables.references("entries", "member_id", in: pack) == [1])
        #expect(tables.data("entries", "projects", in: pack) == [.list(["助老", "助残"])])
        #expect(tables.table("visits")?.isGiven == false)
        #expect(tables.table("totals")?.isGiven == true)
        #expect(tables.table("members")?.rows.last?.address.row == 2)
        #expect(tables.table("members")?.rows.last?.address.file == "two people")
    }
}
