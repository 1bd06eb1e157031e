import Hegui
import HeguiCalendar
import Testing

@Suite("Reports by the library")
struct LibraryReportTests {
    let material: Material

    init() throws {
        material = try Material()
        try material.replace(
            "逾期{days_late}天", "{member.mobile}逾期{days_late}天",
            in: "rules/base/rules/member/registered-late.yaml")
    }

    private let options = ReportOptions(scope: .everything, language: .chinese)

    @Test("every format has files with names of their own, the same bytes each time")
    func formats() throws {
        let review = try material.review()
        var names: [String] = []
        for format in ReportFormat.all {
            let files: [ReportFile] = review.files(in: format, options)
            #expect(files.map(\.name) == format.fileNames, "\(format.name)")
            for file in files {
                let bytes = try file.bytes()
                #expect(bytes.count > 80 || file.name == "annotations.txt", "\(file.name)")
                #expect(try file.bytes() == bytes, "\(file.name)")
            }
            names += format.fileNames
        }
        for format in MaterialFormat.allCases {
            #expect(try review.missing(as: format, in: .english).bytes().count > 80, "\(format)")
        }
        #expect(Set(names).count == names.count)
        #expect(ReportFormat.all.filter(\.isTable).map(\.name) == ["csv", "gitlab"])
        #expect(ReportFormat.all.filter(\.isForScreens).map(\.name) == ["text"])
        #expect(Set(ReportFormat.all.map(\.name)).count == ReportFormat.all.count)
    }

    @Test("a personal number is masked in every format of text, unless it is revealed")
    func masked() throws {
        let plain = try material.review()
        let revealed = try material.pack().revealing("members.mobile")
            .review(drop: [material.drop], asOf: material.asOf)
        // A workbook is no text; what it holds is read back elsewhere.
        for format in ReportFormat.all where format.name != "xlsx" {
            let text = try plain.files(in: format, options).map { try $0.text() }.joined()
            #expect(!text.contains("19900000001"), "\(format.name)")
            #expect(text.replacing("\\", with: "").contains("199****0001"), "\(format.name)")
            let whole = try revealed.files(in: format, options).map { try $0.text() }.joined()
            #expect(whole.contains("19900000001"), "\(format.name)")
        }
        #expect(throws: ReviewFailure.self) { try material.pack().revealing("members.name") }
    }

    @Test("links of help have the id in the place that is kept for it, as an address holds it")
    func helpLinks() throws {
        let links = try #require(HelpLinks("https://example.org/{id}.html#top"))
        #expect(links.address(of: "A-1.b") == "https://example.org/A-1.b.html#top")
        #expect(links.address(of: "甲/1") == "https://example.org/%E7%94%B2%2F1.html#top")
        #expect(HelpLinks("https://example.org/") == nil)
        #expect(HelpLinks("javascript:{id}") == nil)
        var options = options
        options.helpLinks = links
        let file = try #require(try material.review().files(in: .sarif, options).first)
        #expect(try file.text().contains("\"helpUri\": \"https://example.org/"))
    }

