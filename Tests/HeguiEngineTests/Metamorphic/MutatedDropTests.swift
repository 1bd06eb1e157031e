import Foundation
import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// Each shipped drop with one thing changed: it is understood, or nobody is accused because of it.
///
/// A new way of writing is a line in `fixtures/mutations`.
@Suite("what was not read accuses nobody")
struct MutatedDropTests {
    private static let days = [
        "xihu-2013": "2013-12-31", "party-admission": "2024-12-31", "party-dues": "2024-09-20",
        "points-and-stars": "2025-03-20", "volunteering": "2019-12-31",
    ]

    @Test("there is a mutation of every shipped drop, and many")
    func table() {
        #expect(Set(Mutation.all.map(\.drop)) == Set(Self.days.keys))
        #expect(Mutation.all.count >= 120)
        let lines = Self.days.keys.compactMap {
            try? ProjectFolder.text("fixtures/mutations/\($0).tsv").split(separator: "\n").count
        }
        #expect(lines.reduce(0, +) == Mutation.all.count, "a line cannot be read")
    }

    @Test("a change of a drop", arguments: Mutation.all)
    func mutated(_ mutation: Mutation) throws {
        let pristine = try PristineReview.of(mutation.drop)
        var files = pristine.files
        try mutation.apply(to: &files)
        let folder = try DropFolder(bytes: files)
        defer { folder.remove() }
        let plan = pristine.plan
        let tables = Intake(plan.pack, asOf: pristine.asOf).read([folder.path])
        let plain = plan.run(tables: tables, asOf: pristine.asOf)
        compare(plain, pristine, mutation)
        try plain.expectAgreement(
            ofPacked: plan.run(packing: tables, asOf: pristine.asOf, threads: 2),
            mutation.testDescription)
        // What columns refuse is judged row by row.
        guard
            let columns = try? ColumnIntake(
                plan.pack, needed: plan.neededColumns, asOf: pristine.asOf, threads: 1
            )
            .read([folder.path]),
            let review = try? plan.run(columns: columns, asOf: pristine.asOf, threads: 1)
        else { return }
        compare(review, pristine, mutation)
    }

    private func compare(
        _ review: Review, _ pristine: PristineReview, _ mutation: Mutation
    ) {
        let found = Accusations(review)
        switch mutation.right {
        case .same:
            #expect(found.verdicts == pristine.accusations.verdicts, "\(mutation.testDescription)")
        case .sound:
            let new = found.new(besides: pristine.accusations)
            #expect(new.isEmpty, "\(mutation.testDescription): \(new.prefix(5))")
            let unnamed = review.outcomes.filter {
                $0.verdict == .undetermined && $0.missing.isEmpty && $0.rate == nil
            }
            #expect(unnamed.count <= pristine.unnamed, "\(unnamed.first?.message.zh ?? "")")
        }
    }

    fileprivate static func day(of drop: String) throws -> Day {
        try #require(days[drop].flatMap { Day($0) })
    }
}

/// What a review says against people, without where it stands.
struct Accusations {
    /// By rule and subject; rows that are known by their places are counted by rule alone.
    private(set) var mandatory: [String: Int] = [:]
    private(set) var verdicts: [String: [Verdict: Int]] = [:]

    init(_ review: Review) {
        for outcome in review.outcomes {
            let isPlace = outcome.subject.id.contains("▸")
            let name = "\(outcome.rule) \(isPlace ? "" : outcome.subject.id)"
            verdicts[name, default: [:]][outcome.verdict, default: 0] += 1
            guard outcome.verdict == .violated, outcome.level == .mandatory else { continue }
            mandatory[name, default: 0] += 1
        }
    }

    /// What is said more often than by another review.
    func new(besides other: Accusations) -> [String] {
        mandatory.filter { $0.value > other.mandatory[$0.key] ?? 0 }.map(\.key).sorted()
    }
}

/// A shipped drop as it is, reviewed once.
final class PristineReview: Sendable {
    let plan: Plan
    let asOf: Day
    let files: [String: [UInt8]]
    let review: Review
    let accusations: Accusations
    /// How many verdicts cannot be told without naming anything.
    let unnamed: Int

    private static let known = KnownReviews()

    static func of(_ drop: String) throws -> PristineReview {
        try known.review(drop) { try PristineReview(drop) }
    }

    private init(_ drop: String) throws {
        plan = Plan(try PackFolder.rules.load(drop))
        asOf = try MutatedDropTests.day(of: drop)
        let root = "fixtures/\(drop)/drop"
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(
            atPath: ProjectFolder.url(root).path)
        where path.contains(".") {
            files[path] = try ProjectFolder.bytes("\(root)/\(path)")
        }
        self.files = files
        let tables = Intake(plan.pack, asOf: asOf).read([ProjectFolder.url(root).path])
        review = plan.run(tables: tables, asOf: asOf)
        accusations = Accusations(review)
        unnamed = review.outcomes.count {
            $0.verdict == .undetermined && $0.missing.isEmpty && $0.rate == nil
        }
    }
}

/// The reviews that were made already.
private final class KnownReviews: @unchecked Sendable {
    private let lock = NSLock()
    private var reviews: [String: PristineReview] = [:]

    func review(
        _ drop: String, make: () throws -> PristineReview
    ) throws -> PristineReview {
        lock.lock()
        defer { lock.unlock() }
        if let review = reviews[drop] { return review }
        let review = try make()
        reviews[drop] = review
        return review
    }
}
