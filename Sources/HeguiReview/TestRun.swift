package import HeguiPack

/// The examples and test cases of a pack, run, and how much of the pack they try.
package struct TestRun: Sendable {
    package let pack: Pack
    /// In order of rule, then award, then file of test cases.
    package let results: [CheckResult]
    package let coverage: Coverage

    package var failures: [CheckResult] { results.filter { !$0.holds } }

    package init(_ pack: Pack, results: [CheckResult], coverage: Coverage) {
        self.pack = pack
        self.results = results
        self.coverage = coverage
    }
}
