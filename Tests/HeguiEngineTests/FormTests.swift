import HeguiIntake
import HeguiLint
import HeguiPack
import HeguiReview
import HeguiTestSupport
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
        for rule in pack.rules { #expect(!rule.examples.isEmpty, "\(rule.id)") }
        let failures = ExampleRunner(pack).failures { ExampleTables.make($0, pack) }
        #expect(failures == [], "\(failures.joined(separator: "\n"))")
    }
}
