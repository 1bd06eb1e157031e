import Testing

@testable import cel_conformance

@Suite("conformance") struct ConformanceTests {
    @Test(
        "all cases of the public suite pass",
        .enabled(if: Fixtures.hasSuite, "the suite does not lie beside the package"))
    func suite() {
        let summary = Summary(folder: Fixtures.suite)
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }

    @Test("all of our own cases pass")
    func ownCases() {
        let summary = Summary(folder: Fixtures.cases)
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }

    @Test(
        "cases with names of time zones pass",
        .enabled(if: Fixtures.hasZones, "the machine has no time zones"))
    func zones() {
        let summary = Summary(folder: Fixtures.cases + "/zones")
        #expect(summary.isClean, "\(summary.text) \(summary.complaints)")
    }
}
