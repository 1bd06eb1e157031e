import HeguiIntake
import HeguiLint
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@Suite("examples of packs")
struct PackExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let folder: PackFolder
        let pack: String
        let isShipped: Bool

        /// Shipped packs are read as users' files are; those of fixtures speak of single cells.
        func tables(_ situation: Situation, _ pack: Pack) -> Tables {
            isShipped
                ? ExampleTables.make(situation, pack) : SampleTables(pack, situation).tables()
        }

        var testDescription: String { pack }
    }

    static let cases = [(PackFolder.engine, false), (.rules, true)].flatMap { folder, isShipped in
        folder.names.map { Case(folder: folder, pack: $0, isShipped: isShipped) }
    }

    @Test("there are packs in both folders")
    func hasPacks() {
        #expect(Set(Self.cases.map(\.isShipped)) == [false, true])
    }

    @Test("every example and case of a pack comes out as written", arguments: cases)
    func examples(item: Case) throws {
        let pack = try item.folder.load(item.pack)
        let failures = ExampleRunner(pack).failures { item.tables($0, pack) }
        #expect(!pack.tests.isEmpty)
        #expect(failures == [], "\(failures.joined(separator: "\n"))")
    }

    @Test("what becomes of examples is the same for any number of threads")
    func threads() throws {
        let pack = try PackFolder.rules.load("party-dues")
        let one = TestRun(pack, threads: 1)
        let several = TestRun(pack, threads: 3)
        #expect(one.results.map(\.fields) == several.results.map(\.fields))
        #expect(one.results.map(\.outcome) == several.results.map(\.outcome))
        #expect(one.results.map(\.marks) == several.results.map(\.marks))
        #expect(one.results.contains { !$0.marks.isEmpty })
    }
}
