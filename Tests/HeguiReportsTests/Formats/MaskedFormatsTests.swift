import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import Testing

@testable import HeguiReports
@testable import HeguiSheets

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
        let text = try EveryReport.render(format, QuotingReview.review(quoting: writing.number))
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
        var review = QuotingReview.review(quoting: "13812345678、330106199001011234")
        review.pack = SamplePack.revealing("phone")
        let text = try EveryReport.render(format, review)
        #expect(text.contains("13812345678") && !text.contains("330106199001011234"))
    }
}
