import Testing

@testable import cel_conformance

@Suite("conformance") struct ConformanceTests {
    @Test(
        "all cases of the public suite pass",
        .enabled(if: Fixtures.hasSuite, "the suite does not lie beside the package"))
    func suite() throws {
        let summary = try Summary(folder: Fixtures.suite)
        #expect(summary.isClean, "\(summary.text)")
    }

    @Test("all of our own cases pass")
    func ownCases() throws {
        let summary = try Summary(folder: Fixtures.cases)
        #expect(summary.isClean, "\(summary.text)")
    }

    @Test(
        "cases with names of time zones pass",
        .enabled(if: Fixtures.hasZones, "the machine has no time zones"))
    func zones() throws {
        let summary = try Summary(folder: Fixtures.cases + "/zones")
        #expect(summary.isClean, "\(summary.text)")
    }
}
