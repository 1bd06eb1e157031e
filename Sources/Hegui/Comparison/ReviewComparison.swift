import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiEngine
import HeguiIntake
import HeguiReports
import HeguiSheets
import HeguiTables

/// What has changed from one saved review to the next, and why.
public struct ReviewComparison: Sendable {
    private let comparison: Comparison

    /// The drops that two reviews were made of, to see what exactly has changed.
    public struct Drops: Sendable {
        let pack: RulePack
        /// The files and folders of the earlier review.
        public let old: DropPaths
        /// Those of the later one.
        public let new: DropPaths
        let oldWaivers: [String]
        let newWaivers: [String]

        /// - Parameters:
        ///   - pack: the pack of the later review, with the parameters as its folder has them.
        ///   - old: the files and folders of the earlier review.
        ///   - new: those of the later one.
        ///   - oldWaivers: files outside the earlier drop whose waivers counted.
        ///   - newWaivers: those outside the later one.
        public init(
            pack: RulePack, old: DropPaths, new: DropPaths, oldWaivers: [String] = [],
            newWaivers: [String] = []
        ) {
            self.pack = pack
            self.old = old
            self.new = new
            self.oldWaivers = oldWaivers
            self.newWaivers = newWaivers
        }

        /// Reads a drop as it was read for a review.
        func tables(
            _ drop: DropPaths, waivers: [String], of review: SavedReview
        ) -> Tables {
            var pack = pack.counting(waiversOf: waivers)
            pack.waiverNames = review.provenance.waivers ?? []
            let listing = DropListing(of: drop.selection)
            return Intake(pack.pack, named: pack.namedWaivers(of: listing)).read(listing)
        }
    }

    /// Returns what has changed from `old` to `new`.
    ///
    /// With drops the earlier one is judged again step by step, so that causes are certain, and
    /// entries about the past that the later one tells differently are listed.
    ///
    /// - Throws: `ReviewFailure` for reviews that cannot be compared (S0005), or drops that are not
    ///   those of the reviews (S0006).
    public static func of(
        _ old: SavedReport, _ new: SavedReport, drops: Drops? = nil
    ) throws(ReviewFailure) -> ReviewComparison {
        do {
            try old.review.checkMembers()
            try new.review.checkMembers()
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
        let (before, after) = (old.review.provenance, new.review.provenance)
        guard before.pack.id == after.pack.id, before.only == after.only,
            before.revealed == after.revealed
        else { throw unlike(old.review, new.review) }
        guard let drops else {
            return ReviewComparison(comparison: try compare(old.review, new.review, replay: nil))
        }
        let tables = (
            old: drops.tables(drops.old, waivers: drops.oldWaivers, of: old.review),
            new: drops.tables(drops.new, waivers: drops.newWaivers, of: new.review)
        )
        // Names of files are masked in saved reviews.
        let redaction = Redaction(((try? drops.pack.set(as: old.review)) ?? drops.pack).pack)
        try check(tables.old, of: old.review, redaction)
        try check(tables.new, of: new.review, redaction)
        let replay = try replay(
            tables.old, from: old.review, to: new.review, with: drops.pack)
        var comparison = try compare(old.review, new.review, replay: replay)
        if let limit = Day(before.asOf) {
            comparison.pastChanges = PastChangeFinder(drops.pack.pack, until: limit)
                .changes(from: tables.old, to: tables.new)
            comparison.hasComparedDrops = true
        }
        return ReviewComparison(comparison: comparison)
    }

    private static func compare(
        _ old: SavedReview, _ new: SavedReview, replay: Replay?
    ) throws(ReviewFailure) -> Comparison {
        do {
            return try Comparison(old, new, replay: replay)
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }

    /// Returns how many open violations and data findings of `level` or a weightier one are new.
    public func newFindings(atOrAbove level: FindingLevel) -> Int {
        comparison.newFindings(atOrAbove: level.level)
    }

    /// Returns the comparison in `format`; JSON has both languages.
    public func file(in format: ComparisonFormat, _ language: ReportLanguage) -> ReportFile {
        let (comparison, language) = (comparison, language.language)
        switch format {
        case .text:
            return ReportFile(name: "diff.txt", redaction: .full) {
                ComparisonText(comparison, language: language).write(to: &$0)
            }
        case .markdown:
            return ReportFile(name: "diff.md", redaction: .full) {
                ComparisonMarkdown(comparison, language: language).write(to: &$0)
            }
        case .json:
            return ReportFile(name: "diff.json", redaction: .full) {
                ComparisonJSON(comparison, engineVersion: engineVersion).write(to: &$0)
            }
        }
    }

    private static func replay(
        _ tables: Tables, from old: SavedReview, to new: SavedReview, with pack: RulePack
    ) throws(ReviewFailure) -> Replay {
        let before = try pack.set(as: old)
        let after = try pack.set(as: new)
        var replay = Replay(old)
        guard let was = Day(old.provenance.asOf), let now = Day(new.provenance.asOf) else {
            return replay
        }
        replay.add(Plan(before.pack).run(tables: tables, asOf: was), .rule)
        replay.add(Plan(after.pack).run(tables: tables, asOf: was), .parameter)
        replay.add(Plan(after.pack).run(tables: tables, asOf: now), .calendar)
        replay.end(with: new)
        return replay
    }

    private static func check(
        _ tables: Tables, of review: SavedReview, _ redaction: Redaction
    ) throws(ReviewFailure) {
        let found = Dictionary(
            tables.files.map { file in
                (redaction.masked(DataText(file.file)).string, file.digest?.hex)
            }, uniquingKeysWith: { first, _ in first })
        let wanted = Dictionary(
            review.provenance.files.map { ($0.file, $0.sha256) }, uniquingKeysWith: { $1 })
        let names = Set(wanted.keys).union(found.compactMap { $0.value == nil ? nil : $0.key })
        guard let file = names.sorted().first(where: { wanted[$0] != found[$0] ?? nil }) else {
            return
        }
        throw ReviewFailure([.dropUnlike(review, file: file)], texts: [:])
    }

    private static func unlike(_ old: SavedReview, _ new: SavedReview) -> ReviewFailure {
        let isOtherPack = old.provenance.pack.id != new.provenance.pack.id
        return ReviewFailure(
            [isOtherPack ? .reviewsOfOtherPacks(old, new) : .reviewsOfOtherScope(new)], texts: [:])
    }
}

/// A format in which a comparison is written.
public enum ComparisonFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// For a pull request or a note.
    case markdown
    /// For programs, described by `docs/schema/diff.schema.json`.
    case json
}
