import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports
@testable import HeguiTables

@Suite("Comparisons of two saved reviews")
struct ComparisonTests {
    /// Changes the sample review, so that exactly what was changed can be the cause.
    private struct Later {
        var review = SampleReview.review
        var provenance = SampleReview.provenance

        mutating func change(
            _ rule: String, _ subject: String, _ body: (inout Outcome) -> Void
        ) {
            var outcomes = Array(review.outcomes)
            for index in outcomes.indices
            where outcomes[index].rule == rule && outcomes[index].subject.id == subject {
                body(&outcomes[index])
            }
            review.outcomes = OutcomeList(outcomes)
        }

        mutating func alter(_ file: String) {
            for index in review.files.indices where review.files[index].file == file {
                review.files[index].digest = Digest(of: "another".utf8)
            }
        }

        func comparison(replay: Replay? = nil) throws -> Comparison {
            try Comparison(
                SavedSample.saved(SampleReview.review, name: "old.json"),
                SavedSample.saved(review, provenance: provenance, name: "new.json"),
                replay: replay)
        }
    }

    private func only(_ later: Later) throws -> VerdictChange {
        let changes = try later.comparison().changes
        #expect(changes.count == 1)
        return try #require(changes.first)
    }

    @Test("a review has not changed over itself")
    func itself() throws {
        let comparison = try Later().comparison()
        #expect(comparison.changes.isEmpty && comparison.standings.isEmpty)
        #expect(comparison.newDataFindings.isEmpty && comparison.goneDataFindings.isEmpty)
        #expect(comparison.newFindings(atOrAbove: .hint) == 0)
    }

    @Test("what one review leaves out is no new subject of the material")
    func leftOut() throws {
        var later = Later()
        later.provenance.leftOut = [.met, .notApplicable]
        #expect(try later.comparison().changes.isEmpty)
        later.change("card-late", "P1") { $0.verdict = .met }
        later.alter("名单.xlsx")
        let change = try only(later)
        #expect(change.isResolved && change.after == nil)
        #expect(change.causes == [.data])
        #expect(change.note?.en == "the other review does not list what is met or does not apply")
    }

    /// A review of rows of which each says which of five it is.
    private func review(
        _ rows: [Int], _ verdicts: [Verdict], from row: Int
    ) throws -> SavedReview {
        var review = SampleReview.review
        let (pack, dataset) = (review.pack, review.pack.datasets[0])
        review.identities = IdentityRegister { _, mask in
            RowIdentities(of: dataset, in: pack, count: rows.count, mask: mask) { some, body in
                some.map { place in
                    let data = dataset.columns.map { _ in Datum.integer(Int64(rows[place])) }
                    let address = CellAddress(file: "a.csv", row: row + place)
                    let row = TableRow(
                        data: data, cells: data.map { _ in nil }, address: address)
                    return body(row, Tables(tables: []))
                }
            }
        }
        let sample = try #require(Array(review.outcomes).first)
        review.outcomes = OutcomeList(
            verdicts.enumerated().map { index, verdict in
                var outcome = sample
                let id = "a.csv ▸ #\(row + index)"
                outcome.subject.id = id
                outcome.subject.row = index
                outcome.subject.name = id
                outcome.verdict = verdict
                outcome.message = Message(
                    zh: "\(id) \(verdict)（a.csv ▸ E\(row + index)）", en: "\(id) \(verdict)")
                return outcome
            })
        return try SavedSample.saved(review)
    }

    @Test("rows without a key that have moved to where others stood have not changed")
    func moved() throws {
        let old = try review(
            [1, 2, 3, 4, 5], [.met, .violated, .met, .undetermined, .met], from: 2)
        let shifted = try review([2, 3, 4, 5], [.violated, .met, .undetermined, .met], from: 2)
        #expect(try Comparison(old, shifted).changes.isEmpty)
        let more = try review(
            [2, 1, 3, 4, 5], [.violated, .met, .violated, .undetermined, .met], from: 2)
        let changes = try Comparison(old, more).changes
        #expect(changes.count == 1 && changes.first?.after?.outcome == .violated)
        // Another row that is wrong is another finding, though it stands where the first stood.
        let other = try review(
            [1, 6, 3, 4, 5], [.met, .violated, .met, .undetermined, .met], from: 2)
        let swapped = try Comparison(old, other)
        #expect(swapped.changes.count(where: \.isNewFinding) == 1)
        #expect(swapped.changes.count(where: \.isResolved) == 1)
    }

