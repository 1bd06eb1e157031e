import HeguiIntake
package import HeguiPack
package import HeguiReview

extension TestRun {
    /// Runs all examples and test cases of a pack, or only what these rules and awards have; the
    /// results are the same for any number of threads.
    ///
    /// - Complexity: that of one review for each example.
    package init(_ pack: Pack, only ids: Set<String>? = nil, threads: Int) {
        let isWanted = { (id: String) in ids?.contains(id) ?? true }
        let boundaries = BoundarySurvey(of: pack)
        let examples = ExampleTables(pack)
        let tests = pack.tests.filter { $0.checks.contains { isWanted($0.target.id) } }
        let results = ExampleRunner(pack, survey: boundaries).run(
            tests.map { ($0, examples.make($0.situation)) }, threads: threads
        ).flatMap(\.self).filter { isWanted($0.check.target.id) }
        let coverage = Coverage(
            of: results, owners: OutcomeSurvey(of: pack).owners.filter { isWanted($0.id) },
            sites: boundaries.sites.filter { isWanted($0.owner) })
        self.init(pack, results: results, coverage: coverage)
    }
}
