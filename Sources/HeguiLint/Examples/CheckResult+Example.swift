import HeguiPack
import HeguiReview
import HeguiYAML

extension CheckResult {
    /// Holds what an example expects against `actual`, which returns a field's text.
    init(_ check: TestCase.Check, _ actual: (String) -> String?) {
        let fields = check.example.expectations.map { expectation in
            let text = actual(expectation.field)
            return Field(
                name: expectation.field, expected: expectation.value.text, actual: text ?? "—",
                isAsExpected: OutcomeField.agrees(expectation.value.text, text),
                span: expectation.value.span)
        }
        self.init(check, fields: fields)
    }

    /// The result of a check whose subject is not among the rows.
    init(withoutSubject check: TestCase.Check) {
        let field = Field(
            name: "subject", expected: check.example.subject ?? "1", actual: "—",
            isAsExpected: false, span: check.example.span)
        self.init(check, fields: [field])
    }
}
