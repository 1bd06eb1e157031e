import HeguiEngine
import HeguiIntake
import HeguiRules
import Testing

@Suite("forms of requirement")
struct FormTests {
    static let folder = PackFolder(path: "fixtures/forms")

    @Test("every form has its fixture")
    func complete() {
        let numbers = Self.folder.names.map { String($0.prefix(3)) }
        #expect(numbers == (1...24).map { $0 < 10 ? "f0\($0)" : "f\($0)" })
    }

    @Test("every form does what its examples say", arguments: folder.names)
    func examples(name: String) throws {
        let pack = try Self.folder.load(name)
        var runner = ExampleRunner(pack)
        var mismatches: [String] = []
        func note(_ found: [ExampleRunner.Mismatch], _ owner: String) {
            for one in found {
                mismatches.append(
                    "\(owner): \(one.example): \(one.field) is \(one.actual), "
                        + "not \(one.expected)")
            }
        }
        for rule in pack.rules {
            #expect(!rule.examples.isEmpty, "\(rule.id)")
            for example in rule.examples {
                note(
                    runner.run(example, of: rule, tables: ExampleTables.make(example, pack)),
                    rule.id)
            }
        }
        for award in pack.awards {
            for example in award.examples {
                note(
                    runner.run(example, of: award, tables: ExampleTables.make(example, pack)),
                    award.id)
            }
        }
        #expect(mismatches == [], "\(mismatches.joined(separator: "\n"))")
    }
}
