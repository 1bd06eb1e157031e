package import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// What an organisation department tells all units about a period (通报): who stands where, who is
/// below the line, what is outstanding.
///
/// It names units and never people. Of units with fewer people than `minGroup` it tells neither
/// rates nor counts, and its sums leave them out, so that nobody can work them out.
package struct Bulletin: Sendable {
    /// A ranking by one rate.
    struct Ranking: Sendable {
        let rule: Rule
        /// Without units that are too small.
        var standing: RateRanking
        /// The names of units that are too small.
        var small: [DataText] = []
    }

    /// What is open in a unit.
    struct UnitRow: Sendable {
        let name: DataText
        let open: LevelCounts
    }

    /// Units of one kind: units, communities.
    struct UnitTable: Sendable {
        let title: DataText
        let rows: [UnitRow]

        var total: LevelCounts { rows.reduce(into: LevelCounts()) { $0 += $1.open } }
    }

    /// What is open under a rule at one level.
    struct RuleRow: Sendable {
        let rule: Rule
        let level: Level
        let count: Int
        /// How many units of each kind it concerns.
        let units: [(title: DataText, count: Int)]
    }

    let review: Review
    let say: Speaker
    let provenance: Provenance
    let period: CalendarPeriod
    let minGroup: Int
    let facts: FactLines
    let rankings: [Ranking]
    let tables: [UnitTable]
    /// What is open and belongs to no unit.
    let elsewhere: LevelCounts
    let rules: [RuleRow]
    let pending: Int
    /// The next day on which something is due.
    let nextDue: Day?
    /// How many units of each kind are too small to be told of.
    let small: [(title: DataText, count: Int)]

    /// - Parameters:
    ///   - review: the review as of the period's end or some day in it.
    ///   - period: what the bulletin is about; what is due only after it is left out.
    ///   - minGroup: the least number of people of whom anything is told.
    ///   - language: the bulletin's language.
    ///   - provenance: what the review follows from.
    /// - Complexity: linear in the outcomes.
    package init(
        _ review: Review, period: CalendarPeriod, minGroup: Int, language: Language,
        provenance: Provenance = Provenance()
    ) {
        self.review = review
        self.period = period
        self.minGroup = minGroup
        say = Speaker(language)
        self.provenance = provenance
        facts = FactLines(say: say)
        let counts = BulletinCounts(review, period: period, minGroup: minGroup, say: say)
        rankings = counts.rankings
        tables = counts.tables
        elsewhere = counts.elsewhere
        rules = counts.rules
        pending = counts.pending
        nextDue = counts.nextDue
        small = counts.smallGroups
    }

    /// What is open by level, over all that is told.
    var total: LevelCounts {
        rules.reduce(into: LevelCounts()) { $0[$1.level] += $1.count }
    }

    /// `2013年上半年`.
    var periodName: DataText {
        say("\(period.chineseDescription)", "\(period)")
    }
}