    @Test("the first error of the receiver ends a report")
    func stopped() throws {
        struct Full: Error {}
        var blocks = 0
        let file = try material.review().files(in: .json, options)[0]
        #expect(throws: Full.self) {
            try file.write { _ in
                blocks += 1
                throw Full()
            }
        }
        #expect(blocks == 1)
    }

    @Test("options choose language, scope, colours and what counts as a failure")
    func choices() throws {
        let review = try material.review()
        func text(_ format: ReportFormat, _ options: ReportOptions) throws -> String {
            try review.files(in: format, options)[0].text()
        }
        var options = ReportOptions(scope: .findings, language: .english)
        let findings = try text(.text, options)
        #expect(findings.contains("1 days late") && !findings.contains("Best unit"))
        options.scope = ReportScope.everything
        #expect(try text(.text, options).contains("Best unit"))
        options.isColoured = true
        #expect(try text(.text, options).contains("\u{1B}["))
        options.language = .chinese
        #expect(try text(.text, options).contains("先进单位"))
        #expect(ReportLanguage.allCases.map(\.rawValue) == ["zh", "en"])
        for (level, failures) in [
            (FindingLevel.mandatory, 2), (.verify, 2), (.hint, 2), (nil, 0),
        ] as [(FindingLevel?, Int)] {
            options.failLevel = level
            #expect(try text(.junit, options).contains("failures=\"\(failures)\""))
        }
        options.failLevel = .verify
        options.baseline = try FindingBaseline.read(material.save(review, as: "known.json"))
        #expect(try text(.junit, options).contains("failures=\"0\""))
    }

    @Test("what is met may be left out where every outcome is listed")
    func withoutMet() throws {
        let review = try material.review()
        let all = try review.files(in: .csv, options)[0].text()
        let some = try review.leavingOutMet().files(in: .csv, options)[0].text()
        #expect(all.contains(",met,") && !some.contains(",met,"))
        #expect(some.contains(",violated,"))
    }

    @Test("of very many outcomes JSON and JSON Lines only count what is met, and say so")
    func manyOutcomes() throws {
        let review = try material.review()
        var options = options
        for format in ReportFormat.all {
            #expect(review.countOfLeftOut(in: format, options) == 0)
        }
        options.metLimit = 2
        for format in [ReportFormat.json, .jsonLines] {
            let text = try review.files(in: format, options)[0].text()
            let count = review.countOfLeftOut(in: format, options)
            #expect(count > 0)
            #expect(text.contains(#""left_out": ["met", "#) && !text.contains(#""outcome": "met""#))
            #expect(review.leavingOutMet().countOfLeftOut(in: format, options) == 0)
            #expect(try review.leavingOutMet().files(in: format, options)[0].text() == text)
            options.metLimit = .max
            let whole = try review.files(in: format, options)[0].text()
            #expect(!whole.contains("left_out") && whole.contains(#""outcome": "met""#))
            options.metLimit = 2
        }
        #expect(review.countOfLeftOut(in: .csv, options) == 0)
    }

    @Test("a bulletin tells of units in every form, and of no later period")
    func bulletin() throws {
        let review = try material.review()
        let period = try #require(CalendarPeriod("2013H2"))
        for format in BulletinFormat.allCases {
            let file = try review.bulletin(of: period, minGroup: 1, as: format, in: .chinese)
            if format == .docx { continue }
            let text = try file.text()
            #expect(text.contains("区档案局") && !text.contains("江一"), "\(format)")
        }
        let later = try #require(CalendarPeriod("2014H1"))
        #expect(throws: ReviewFailure.self) {
            try review.bulletin(of: later, minGroup: 1, as: .markdown, in: .chinese)
        }
    }

    @Test("what stands round a document changes it, each part for itself")
    func documents() throws {
        let review = try material.review()
        let period = try #require(CalendarPeriod("2013H2"))
        var frames = [DocumentFrame(), DocumentFrame(), DocumentFrame(), DocumentFrame()]
        frames[1].issuer = "区委组织部"
        frames[2].number = "区组通〔2014〕1号"
        frames[3].recipients = "各机关党委"
        let documents = try (frames + [DocumentFrame()]).map { frame in
            try review.bulletin(of: period, minGroup: 1, as: .docx, frame: frame, in: .chinese)
                .bytes()
        }
        #expect(documents.allSatisfy { $0.starts(with: "PK".utf8) })
        #expect(Set(documents).count == frames.count && documents.first == documents.last)
    }

    @Test("reminders name what is due, in every form")
    func reminders() throws {
        let review = try material.review()
        for format in ReminderFormat.allCases {
            let files = review.reminders(as: format, in: .chinese)
            #expect(files.count == (format == .csv ? 2 : 1), "\(format)")
            let text = try files[0].text().replacing("\r\n ", with: "")
            #expect(text.contains("周四") && !text.contains("江一"), "\(format)")
            let none = review.reminders(until: material.asOf, as: format, in: .chinese)
            #expect(try !none[0].text().contains("周四"), "\(format)")
        }
    }

    @Test("clauses, rules and awards have their pages")
    func pages() throws {
        let pack = try material.pack()
        for format in ClauseFormat.allCases {
            let matrix = try pack.clauseMatrix(as: format, in: .english).text()
            for clause in ["C1", "C2", "C3", "C4"] { #expect(matrix.contains(clause), "\(format)") }
        }
        let pages = pack.pages(in: .english)
        let ids = ["registered-late", "too-few-activities", "rate-too-low", "best-unit"]
        #expect(Set(pages.map(\.name)) == Set(ids.map { $0 + ".md" } + ["README.md"]))
        for id in ids {
            let page = try pack.page(of: id, in: .english).text()
            #expect(try page == pages.first { $0.name == id + ".md" }?.text(), "\(id)")
        }
        #expect(throws: ReviewFailure.self) { try pack.page(of: "registered", in: .english) }
    }

    @Test("a verdict is proved from its cells, and an unknown subject refused")
    func proof() throws {
        let pack = try material.pack()
        func proof(_ rule: String, _ subject: String) throws -> String {
            try pack.proof(
                of: rule, for: subject, drop: [material.drop], asOf: material.asOf, in: .english
            ).text()
        }
        let text = try proof("registered-late", "M1")
        #expect(text.contains("2013-06-21") && text.contains("members.csv"))
        #expect(throws: ReviewFailure.self) { try proof("registered-late", "M9") }
        #expect(throws: ReviewFailure.self) { try proof("registered", "M1") }
    }
}
