import Testing

@testable import HeguiIntake

@Suite("Numbers that are alike")
struct LikenessTests {
    @Test(
        "one slip makes a number alike, whichever of the two has it",
        arguments: [
            ("19900000001", "19900000002"), ("19900000001", "29900000001"),
            ("19900000012", "19900000021"), ("91900000001", "19900000001"),
            ("19900000001", "1990000001"), ("19900000001", "199000000001"),
            ("19900000001", "9900000001"), ("1234567", "1234568"), ("12345678", "1234567"),
        ])
    func slips(left: String, right: String) {
        #expect(Likeness(left, right) == .oneDigit && Likeness(right, left) == .oneDigit)
    }

    @Test(
        "a masked number is alike where it fits",
        arguments: [
            ("199****0001", "19900000001"), ("199****0001", "199****0001"),
            ("1990000****", "199****0001"), ("***********", "19900000001"),
            ("199****0001", "1990000000*"),
        ])
    func masked(left: String, right: String) {
        #expect(Likeness(left, right) == .maskedNumber && Likeness(right, left) == .maskedNumber)
    }

    @Test(
        "equal numbers, two slips, short numbers and masks that do not fit are not alike",
        arguments: [
            ("19900000001", "19900000001"), ("12345678901", "12845673901"),
            ("19900000001", "19900000023"),
            ("19900000012", "19900100021"), ("19900000001", "190000001"),
            ("19900000001", "19900000"), ("123456", "123457"), ("123456", "1234567"),
            ("199****0001", "19900000002"), ("199****0001", "199****0002"),
            ("199****0001", "199***0001"), ("199****0001", "1990000001"), ("12340000", "00001234"),
        ])
    func unlike(left: String, right: String) {
        #expect(Likeness(left, right) == nil && Likeness(right, left) == nil)
    }
}
