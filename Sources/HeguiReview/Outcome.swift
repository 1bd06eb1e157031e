package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack
package import HeguiTables

/// What one rule says of one subject, with all that it rests on.
package struct Outcome: Hashable, Sendable {
    /// The row that is judged.
    package struct Subject: Hashable, Sendable {
        /// The dataset's singular.
        package var type: String
        /// The row's index in its table.
        package var row: Int
        /// The key as text; parts of a compound key are joined by `/`.
        package var id: String
        package var name: String
        /// The row under which reports group it (a member's unit): dataset, id and name.
        package var groupID: String?
        package var groupName: String?

        package init(
            type: String, row: Int, id: String, name: String, groupID: String? = nil,
            groupName: String? = nil
        ) {
            self.type = type
            self.row = row
            self.id = id
            self.name = name
            self.groupID = groupID
            self.groupName = groupName
        }
    }

    /// A share and what it would be if all that is unknown or unconfirmed went one way.
    package struct Rate: Hashable, Sendable {
        package var numerator: Int64
        package var denominator: Int64
        package var lower: Ratio
        package var upper: Ratio

        package init(numerator: Int64, denominator: Int64, lower: Ratio, upper: Ratio) {
            self.numerator = numerator
            self.denominator = denominator
            self.lower = lower
            self.upper = upper
        }
    }

    package var rule: String
    package var clause: String
    package var subject: Subject
    package var verdict: Verdict
    package var level: Level
    /// What was found, as text: a number, a share such as `46/50`, a day.
    package var observed: String?
    /// What is asked, in the same form.
    package var required: String?
    /// How much is lacking (or days late, or days left where pending).
    package var gap: Ratio?
    /// The day until which it can be met, rolled to a working day where the counting says so.
    package var due: Day?
    package var nominalDue: Day?
    /// Whether the working-day calendar covers the days that `due` rests on.
    package var dueIsCertain: Bool
    package var done: DayRange?
    package var daysLate: Int64?
    package var rate: Rate?
    /// The least and the most that could be observed, in the form of `observed`, over all that is
    /// unknown or unconfirmed; nil where the form has no such bounds.
    package var lower: String?
    package var upper: String?
    /// The rows that keep a rate from being one number, with what is to be verified of each.
    package var undecided = UndecidedRows()
    /// What it is put together from: sub-periods, steps, alternatives, items.
    package var parts: [OutcomePart] = []
    /// The cells that the verdict rests on, first the most telling.
    package var sources: [CellAddress]
    /// What is missing for a verdict: cells, datasets that no file provides, figures that the
    /// document leaves open.
    package var missing: [Missing]
    package var message: Message
    package var remedy: Message?
    package var waiver: Waiver?
    package var explanation: Explanation?

    package init(
        rule: String, clause: String, subject: Subject, verdict: Verdict, level: Level,
        observed: String? = nil, required: String? = nil, gap: Ratio? = nil, due: Day? = nil,
        nominalDue: Day? = nil, dueIsCertain: Bool, done: DayRange? = nil, daysLate: Int64? = nil,
        rate: Rate? = nil, lower: String? = nil, upper: String? = nil, parts: [OutcomePart] = [],
        sources: [CellAddress], missing: [Missing], message: Message, remedy: Message? = nil,
        waiver: Waiver? = nil, explanation: Explanation? = nil
    ) {
        self.rule = rule
        self.clause = clause
        self.subject = subject
        self.verdict = verdict
        self.level = level
        self.observed = observed
        self.required = required
        self.gap = gap
        self.due = due
        self.nominalDue = nominalDue
        self.dueIsCertain = dueIsCertain
        self.done = done
        self.daysLate = daysLate
        self.rate = rate
        self.lower = lower
        self.upper = upper
        self.parts = parts
        self.sources = sources
        self.missing = missing
        self.message = message
        self.remedy = remedy
        self.waiver = waiver
        self.explanation = explanation
    }

    package enum Missing: Hashable, Sendable {
        /// `isVague` where something is written that is not exact enough: a month for a day.
        case cell(CellAddress, column: String, isVague: Bool = false)
        /// The row has no such column in its source.
        case column(dataset: String, column: String)
        case dataset(String)
        /// Rows that were not read and may exist.
        case material(OpenRows)
        /// The table of a parameter gives nothing; how the open stretch is read, or nil outside it.
        case table(name: String, reading: LocalizedText?)
    }

    /// Whether it is a violation that nobody has explained.
    package var isOpen: Bool { verdict == .violated && explanation == nil }
}

/// Rows of a relation of which it is not settled whether they count.
package struct UndecidedRows: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// What people call the row.
        package var name: String
        package var place: CellAddress
        /// What is to be verified; nil where nothing is known of that.
        package var reason: Message?

        /// The name with what is to be verified: 霍云舒（望湖里社区未见登记）.
        package var words: Message {
            guard let reason else { return Message(zh: name, en: name) }
            return Message(zh: "\(name)（\(reason.zh)）", en: "\(name) (\(reason.en))")
        }

        package init(name: String, place: CellAddress, reason: Message?) {
            self.name = name
            self.place = place
            self.reason = reason
        }
    }

    /// How many are named at most.
    package static let limit = 20

    /// The first of them.
    package var rows: [Row] = []
    package var count = 0

    package init() {}
}

/// One of the parts that an outcome is put together from: a sub-period, a step, an alternative,
/// an item of a score, the run of a streak.
package struct OutcomePart: Hashable, Sendable {
    /// Such as `2013-Q2`, a day, or the id that the pack gives it.
    package var id: String
    package var title: Message?
    /// nil for what has no verdict of its own, as an item of a score.
    package var verdict: Verdict?
    package var observed: String?
    package var required: String?
    package var gap: Ratio?
    package var due: Day?
    /// What the rows give before caps and limits, as text.
    package var raw: String?
    /// What people should know besides.
    package var note: Message?

    package init(id: String, title: Message? = nil, verdict: Verdict? = nil) {
        self.id = id
        self.title = title
        self.verdict = verdict
    }
}
