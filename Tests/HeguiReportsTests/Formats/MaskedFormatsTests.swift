import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
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

    @Test(
        "nothing of numbers in any writing is printed by any format",
        arguments: EveryReport.names, 0..<12 as Range<UInt64>)
    func anyWriting(format: String, seed: UInt64) throws {
        var numbers = WrittenNumbers(seed: seed)
        let list = (0..<12).map { _ in numbers.next() }
        let quoted = list.map(\.text).joined(separator: "；")
        let text = PlainDigits.of(
            try EveryReport.render(format, QuotingReview.review(quoting: quoted)))
        for number in list {
            #expect(!text.contains(number.digits), "\(number.text) of seed \(seed)")
        }
    }

    @Test(
        "what is no number of a person stays in every format", arguments: EveryReport.names,
        [
            "2013-01-31", "20130131", "2013年1月31日", "西组〔2013〕2号", "P0066", "11330106MB1234567X",
            "12345678.90", "附件3第12号", "20130131001",
            "0a13812345678bcdef0a13812345678bcdef0a13812345678bcdef0000000000",
        ])
    func staying(format: String, text: String) throws {
        let shown = { (word: String) in
            try EveryReport.render(format, QuotingReview.review(quoting: word))
                .filter { $0.isLetter || $0.isNumber }
        }
        guard try shown("甲乙丙").contains("甲乙丙") else { return }
        #expect(try shown(text).contains(text.filter { $0.isLetter || $0.isNumber }))
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
