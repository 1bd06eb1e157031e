import Testing

@testable import HeguiReports

@Suite("Personal numbers")
struct RedactionTests {
    @Test(
        "mobile and identity numbers lose their middle",
        arguments: [
            ("13812345678", "138****5678"),
            ("电话13812345678。", "电话138****5678。"),
            ("138-1234-5678", "138-****-5678"),
            ("138 1234 5678", "138 **** 5678"),
            ("+8613812345678", "+86138****5678"),
            ("330106199001011234", "330***********1234"),
            ("33010619900101123X", "330***********123X"),
            ("330106900101123", "330********1123"),
            ("a 13812345678, b 19900012345", "a 138****5678, b 199****2345"),
        ])
    func masked(text: String, expected: String) {
        #expect(Redaction.full.mask(text) == expected)
    }

    @Test(
        "other numbers stay as they are",
        arguments: [
            "", "C3.1.4", "2013-01-31", "46/50", "12345678901", "M13812345678", "13812345678A",
            "138123456789", "0571-88881234", "138-1234-567", "138****5678", "20130131001",
        ])
    func unmasked(text: String) {
        #expect(Redaction.full.mask(text) == text)
    }
}
