package import HeguiCalendar
package import HeguiDiagnostics

extension Annex {
    /// Who has to hand the annex in, how often and by when.
    package struct Duty: Sendable {
        /// Which of an owner's annexes count.
        package enum Period: Hashable, Sendable {
            /// One a year, whatever its heading says.
            case year
            /// The one whose heading names the year of the review.
            case yearOfHeading(String)
        }

        /// The dataset whose rows hand it in.
        package let owners: String
        /// Which of them do; nil: all.
        package let condition: Expression?
        package let period: Period
        /// nil: as soon as the condition holds.
        package let due: Operand<Day>?
        /// The level of the finding where it does not come.
        package let level: Level
        /// The columns of the annex's rows and totals that refer to the owner.
        package let ownerColumns: [ColumnName]
        package let span: Span

        package init(
            owners: String, condition: Expression?, period: Period, due: Operand<Day>?,
            level: Level, ownerColumns: [ColumnName], span: Span
        ) {
            self.owners = owners
            self.condition = condition
            self.period = period
            self.due = due
            self.level = level
            self.ownerColumns = ownerColumns
            self.span = span
        }

        /// Its expressions.
        package var expressions: [Expression] {
            [condition, due?.expression].compactMap(\.self)
        }
    }

    /// The datasets that its rows and totals give rows of, each once.
    package var datasets: [String] {
        var names: [String] = []
        for yield in rows + totals where !names.contains(yield.dataset) {
            names.append(yield.dataset)
        }
        return names
    }

    /// What people call it in a sentence: `附件3` of `附件3 情况汇总表`.
    package var shortTitle: LocalizedText {
        let zh = title.text(in: .chinese)
        let words = zh.split(separator: " ", maxSplits: 1).map(String.init)
        return LocalizedText(zh: words.first ?? zh, en: title.text(in: .english))
    }
}
