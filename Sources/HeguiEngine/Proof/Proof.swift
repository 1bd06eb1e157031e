package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// Why a rule says what it says of one subject.
package struct Proof: Sendable {
    /// A line of an explanation; `depth` 0 is what is explained.
    package struct Line: Sendable {
        package let depth: Int
        package let text: Message
    }

    /// An expression of the subject, with what it came to and why.
    package struct Step: Sendable {
        /// The key under which it is written, or the column that it computes.
        package let role: String
        package let span: Span
        package let lines: [Line]
    }

    /// A row that a form looked at.
    package struct Row: Sendable {
        package let place: CellAddress
        package let name: String
        /// What its expressions came to, under their keys.
        package let facts: [(role: String, value: Message)]
        /// Why it does not count, where a condition says so.
        package let reason: Line?
    }

    package struct RowGroup: Sendable {
        package let title: LocalizedText
        /// As many as are shown.
        package let rows: [Row]
        package let count: Int
    }

    /// A cell that the verdict rests on.
    package struct Cell: Sendable {
        package let address: CellAddress
        package let title: LocalizedText?
        package let value: Message?
    }

    /// A parameter that the rule reads, with the value that was taken.
    package struct Figure: Sendable {
        package let parameter: Parameter
        package let value: ParameterValue?
    }

    /// Another reading of a figure under which the verdict is another.
    package struct OtherReading: Sendable {
        package let parameter: Parameter
        package let alternative: Parameter.Alternative
        package let verdict: Verdict
    }

    package let pack: Pack
    package let rule: Rule
    package let asOf: Day
    package let outcome: Outcome
    package let steps: [Step]
    package let columns: [Step]
    package let rows: [RowGroup]
    package let cells: [Cell]
    package let figures: [Figure]
    /// What would change the outcome.
    package let changes: [Message]
    package let readings: [OtherReading]
}
