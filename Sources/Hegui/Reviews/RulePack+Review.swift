public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

extension RulePack {
    /// Returns what the pack says of the material in `paths` on the day `asOf`.
    ///
    /// Files that cannot be read are reported in the result and leave it incomplete.
    ///
    /// - Parameters:
    ///   - paths: folders and files, in any order.
    ///   - asOf: the day that counts as today.
    ///   - engine: how the rules are worked; the result is the same.
    ///   - progress: told of each step as it begins.
    /// - Returns: the review, the same for the same files, pack and day.
    /// - Complexity: linear in the cells of the drop, and in rows times rules.
    public func review(
        drop paths: [String], asOf: Day, engine: ReviewEngine = .automatic,
        progress: (ReviewStep) -> Void = { _ in }
    ) -> DropReview {
        review(drop: DropPaths(paths), asOf: asOf, engine: engine, progress: progress)
    }

    /// Returns what the pack says of a drop on the day `asOf`.
    ///
    /// - Parameters:
    ///   - drop: folders and files, and what of them is left aside.
    ///   - asOf: the day that counts as today.
    ///   - engine: how the rules are worked; the result is the same.
    ///   - progress: told of each step as it begins.
    /// - Returns: the review, the same for the same files, pack and day.
    /// - Complexity: linear in the cells of the drop, and in rows times rules.
    public func review(
        drop: DropPaths, asOf: Day, engine: ReviewEngine = .automatic,
        progress: (ReviewStep) -> Void = { _ in }
    ) -> DropReview {
        progress(.readingDrop)
        let plan = Plan(pack)
        var listing = DropListing(of: drop.selection)
        if let probe { listing.reject(probe.problem) }
        let named = namedWaivers(of: listing)
        let inColumns = columns(
            listing, plan, asOf: asOf, named: named, engine: engine, progress: progress)
        var (review, tables) =
            inColumns.map { ($0.review, nil) }
            ?? rows(
                listing, plan, asOf: asOf, named: named, engine: engine, progress: progress)
        let files = review.files.filter { named.names.contains($0.file) }
        review.diagnostics += files.compactMap { .withoutStatements($0) }
        review.diagnostics = Diagnostic.first(of: review.diagnostics)
        var provenance = Provenance(
            engineVersion: engineVersion, packDigest: digests.pack,
            calendarDigest: digests.calendar, ruleDigests: digests.rules)
        provenance.preferred = preferred.sorted()
        provenance.waivers = named.names.sorted()
        provenance.configuration = configuration
        provenance.excluded = drop.selection.excluded.map(\.text)
        return DropReview(
            review, tables: tables, columns: inColumns?.tables, provenance: provenance,
            drop: drop.selection)
    }

    /// Returns the review worked on columns; nil where it is not to be or the drop is not for it.
    private func columns(
        _ listing: DropListing, _ plan: Plan, asOf: Day, named: NamedWaivers,
        engine: ReviewEngine, progress: (ReviewStep) -> Void
    ) -> (review: Review, tables: ColumnTables)? {
        guard engine != .rows else { return nil }
        let intake = ColumnIntake(
            pack, needed: plan.neededColumns, asOf: asOf, threads: ReviewEngine.threads,
            leastBytes: engine == .automatic ? ReviewEngine.leastBytes : 0, named: named)
        do throws(ColumnRefusal) {
            let tables = try intake.read(listing)
            progress(.judging)
            let review = try plan.run(
                columns: tables, asOf: asOf, threads: ReviewEngine.threads)
            return (review, tables)
        } catch {
            if error != .smallDrop {
                let reason = error.message(Redaction(pack))
                progress(.readingAgain(zh: reason.zh, en: reason.en))
            }
            return nil
        }
    }

    private func rows(
        _ listing: DropListing, _ plan: Plan, asOf: Day, named: NamedWaivers,
        engine: ReviewEngine, progress: (ReviewStep) -> Void
    ) -> (Review, Tables?) {
        let intake = Intake(
            pack, asOf: asOf, threads: ReviewEngine.threads, preferred: preferred, named: named)
        let tables = intake.read(listing)
        progress(.judging)
        let count = tables.tables.reduce(0) { $0 + $1.rows.count }
        let isPacked =
            engine == .columns || engine == .automatic && count >= ReviewEngine.leastRows
        let review =
            isPacked
            ? plan.run(packing: tables, asOf: asOf, threads: ReviewEngine.threads)
            : plan.run(tables: tables, asOf: asOf)
        return (review, tables)
    }
}

/// Returns what the pack in a folder says of the material in `drop` on the day `asOf`.
///
/// - Parameters:
///   - drop: folders and files of the material.
///   - pack: the pack's folder.
///   - asOf: the day that counts as today.
///   - settings: values of parameters for this run, by name.
/// - Returns: the review of everything that could be read.
/// - Throws: `ReviewFailure` where the pack has mistakes or a setting is impossible.
public func review(
    drop: [String], pack: String, asOf: Day, settings: [String: String] = [:]
) throws(ReviewFailure) -> DropReview {
    var rules = try RulePack.load(folder: pack, withExamples: false)
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
        rules = try rules.setting(name, to: value)
    }
    return rules.review(drop: drop, asOf: asOf)
}

/// How rules are worked. Whatever is chosen, the review says the same.
public enum ReviewEngine: String, CaseIterable, Sendable {
    /// On columns for large drops, row by row for small ones.
    case automatic = "auto"
    /// Row by row.
    case rows
    /// On columns where the drop and the pack allow it.
    case columns

    /// Below so many bytes columns gain nothing.
    static let leastBytes = 4 << 20
    /// Nor do they below so many rows of workbooks.
    static let leastRows = 2_000

    /// How many threads work at once.
    static var threads: Int { RulePack.threads }
}

/// A part of a review's work, told as it begins.
public enum ReviewStep: Sendable {
    /// The pack's files are read and checked.
    case readingPack
    /// The drop's files are read.
    case readingDrop
    /// They are read once more, row by row, because columns cannot hold them for that reason.
    case readingAgain(zh: String, en: String)
    /// The rules judge what was read.
    case judging
}
