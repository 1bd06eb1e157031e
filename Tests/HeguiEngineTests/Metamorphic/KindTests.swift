import Foundation
import HeguiCalendar
import HeguiIntake
import HeguiPack
import HeguiReview
import HeguiTestSupport
import Testing

@testable import HeguiEngine

/// The fixture year with its workbooks in other kinds of files, as other programs write them.
@Suite("the same year in every kind of file")
struct KindTests {
    private static let kinds = ProjectFolder.names(in: "fixtures/kinds")
        .filter { !$0.contains(".") }

    @Test("outcomes do not depend on the kind of the files", arguments: kinds)
    func kind(_ kind: String) throws {
        let pristine = try PristineReview.of("xihu-2013")
        let files = try Self.files(of: kind, in: pristine.files)
        let folder = try DropFolder(bytes: files)
        defer { folder.remove() }
        let tables = Intake(pristine.plan.pack, asOf: pristine.asOf).read([folder.path])
        let review = pristine.plan.run(tables: tables, asOf: pristine.asOf)
        let own = Self.facts(review)
        let expected = Self.facts(pristine.review)
        let lost = expected.subtracting(own).map(\.description).sorted()
        let new = own.subtracting(expected).map(\.description).sorted()
        #expect(lost.isEmpty && new.isEmpty, "lost: \(lost.prefix(8)) new: \(new.prefix(8))")
        #expect(review.outcomes.count == pristine.review.outcomes.count)
    }

    /// The drop with the files of a kind in the places of those of the same name.
    private static func files(
        of kind: String, in pristine: [String: [UInt8]]
    ) throws -> [String: [UInt8]] {
        let root = "fixtures/kinds/\(kind)"
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: ProjectFolder.url(root).path
        ).filter { $0.contains(".") }
        try #require(!paths.isEmpty)
        var files = paths.allSatisfy { $0.hasSuffix(".zip") } ? [:] : pristine
        for path in paths {
            let stem = (path as NSString).deletingPathExtension
            if !path.hasSuffix(".zip") {
                try #require(files.removeValue(forKey: stem + ".xlsx") != nil, "\(path)")
            }
            files[path] = try ProjectFolder.bytes("\(root)/\(path)")
        }
        return files
    }

    /// What is said of whom, without where it stands.
    private struct Fact: Hashable, CustomStringConvertible {
        let rule: String
        let subject: String
        let verdict: Verdict
        let observed: String?
        let required: String?

        var description: String {
            "\(rule) \(subject) \(verdict) \(observed ?? "-") \(required ?? "-")"
        }
    }

    private static func facts(_ review: Review) -> Set<Fact> {
        Set(
            review.outcomes.map { outcome in
                Fact(
                    rule: outcome.rule,
                    subject: outcome.subject.id.contains("▸") ? "" : outcome.subject.id,
                    verdict: outcome.verdict, observed: outcome.observed,
                    required: outcome.required)
            })
    }
}
