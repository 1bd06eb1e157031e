package import HeguiDiagnostics
package import HeguiRules
import HeguiYAML

/// What became of one check of an example or test case.
package struct CheckResult: Sendable {
    /// A field of an outcome as it is expected and as it is.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let expected: String
        package let actual: String
        package let isAsExpected: Bool
        package let span: Span
    }

    package let check: TestCase.Check
    /// In the order in which they are written.
    package let fields: [Field]
    /// The outcome, nil where there is no such subject.
    package internal(set) var outcome: String?
    /// The boundaries that were tried for the subject.
    package internal(set) var marks: Set<BoundaryMark> = []

    /// Whether everything is as expected.
    package var holds: Bool { fields.allSatisfy(\.isAsExpected) }

    init(_ check: TestCase.Check, _ actual: (String) -> String?) {
        self.check = check
        fields = check.example.expectations.map { expectation in
            let text = actual(expectation.field)
            return Field(
                name: expectation.field, expected: expectation.value.text, actual: text ?? "—",
                isAsExpected: OutcomeField.agrees(expectation.value.text, text),
                span: expectation.value.span)
        }
    }

    /// The result of a check whose subject is not among the rows.
    init(withoutSubject check: TestCase.Check) {
        self.check = check
        fields = [
            Field(
                name: "subject", expected: check.example.subject ?? "1", actual: "—",
                isAsExpected: false, span: check.example.span)
        ]
    }
}
