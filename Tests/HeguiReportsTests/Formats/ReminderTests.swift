import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Reminders of what may still be done")
struct ReminderTests {
    private static let windowEnd = SamplePack.day(2020, 12, 31)

    /// The sample with a count that is half done, one without a due day and one for next year.
    private static var review: Review {
        var review = SampleReview.review
        guard let first = review.outcomes.first(where: { $0.verdict == .pending }) else {
            return review
        }
        var loans = first
        loans.rule = "too-few-loans"
        loans.clause = "A2"
        loans.level = .verify
        loans.observed = "1"
        loans.required = "4"
        loans.gap = Ratio(3)
        loans.message = Message(zh: "借书1本；应不少于4本，\n13812345678", en: "1 loan; 4 are asked")
        var half = OutcomePart(
            id: "2020-H2", title: Message(zh: "下半年", en: "second half"), verdict: .pending)
        half.observed = "0"
        half.required = "2"
        half.gap = Ratio(2)
        half.due = SamplePack.day(2020, 12, 31)
        var halves = loans
        halves.due = SamplePack.day(2020, 12, 31)
        halves.parts = [half]
        halves.remedy = Message(zh: "补借", en: "borrow more")
        var undated = loans
        undated.due = nil
        var later = loans
        later.due = SamplePack.day(2021, 3, 1)
        review.outcomes = OutcomeList([halves, loans] + Array(review.outcomes) + [undated, later])
        return review
    }

    private func calendar(_ review: Review, until: Day?) throws -> String {
        let report = ReminderCalendar(
            Reminders(review, until: until), provenance: Provenance(engineVersion: "0.0.0"),
            language: .chinese)
        return try reportText { report.write(to: &$0) }
    }

    @Test("text for people", arguments: [Language.chinese, .english])
    func text(language: Language) throws {
        let report = ReminderText(
            Reminders(Self.review, until: Self.windowEnd),
            provenance: Provenance(engineVersion: "0.0.0"), language: language)
        let name = language == .chinese ? "reminders.zh.txt" : "reminders.en.txt"
        try expectGolden(try reportText { report.write(to: &$0) }, name)
    }

    @Test("a table for spreadsheet programs")
    func table() throws {
        let report = ReminderCSV(Reminders(Self.review, until: nil), language: .chinese)
        try expectGolden(try reportText { report.write(to: &$0) }, "reminders.csv")
    }

    @Test("a calendar of all-day events")
    func calendar() throws {
        try expectGolden(try calendar(Self.review, until: Self.windowEnd), "reminders.ics")
    }

    @Test("the same review gives the same bytes, and another day keeps each event's identity")
    func identity() throws {
        let first = try calendar(Self.review, until: nil)
        #expect(try calendar(Self.review, until: nil) == first)
        var tomorrow = Self.review
        tomorrow.asOf = tomorrow.asOf.adding(days: 1)
        let identities = { (text: String) in
            text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        #expect(identities(try calendar(tomorrow, until: nil)) == identities(first))
        #expect(identities(first).count == 4)
    }

    @Test("lines have at most 75 octets, no character is cut, and unfolding gives the text back")
    func folding() throws {
        let pieces = ["a", "，", ",", ";", "\\", "合规", "😀", "\r\n", "\n", " ", "\t", "é"]
        var state: UInt64 = 20_201_130
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<(state % 120) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let written = try reportText { stream in
                var writer = ICalendarWriter(to: stream)
                writer.property("SUMMARY", text: DataText(text))
                stream = writer.finish()
            }
            let lines = written.utf8.split(separator: UInt8(ascii: "\n")).map { $0.dropLast() }
            #expect(lines.allSatisfy { $0.count <= 75 && String($0) != nil })
            let unfolded = written.replacing("\r\n ", with: "")
            #expect(Self.unescaped(unfolded) == text.replacing("\r\n", with: "\n"))
        }
    }

    /// The value of a content line as RFC 5545 has it read.
    private static func unescaped(_ line: String) -> String {
        var value = ""
        var isEscaped = false
        for scalar in line.unicodeScalars.dropFirst("SUMMARY:".count).dropLast(2) {
            if isEscaped {
                value.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                value.unicodeScalars.append(scalar)
            }
        }
        return value
    }
}
