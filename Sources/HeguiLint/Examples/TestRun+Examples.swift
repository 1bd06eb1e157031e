import HeguiIntake
package import HeguiPack
package import HeguiReview

extension TestRun {
    /// Runs all examples and test cases of a pack; the results are the same for any number of threads.
    ///
    /// - Complexity: that of one review for each example.
    package init(_ pack: Pack, threads: Int) {
        let boundaries = BoundarySurvey(of: pack)
        let examples = ExampleTables(pack)
        let results = ExampleRunner(pack, survey: boundaries).run(
            pack.tests.map { ($0, examples.make($0.situation)) }, threads: threads
        ).flatMap(\.self)
        let coverage = Coverage(
            of: results, owners: OutcomeSurvey(of: pack).owners, sites: boundaries.sites)
        self.init(pack, results: results, coverage: coverage)
    }
}
