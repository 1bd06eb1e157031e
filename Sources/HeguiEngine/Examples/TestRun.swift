import HeguiIntake
package import HeguiRules

/// The examples and test cases of a pack, run, and how much of the pack they try.
package struct TestRun: Sendable {
    package let pack: Pack
    /// In order of rule, then award, then file of test cases.
    package let results: [CheckResult]
    package let coverage: Coverage

    package var failures: [CheckResult] { results.filter { !$0.holds } }

    /// Runs everything.
    ///
    /// - Complexity: that of one review for each example.
    package init(_ pack: Pack) {
        let boundaries = BoundarySurvey(of: pack)
        var runner = ExampleRunner(pack, survey: boundaries)
        results = pack.tests.flatMap { test in
            runner.run(test, tables: ExampleTables.make(test.situation, pack))
        }
        coverage = Coverage(OutcomeSurvey(of: pack), boundaries, results)
        self.pack = pack
    }
}
