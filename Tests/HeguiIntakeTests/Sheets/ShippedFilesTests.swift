import FoundationEssentials
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("The project's own files")
struct ShippedFilesTests {
    private static func path(_ relative: String) -> String {
        ProjectFolder.url(relative).path
    }

    private static let loaded = Result { try PackFolder.rules.load("xihu-2013") }

    private static func pack() throws -> Pack { try loaded.get() }

    private static let broken = [
        ("truncated.xlsx", "I0201"), ("not-a-zip.xlsx", "I0011"),
        ("password-protected.xlsx", "I0007"),
        ("old-xls.xls", "I0216"), ("zip-bomb.xlsx", "I0203"), ("entity-bomb.xlsx", "I0205"),
        ("deep-nesting.xlsx", "I0206"), ("path-traversal.xlsx", "I0211"),
        ("shared-string-out-of-range.xlsx", "I0207"), ("missing-sheet-part.xlsx", "I0202"),
        ("huge-dimension.xlsx", "D0022"), ("float-dates.xlsx", "D0002"),
        ("wrong-headers.csv", "D0010"),
        ("mixed-encodings.csv", "I0101"), ("truncated-gb18030.csv", "I0102"),
        ("unbalanced-quote.csv", "I0105"), ("nul-bytes.csv", "I0103"), ("ragged-rows.csv", "I0106"),
        ("duplicate-headers.csv", "D0021"), ("empty.csv", "I0009"), ("same-name.csv", "D0023"),
    ]

    @Test("each broken input says what is wrong with it", arguments: broken)
    func brokenInputs(name: String, code: String) throws {
        let tables = Intake(try Self.pack()).read([Self.path("fixtures/broken-inputs/" + name)])
        let codes = tables.diagnostics.map(\.code) + tables.findings.map(\.code)
        #expect(codes.contains(code), "\(codes)")
        #expect(tables.files.count == 1)
    }

    @Test("a list is read around a cell at the far corner; rows before a cut line are read")
    func partsThatAreRead() throws {
        let intake = Intake(try Self.pack())
        func rows(_ name: String) -> Int {
            let tables = intake.read([Self.path("fixtures/broken-inputs/" + name)])
            return tables.files.flatMap(\.sheets).reduce(0) { $0 + $1.rowsRead }
        }
        #expect(rows("huge-dimension.xlsx") == 1)
        #expect(rows("truncated-gb18030.csv") == 1)
        let cut = intake.read([Self.path("fixtures/broken-inputs/truncated-gb18030.csv")])
        #expect(cut.files.flatMap(\.sheets).map(\.rowsRejected) == [1])
        #expect(rows("duplicate-headers.csv") == 0)
    }

    @Test(
        "every row of every sheet is accounted for", arguments: ["xihu-2013/drop", "broken-inputs"]
    )
    func accounts(folder: String) throws {
        let path = Self.path("fixtures/" + folder)
        let drop = DropReader().read([path])
        let tables = Intake(try Self.pack()).read(drop)
        #expect(tables.files.map(\.file) == drop.files.map(\.name))
        for file in tables.files {
            let rows = drop.sheets.filter { $0.file == file.file }
                .map { $0.rows.count + $0.cutRows }
            #expect(file.sheets.map(\.rowCount) == rows, "\(file.file)")
            #expect(!file.sheets.isEmpty || file.notRead != nil || file.format == "YAML")
        }
    }

    @Test("reading twice gives the same tables")
    func determinism() throws {
        let intake = Intake(try Self.pack())
        let path = Self.path("fixtures/xihu-2013/drop")
        let first = intake.read([path])
        let second = intake.read([path])
        #expect(first.findings == second.findings)
        #expect(
            first.tables.map { $0.rows.map(\.data) } == second.tables.map { $0.rows.map(\.data) })
    }

    private static let shared = ProjectFolder.root.deletingLastPathComponent()
        .appending(path: "shared/drops/xihu-2013-a/drop").path

    @Test(
        "the shared drop is read whole, everybody in it is found",
        .enabled(if: FileManager.default.fileExists(atPath: shared), "the shared drop is not here")
    )
    func sharedDrop() throws {
        let pack = try Self.pack()
        let tables = Intake(pack).read([Self.shared])
        #expect(tables.diagnostics == [])
        #expect(tables.findings == [])
        #expect(tables.files.flatMap(\.sheets).allSatisfy { $0.rowsRejected == 0 })
        for dataset in ["unit_entries", "community_entries", "activities", "claims"] {
            let linked = tables.references(dataset, "member_id", in: pack)
            #expect(!linked.isEmpty)
            #expect(linked.allSatisfy { $0 != nil }, "\(dataset)")
        }
    }
}
