package import HeguiDiagnostics

/// A message with places that are filled in for each finding.
package struct MessageTemplate: Sendable {
    package enum Segment: Sendable {
        case text(String)
        case placeholder(Placeholder)
        case expression(Expression)
    }

    /// What an outcome supplies under a reserved name.
    package enum Placeholder: String, CaseIterable, Sendable {
        case observed, required, gap, due, done, rate, lower, upper, missing, parts
        case nominalDue = "nominal_due"
        case daysLate = "days_late"
        case daysLeft = "days_left"
    }

    package let zh: [Segment]?
    package let en: [Segment]?

    package init(zh: [Segment]?, en: [Segment]?) {
        self.zh = zh
        self.en = en
    }

    /// The expressions of both languages.
    package var expressions: [Expression] {
        ((zh ?? []) + (en ?? [])).compactMap { segment in
            if case .expression(let expression) = segment { expression } else { nil }
        }
    }

    /// Returns the segments in `language`, or in the other one where it is missing.
    package func segments(in language: Language) -> [Segment] {
        switch language {
        case .chinese: zh ?? en ?? []
        case .english: en ?? zh ?? []
        }
    }
}
