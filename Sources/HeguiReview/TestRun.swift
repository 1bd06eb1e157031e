package import HeguiDiagnostics
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

/// What became of one check of an example or test case.
package struct CheckResult: Sendable {
    /// A field of an outcome as it is expected and as it is.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let expected: String
        package let actual: String
        package let isAsExpected: Bool
        package let span: Span

        package init(
            name: String, expected: String, actual: String, isAsExpected: Bool, span: Span
        ) {
            self.name = name
            self.expected = expected
            self.actual = actual
            self.isAsExpected = isAsExpected
            self.span = span
        }
    }

    package let check: TestCase.Check
    /// In the order in which they are written.
    package let fields: [Field]
    /// The outcome, nil where there is no such subject.
    package var outcome: String?
    /// The boundaries that were tried for the subject.
    package var marks: Set<BoundaryMark> = []
    /// Of one that does not hold: why nothing could be decided, and what is wrong with the rows that
    /// are given, as a review would say it.
    package var reasons: [Message] = []

    /// Whether everything is as expected.
    package var holds: Bool { fields.allSatisfy(\.isAsExpected) }

    package init(_ check: TestCase.Check, fields: [Field]) {
        self.check = check
        self.fields = fields
    }
}
