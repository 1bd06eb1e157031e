import HeguiIntake
package import HeguiPack
package import HeguiReview

extension TestRun {
    /// Runs all examples and test cases of a pack.
    ///
    /// - Complexity: that of one review for each example.
    package init(_ pack: Pack) {
        let boundaries = BoundarySurvey(of: pack)
        var runner = ExampleRunner(pack, survey: boundaries)
        let results = pack.tests.flatMap { test in
            runner.run(test, tables: ExampleTables.make(test.situation, pack))
        }
        let coverage = Coverage(
            of: results, owners: OutcomeSurvey(of: pack).owners, sites: boundaries.sites)
        self.init(pack, results: results, coverage: coverage)
    }
}
