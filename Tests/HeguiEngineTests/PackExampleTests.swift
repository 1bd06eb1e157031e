import HeguiEngine
import HeguiIntake
import HeguiRules
import Testing

@Suite("examples of packs")
struct PackExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let folder: PackFolder
        let pack: String
        let isShipped: Bool

        /// Shipped packs are read as users' files are; those of fixtures speak of single cells.
        func tables(_ example: Example, _ pack: Pack) -> Tables {
            isShipped ? ExampleTables.make(example, pack) : SampleTables(pack, example).tables()
        }

        var testDescription: String { pack }
    }

    static let cases = [(PackFolder.fixtures, false), (.rules, true)].flatMap { folder, isShipped in
        folder.names.map { Case(folder: folder, pack: $0, isShipped: isShipped) }
    }

    @Test("every example of a pack comes out as written", arguments: cases)
    func examples(item: Case) throws {
        let pack = try item.folder.load(item.pack)
        var runner = ExampleRunner(pack)
        var mismatches: [String] = []
        var count = 0
        func note(_ found: [ExampleRunner.Mismatch], _ owner: String) {
            count += 1
            for one in found {
                mismatches.append(
                    "\(owner): \(one.example): \(one.field) is \(one.actual), "
                        + "not \(one.expected)")
            }
        }
        for rule in pack.rules {
            for example in rule.examples {
                let tables = item.tables(example, pack)
                note(runner.run(example, of: rule, tables: tables), rule.id)
            }
        }
        for award in pack.awards {
            for example in award.examples {
                let tables = item.tables(example, pack)
                note(runner.run(example, of: award, tables: tables), award.id)
            }
        }
        #expect(count > 0)
        #expect(mismatches == [], "\(mismatches.joined(separator: "\n"))")
    }
}
