package import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes a review as one web page that needs nothing but itself.
///
/// All findings are in it as data; lists and sheets are bounded and say what they left out and where
/// the rest is.
package struct HTMLReport: Sendable {
    /// How many entries of each kind a page has at most; findings: in the sheets of units.
    package struct Limits: Sendable {
        package var findings = 3_000
        /// Of the findings that can be searched, sorted and saved.
        package var listed = 1_000_000
        /// Of each list besides: pending, waived, undetermined, data, files, standings, units.
        package var others = 500
        /// Units and people that an answer names.
        package var named = 12

        package init() {}
    }

    let review: Review
    let say: Speaker
    let provenance: Provenance
    let limits: Limits
    /// The day by which units are asked to mend what is open and to reply.
    let mendBy: Day?
    let index: ReviewIndex
    let facts: FactLines
    let grouping: OutcomeGrouping
    let digest: ReviewDigest
    /// The findings that the page tells, unit by unit.
    let groups: [OutcomeGroup]
    /// By group: where its section is.
    let anchors: [OutcomeGrouping.GroupKey: String]
    /// By rule and unit: its rate.
    let rateEntries: [String: [OutcomeGrouping.GroupKey: RateRanking.Entry]]
    private let clauseAnchors: [String: String]

    package init(
        _ review: Review, language: Language, provenance: Provenance = Provenance(),
        limits: Limits = Limits(), mendBy: Day? = nil
    ) {
        self.review = review
        say = Speaker(language)
        self.provenance = provenance
        self.limits = limits
        self.mendBy = mendBy
        index = ReviewIndex(review.pack)
        facts = FactLines(say: say)
        grouping = OutcomeGrouping(review, index: index)
        digest = ReviewDigest(
            review, index: index, grouping: grouping, limit: limits.findings,
            otherLimit: limits.others)
        groups = grouping.groups(of: digest.violations.outcomes)
        var anchors: [OutcomeGrouping.GroupKey: String] = [:]
        for (position, group) in groups.enumerated() { anchors[group.key] = "u\(position + 1)" }
        self.anchors = anchors
        rateEntries = Dictionary(
            digest.rankings.map { ranking in
                let entries = ranking.entries.map { entry in
                    let subject = entry.subject
                    return (
                        OutcomeGrouping.GroupKey(dataset: subject.type, id: subject.id), entry
                    )
                }
                return (
                    ranking.rule, Dictionary(entries, uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
        clauseAnchors = Dictionary(
            review.pack.clauses.enumerated().map { ($0.element.id, "c\($0.offset + 1)") },
            uniquingKeysWith: { first, _ in first })
    }

    /// Writes the whole page.
    package func write(to stream: inout ReportStream) {
        writeHead(to: &stream)
        stream.write("<main id=\"main\">\n")
        writeAnswers(to: &stream)
        writeSummary(to: &stream)
        writeMaterial(to: &stream)
        writeUnits(to: &stream)
        writeRankings(to: &stream)
        writeStandings(to: &stream)
        writeFindings(to: &stream)
        writeSheets(to: &stream)
        writeLists(to: &stream)
        writeData(to: &stream)
        writeUnchecked(to: &stream)
        writeClauses(to: &stream)
        writeRules(to: &stream)
        writeFiles(to: &stream)
        stream.write("</main>\n")
        writeFoot(to: &stream)
    }

    /// The clause's number, leading to where it is quoted.
    func clauseLink(_ clause: String) -> Markup {
        guard let anchor = clauseAnchors[clause] else { return "\(clause)" }
        return "<a href=\"#\(anchor)\">\(clause)</a>"
    }

    func anchor(ofClause clause: String) -> String {
        clauseAnchors[clause] ?? ""
    }

    /// The level as a coloured word.
    func badge(_ level: Level) -> Markup {
        "<span class=\"badge \(level.rawValue)\">\(say(level))</span>"
    }

    /// `name（id）`, or the name alone where it is the id too.
    func name(of subject: Outcome.Subject) -> DataText {
        SubjectWords(say: say).name(of: subject)
    }

    /// The group's name, or that none is given.
    func name(ofGroup name: String?, dataset: String) -> DataText {
        if let name { return DataText(name) }
        let title = say(index.dataset(singular: dataset)?.title) ?? DataText(dataset)
        return say("（未列明\(title)）", "(no \(title) given)")
    }

    /// Says how many entries a list leaves out, and where they are; nothing where it has all.
    func leftOut(_ count: Int) -> Markup {
        guard count > 0 else { return .nothing }
        let text = say(
            "另有 \(count) 项未列出。全部见 CSV 或 JSON 格式（--format csv、--format json），或用 --only 单位 分别生成。",
            "\(count) more are not listed. All are in the CSV and JSON formats (--format csv, "
                + "--format json); or make a page for each unit with --only.")
        return "<p class=\"left-out\" role=\"note\">\(text)</p>\n"
    }
}
