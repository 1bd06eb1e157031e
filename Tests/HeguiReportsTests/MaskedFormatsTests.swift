import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiReports

/// What a report says may quote a cell of any column, in any of its fields.
@Suite("Personal numbers in every format")
struct MaskedFormatsTests {
    private static let writings = [
        ("13812345678", "138****5678"), ("138-1234-5678", "138-****-5678"),
        ("138 1234 5678", "138 **** 5678"), ("+8613812345678", "+86138****5678"),
        ("330106199001011234", "330***********1234"), ("33010619900101123X", "330***********123X"),
        ("33010619900101123x", "330***********123x"), ("330106900101123", "330********1123"),
        ("１３８１２３４５６７８", "１３８****５６７８"), ("330106 19900101 1234", "330*** ******** 1234"),
    ]

    /// Whose middle is looked for, however the number is written.
    private static func digits(_ text: String) -> String {
        String(
            text.unicodeScalars.compactMap { scalar in
                switch scalar.value {
                case 0x30...0x39: Character(scalar)
                case 0xFF10...0xFF19:
                    Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map { Character($0) }
                default: nil
                }
            })
    }

    @Test("a number is never printed whole", arguments: EveryReport.names, writings)
    func masked(format: String, writing: (number: String, masked: String)) throws {
        let text = try EveryReport.render(format, Self.review(quoting: writing.number))
        #expect(!text.contains(writing.number))
        // Markdown writes signs with a backslash before them.
        #expect(text.replacing("\\", with: "").contains(writing.masked))
        // Percent signs of an address leave the digits behind them together.
        let plain = text.replacing("%20", with: "").replacing(" ", with: "").replacing(
            "-", with: "")
        #expect(!plain.contains(Self.digits(writing.number)))
    }

    /// A saved review was masked before, and nobody reveals anything to a comparison.
    private static let masking = ["diff", "diff page", "diff json", "verification"]

    @Test(
        "a kind of number that was asked for stands whole, and the other does not",
        arguments: EveryReport.names.filter { !masking.contains($0) })
    func revealed(format: String) throws {
        var review = Self.review(quoting: "13812345678、330106199001011234")
        review.pack = SamplePack.revealing("phone")
        let text = try EveryReport.render(format, review)
        #expect(text.contains("13812345678") && !text.contains("330106199001011234"))
    }

    /// The sample with a number in every text that comes from data.
    private static func review(quoting number: String) -> Review {
        let quote = Message(zh: "联系 \(number)。", en: "reach \(number).")
        var review = SampleReview.review
        review.outcomes = OutcomeList(review.outcomes.map { self.outcome($0, quoting: number) })
        review.standings = StandingList(
            review.standings.map { standing in
                var standing = standing
                standing.subject = subject(standing.subject, quoting: number)
                standing.nearestChange = quote
                for index in standing.reasons.indices { standing.reasons[index].message = quote }
                return standing
            })
        for index in review.dataFindings.indices {
            review.dataFindings[index].message = quote
            review.dataFindings[index].help = quote
            review.dataFindings[index].cell = cell(review.dataFindings[index].cell, number)
            review.dataFindings[index].related = review.dataFindings[index].related.map {
                cell($0, number)
            }
        }
        for index in review.files.indices {
            review.files[index].file = number + review.files[index].file
            for sheet in review.files[index].sheets.indices {
                review.files[index].sheets[sheet].name = "表\(number)"
            }
        }
        review.diagnostics = review.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.message = quote
            diagnostic.help = quote
            diagnostic.location = .file("名单\(number).xlsx")
            return diagnostic
        }
        return review
    }

    private static func outcome(_ outcome: Outcome, quoting number: String) -> Outcome {
        let quote = Message(zh: "联系 \(number)。", en: "reach \(number).")
        var quoting = outcome
        quoting.message = quote
        quoting.remedy = quote
        quoting.subject = subject(outcome.subject, quoting: number)
        quoting.observed = outcome.rate == nil ? number : outcome.observed
        quoting.sources = outcome.sources.map { cell($0, number) }
        quoting.missing = outcome.missing.map { missing in
            if case .cell(let address, let column) = missing {
                return .cell(cell(address, number), column: column)
            }
            return missing
        }
        quoting.waiver?.reason = number
        quoting.waiver?.approver = number
        quoting.waiver?.location = .file("豁免\(number).csv")
        quoting.explanation?.text = number
        quoting.explanation?.author = number
        var part = OutcomePart(id: "part", title: quote, verdict: outcome.verdict)
        part.observed = number
        part.note = quote
        quoting.parts = [part]
        return quoting
    }

    private static func subject(
        _ subject: Outcome.Subject, quoting number: String
    ) -> Outcome.Subject {
        var quoting = subject
        quoting.id += "/\(number)"
        quoting.name += " " + number
        quoting.groupID = subject.groupID.map { $0 + "/\(number)" }
        quoting.groupName = subject.groupName.map { $0 + " " + number }
        return quoting
    }

    private static func cell(_ cell: CellAddress, _ number: String) -> CellAddress {
        var quoting = cell
        quoting.file = number + cell.file
        quoting.sheet = cell.sheet.map { _ in "表\(number)" }
        return quoting
    }
}
