import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

/// What a pack says of a drop on a day.
public struct DropReview: Sendable {
    let review: Review
    let provenance: Provenance
    /// What was read, for formats that fill the pack's forms in again.
    let tables: Tables?
    /// What was read where it was read into columns.
    let columns: ColumnTables?
    /// The files and folders of the material.
    let drop: DropSelection

    /// What hides personal numbers in reports of the review.
    var redaction: Redaction { Redaction(review.pack) }

    /// Where the material's files are, in terms of the folder that the user is in.
    var places: DropPlaces {
        DropPlaces(drop, base: FileManager.default.currentDirectoryPath)
    }

    init(
        _ review: Review, tables: Tables?, columns: ColumnTables?, provenance: Provenance,
        drop: DropSelection
    ) {
        self.review = review
        self.tables = tables
        self.columns = columns
        self.provenance = provenance
        self.drop = drop
    }

    /// Whether there was anything to check, every file could be opened and every rule could run.
    public var isComplete: Bool {
        review.isComplete && review.faults().isEmpty
    }

    /// Whether any file was found, read or not.
    public var hasFiles: Bool { !review.files.isEmpty }

    /// Returns how many violations and data findings of `level` or a weightier one are open.
    ///
    /// Explained and waived ones are not.
    ///
    /// - Complexity: linear in the number of outcomes.
    public func openFindings(atOrAbove level: FindingLevel) -> Int {
        VerdictCounts(review).openFindings(atOrAbove: level.level)
    }

    /// Returns the review with only what the words name; all of it for no words.
    ///
    /// A word is a rule, clause or award, or a subject or unit by its id or name.
    ///
    /// - Throws: `ReviewFailure` for a word that names none of them.
    public func limited(to words: [String]) throws(ReviewFailure) -> DropReview {
        let selection = Selection(words)
        do {
            var provenance = provenance
            provenance.only = words
            return DropReview(
                try selection.applied(to: review, owners: owners), tables: tables,
                columns: columns, provenance: provenance, drop: drop)
        } catch {
            let near = NearestName.suggestion(for: error.word, among: error.candidates)
                .map { redaction.masked(DataText($0)).string }
            throw ReviewFailure(
                Message(
                    zh: "`\(error.word)` 不是规则、条款、评优项目，也不是对象",
                    en: "`\(error.word)` is no rule, clause, award or subject"),
                help: near.map { Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?") })
        }
    }

    /// Tells whom the data findings of a review concern.
    private func owners(of review: Review) -> FindingOwners {
        columns.map { FindingOwners(review.dataFindings, in: $0) }
            ?? FindingOwners(review.dataFindings, in: review.pack, tables?.tables ?? [])
    }

    /// Returns whether a report at `path` would take the place of a file of the material; what an
    /// earlier report wrote there may be replaced.
    public static func isMaterial(_ path: String, of drop: DropPaths) -> Bool {
        DropPlaces(drop.selection).isMaterial(path)
    }

    /// Returns the review for reports that only count what is met and what does not apply, where
    /// csv, json and jsonl list every outcome otherwise.
    public func leavingOutMet() -> DropReview {
        var provenance = provenance
        provenance.leftOut = [.met, .notApplicable]
        return DropReview(
            review, tables: tables, columns: columns, provenance: provenance, drop: drop)
    }

    /// Returns in a line what the review follows from, for those who see a table without it.
    ///
    /// Files have a digest where they had one already.
    public func origin(in language: ReportLanguage) -> String {
        let origin = OriginLines(
            review, provenance: provenance, say: Speaker(language.language))
        return redaction.masked(origin.lineWithDay).string + "\n"
    }

    /// Returns the faults of the program that were found while reports were made, for a terminal;
    /// empty where there are none. To be asked after the last report.
    public func faults(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(review.faults())
    }

    /// Returns what kept files from being read, for a terminal; empty where all were read.
    public func problems(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(review.diagnostics.map(redaction.masked))
    }
}

extension DropReview {
    /// Calls `body` with each outcome of `verdicts`, in the pack's order of rules, then of rows.
    ///
    /// No outcome outlives its call, so their number takes no memory.
    ///
    /// - Complexity: linear in all outcomes; only outcomes with one of `verdicts` are made.
    /// - Throws: the first error of `body`, after which it is not called again.
    public func forEachOutcome<Failure: Error>(
        of verdicts: Set<OutcomeVerdict>, _ body: (OutcomeBrief) throws(Failure) -> Void
    ) throws(Failure) {
        try review.outcomes.forEachFacts(of: Set(verdicts.map(\.verdict))) {
            (facts) throws(Failure) in
            try body(OutcomeBrief(facts))
        }
    }

    /// The standings, in the pack's order of awards, then of rank, then of rows.
    ///
    /// - Complexity: linear in their number.
    public var standings: [StandingBrief] { review.standings.brief.map(StandingBrief.init) }

    /// How often each rule came to each verdict, in the pack's order of rules.
    public var ruleCounts: [RuleCounts] { review.rules.map(RuleCounts.init) }
}

extension DropReview {
    /// Returns what `body` makes of the outcomes of each rule, in the pack's order of rules.
    ///
    /// Several rules may be at work at once, in threads of their own.
    ///
    /// - Complexity: as `forEachOutcome(of:_:)`.
    public func mapRules<Result: Sendable>(
        of verdicts: Set<OutcomeVerdict>, _ body: @Sendable (RuleOutcomes) -> Result
    ) -> [Result] {
        review.outcomes.mapRules(
            review.rules.map(\.rule), of: Set(verdicts.map(\.verdict)),
            threads: ReviewEngine.threads
        ) { body(RuleOutcomes($0)) }
    }
}

extension DropReview {
    /// Returns the review of one file beside registers, or of all files where none is named: what else
    /// is owed is not asked for.
    func withMaterial(ofFile name: String? = nil) -> DropReview {
        var review = review
        review.material = review.material.filter { item in
            let isOfFile = name.map { name in item.sources.contains { $0.file == name } } ?? true
            return isOfFile && item.state != .notReceived
        }
        // Its registers are not the whole material.
        review.demands.allowance = .share(.one)
        return DropReview(
            review, tables: tables, columns: columns, provenance: provenance, drop: drop)
    }

    /// Returns the review with the digests of all files that were read.
    ///
    /// A large drop is reviewed without them, since they take as long as the rest.
    ///
    /// - Complexity: linear in the bytes of the files where one lacks its digest.
    func withDigests() -> DropReview {
        guard review.files.contains(where: { $0.digest == nil && $0.notRead == nil }) else {
            return self
        }
        let digests = FileDigests.of(drop)
        var review = review
        for index in review.files.indices where review.files[index].digest == nil {
            review.files[index].digest = digests[review.files[index].file]
        }
        return DropReview(
            review, tables: tables, columns: columns, provenance: provenance, drop: drop)
    }
}
