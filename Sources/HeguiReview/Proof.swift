package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// Why a rule says what it says of one subject.
package struct Proof: Sendable {
    /// A line of an explanation; `depth` 0 is what is explained.
    package struct Line: Sendable {
        package let depth: Int
        package let text: Message

        package init(depth: Int, text: Message) {
            self.depth = depth
            self.text = text
        }
    }

    /// An expression of the subject, with what it came to and why.
    package struct Step: Sendable {
        /// The key under which it is written, or the column that it computes.
        package let role: String
        package let span: Span
        package let lines: [Line]

        package init(role: String, span: Span, lines: [Line]) {
            self.role = role
            self.span = span
            self.lines = lines
        }
    }

    /// A row that a form looked at.
    package struct Row: Sendable {
        package let place: CellAddress
        package let name: String
        /// What its expressions came to, under their keys.
        package let facts: [(role: String, value: Message)]
        /// Why it does not count, where a condition says so.
        package let reason: Line?

        package init(
            place: CellAddress, name: String, facts: [(role: String, value: Message)],
            reason: Line?
        ) {
            self.place = place
            self.name = name
            self.facts = facts
            self.reason = reason
        }
    }

    package struct RowGroup: Sendable {
        package let title: LocalizedText
        /// As many as are shown.
        package let rows: [Row]
        package let count: Int

        package init(title: LocalizedText, rows: [Row], count: Int) {
            self.title = title
            self.rows = rows
            self.count = count
        }
    }

    /// A cell that the verdict rests on.
    package struct Cell: Sendable {
        package let address: CellAddress
        package let title: LocalizedText?
        package let value: Message?

        package init(address: CellAddress, title: LocalizedText?, value: Message?) {
            self.address = address
            self.title = title
            self.value = value
        }
    }

    /// A parameter that the rule reads, with the value that was taken.
    package struct Figure: Sendable {
        package let parameter: Parameter
        package let value: ParameterValue?

        package init(parameter: Parameter, value: ParameterValue?) {
            self.parameter = parameter
            self.value = value
        }
    }

    /// Another reading of a figure under which the verdict is another.
    package struct OtherReading: Sendable {
        package let parameter: Parameter
        package let alternative: Parameter.Alternative
        package let verdict: Verdict

        package init(parameter: Parameter, alternative: Parameter.Alternative, verdict: Verdict) {
            self.parameter = parameter
            self.alternative = alternative
            self.verdict = verdict
        }
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

    package init(
        pack: Pack, rule: Rule, asOf: Day, outcome: Outcome, steps: [Step], columns: [Step],
        rows: [RowGroup], cells: [Cell], figures: [Figure], changes: [Message],
        readings: [OtherReading]
    ) {
        self.pack = pack
        self.rule = rule
        self.asOf = asOf
        self.outcome = outcome
        self.steps = steps
        self.columns = columns
        self.rows = rows
        self.cells = cells
        self.figures = figures
        self.changes = changes
        self.readings = readings
    }
}
