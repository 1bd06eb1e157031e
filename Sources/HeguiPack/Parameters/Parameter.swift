package import HeguiCalendar
package import HeguiDiagnostics

/// A figure of a policy that may be read in several ways or change over the years.
package struct Parameter: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case integer, ratio, number, day, length, boolean, choice, text, table
    }

    /// A value and the first day on which it is in force (nil: from the start).
    package struct Dated: Sendable {
        package let from: Day?
        package let value: ParameterValue

        package init(from: Day?, value: ParameterValue) {
            self.from = from
            self.value = value
        }
    }

    /// Another reading of the text, and the value that goes with it.
    package struct Alternative: Sendable {
        /// A short name by which a run may choose it.
        package let name: String?
        package let value: ParameterValue
        package let reading: LocalizedText

        package init(name: String?, value: ParameterValue, reading: LocalizedText) {
            self.name = name
            self.value = value
            self.reading = reading
        }
    }

    package let name: String
    package let kind: Kind
    package let clause: String
    package let title: LocalizedText
    /// In order of `from`, the first without or with the earliest.
    package var values: [Dated]
    /// The pack's own values if a run has set another, else nil.
    package var packValues: [Dated]?
    package let reading: LocalizedText
    package let alternatives: [Alternative]
    /// The allowed values of a choice.
    package let choices: [String]
    /// What a table takes and gives.
    package let tableType: TableType?
    /// The numbers that the pack's author expects; checked by the linter.
    package let range: ClosedRange<Ratio>?
    package let span: Span

    package init(
        name: String, kind: Kind, clause: String, title: LocalizedText, values: [Dated],
        packValues: [Dated]? = nil, reading: LocalizedText, alternatives: [Alternative],
        choices: [String], tableType: TableType?, range: ClosedRange<Ratio>?, span: Span
    ) {
        self.name = name
        self.kind = kind
        self.clause = clause
        self.title = title
        self.values = values
        self.packValues = packValues
        self.reading = reading
        self.alternatives = alternatives
        self.choices = choices
        self.tableType = tableType
        self.range = range
        self.span = span
    }

    /// Returns the value in force on `day`, the earliest one before that.
    package func value(on day: Day) -> ParameterValue? {
        Self.value(of: values, on: day)
    }

    /// Returns the pack's own value in force on `day`, ignoring what the run has set.
    package func packValue(on day: Day) -> ParameterValue? {
        Self.value(of: packValues ?? values, on: day)
    }

    private static func value(of values: [Dated], on day: Day) -> ParameterValue? {
        values.last { ($0.from ?? day) <= day }?.value ?? values.first?.value
    }
}

/// A parameter's value.
package enum ParameterValue: Hashable, Sendable {
    case integer(Int64)
    /// A ratio or a number.
    case ratio(Ratio)
    case day(Day)
    case length(PeriodLength)
    case boolean(Bool)
    case text(String)
    case table(BracketTable)
}