    @Test("another value in an altered file is a change of data")
    func data() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.change("card-late", "P1") {
            $0.verdict = .met
            $0.done = DayRange(SamplePack.day(2020, 2, 1))
        }
        let change = try only(later)
        #expect(change.causes == [.data] && change.isCertain)
        #expect(change.isResolved && !change.isNewFinding)
    }

    @Test("a due day that has passed is the calendar's doing, though files were altered")
    func calendar() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.review.asOf = SamplePack.day(2020, 12, 31)
        later.change("card-late", "P2") { $0.verdict = .violated }
        let change = try only(later)
        #expect(change.causes == [.calendar] && change.isCertain)
        #expect(change.note?.zh == "期限 2020-12-11 已过")
        #expect(change.isNewFinding)
    }

    @Test("where both the day and the figures have moved, the answer is not certain")
    func doubt() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.review.asOf = SamplePack.day(2020, 12, 5)
        later.change("too-few-loans", "P4") {
            $0.verdict = .met
            $0.observed = "4"
        }
        let change = try only(later)
        #expect(change.causes == [.data, .calendar] && !change.isCertain)
    }

    @Test("a rule whose file is another has changed; one whose file is the same has not")
    func rule() throws {
        var later = Later()
        later.provenance.packDigest = Digest(of: "another".utf8)
        later.provenance.ruleDigests["card-late"] = Digest(of: "rule".utf8)
        later.change("card-late", "P1") { $0.verdict = .met }
        #expect(try only(later).causes == [.rule])
        later.alter("名单.xlsx")
        later.change("too-few-loans", "P4") {
            $0.verdict = .met
            $0.observed = "4"
        }
        let causes = try later.comparison().changes.map(\.causes)
        #expect(causes == [[.rule], [.data]])
    }

    @Test("a waiver that came, went or expired, and an explanation, are told from all else")
    func waivers() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.review.asOf = SamplePack.day(2021, 3, 31)
        later.change("card-late", "P4") {
            $0.verdict = .violated
            $0.waiver = nil
        }
        let expired = try only(later)
        #expect(expired.causes == [.waiver, .calendar] && expired.isCertain)
        #expect(expired.note?.zh == "豁免已于 2021-02-28 到期")
        later.review.asOf = SampleReview.review.asOf
        #expect(try only(later).note?.zh == "不再有豁免")
        var explained = Later()
        explained.change("too-few-loans", "P1") { $0.explanation = nil }
        let change = try only(explained)
        #expect(change.causes == [.waiver] && change.isNewFinding)
    }

    @Test("a person who goes by another number was matched otherwise")
    func matching() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.change("card-late", "P1") { $0.subject.id = "Q1" }
        later.change("too-few-loans", "P1") { $0.subject.id = "Q1" }
        let changes = try later.comparison().changes
        #expect(changes.count == 4)
        #expect(changes.allSatisfy { $0.causes == [.matching] })
        #expect(changes.first?.note?.zh == "同名者在另一次审查中的编号是 P1")
    }

    @Test("a row whose owner was in doubt before and is not any more was matched otherwise")
    func settledDoubt() throws {
        var later = Later()
        later.alter("名单.xlsx")
        var earlier = SampleReview.review
        earlier.dataFindings.append(
            DataFinding(
                code: "D0008", level: .verify, message: Message(zh: "可能是", en: "may be"),
                cell: SampleOutcomes.cell(6, 2)))
        later.change("too-few-loans", "P4") {
            $0.verdict = .met
            $0.observed = "4"
        }
        let comparison = try Comparison(
            SavedSample.saved(earlier),
            SavedSample.saved(later.review, provenance: later.provenance))
        #expect(comparison.changes.map(\.causes) == [[.matching]])
        #expect(comparison.goneDataFindings.map(\.code) == ["D0008"])
    }

    @Test("running again makes a doubtful cause certain")
    func replay() throws {
        var later = Later()
        later.alter("名单.xlsx")
        later.review.asOf = SamplePack.day(2020, 12, 5)
        later.change("too-few-loans", "P4") {
            $0.verdict = .met
            $0.observed = "4"
        }
        var replay = Replay(try SavedSample.saved(SampleReview.review))
        replay.add(SampleReview.review, .rule)
        replay.add(SampleReview.review, .calendar)
        replay.end(with: try SavedSample.saved(later.review, provenance: later.provenance))
        let change = try #require(try later.comparison(replay: replay).changes.first)
        #expect(change.causes == [.data] && change.isCertain)
    }

    /// A comparison with something in every section.
    private static func everything() throws -> Comparison {
        var later = Later()
        later.alter("名单.xlsx")
        later.review.asOf = SamplePack.day(2020, 12, 31)
        later.change("card-late", "P2") { $0.verdict = .violated }
        later.change("too-few-loans", "P4") {
            $0.verdict = .met
            $0.observed = "4"
        }
        later.change("card-late", "P3") { $0.verdict = .pending }
        later.review.standings[0].result = .blocked
        later.review.dataFindings.removeLast()
        var comparison = try later.comparison()
        comparison.hasComparedDrops = true
        comparison.pastChanges = [
            PastChange(
                kind: .moved(from: nil, to: DayRange(SamplePack.day(2020, 2, 1))),
                dataset: "people", datasetTitle: SamplePack.text("员工", "people"),
                days: DayRange(SamplePack.day(2020, 2, 1)), subject: "P1 林一白",
                column: SamplePack.text("办证日期", "day of card"), cell: SampleOutcomes.cell(3, 5)),
            PastChange(
                kind: .added, dataset: "loans", datasetTitle: SamplePack.text("借书", "loans"),
                days: DayRange(SamplePack.day(2020, 5, 1)), subject: "P4",
                column: nil, cell: SampleOutcomes.cell(6, 6)),
        ]
        return comparison
    }

    @Test("text for people", arguments: [Language.chinese, .english])
    func text(language: Language) throws {
        let report = ComparisonText(try Self.everything(), language: language)
        let name = language == .chinese ? "diff.zh.txt" : "diff.en.txt"
        try expectGolden(try reportText { report.write(to: &$0) }, name)
    }

    @Test("Markdown for a pull request")
    func markdown() throws {
        let report = ComparisonMarkdown(try Self.everything(), language: .chinese)
        try expectGolden(try reportText { report.write(to: &$0) }, "diff.md")
    }

    @Test("JSON for programs")
    func json() throws {
        let report = ComparisonJSON(try Self.everything(), engineVersion: "0.0.0")
        try expectGolden(try reportText { report.write(to: &$0) }, "diff.json")
    }
}
