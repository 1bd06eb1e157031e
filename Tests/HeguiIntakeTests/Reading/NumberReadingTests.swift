import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("Telephone and identity numbers")
struct NumberReadingTests {
    @Test(
        "telephone numbers lose separators and country code",
        arguments: [
            ("19900000001", "19900000001", .mobile), ("199-0000-0001", "19900000001", .mobile),
            ("199 0000 0001", "19900000001", .mobile), ("＋86 19900000001", "19900000001", .mobile),
            ("008619900000001", "19900000001", .mobile), ("8619900000001", "19900000001", .mobile),
            ("１９９００００００００１", "199000000001", .irregular), ("19900000001.0", "19900000001", .mobile),
            ("0571-00000000", "057100000000", .landline),
            ("(0571)00000000", "057100000000", .landline),
            ("0571-00000000-801", "057100000000-801", .landline),
            ("87654321", "87654321", .landline),
            ("199****0001", "199****0001", .masked), ("199xxxx0001", "199****0001", .masked),
            ("1990000001", "1990000001", .irregular), ("手机：19900000001", "19900000001", .mobile),
        ] as [(String, String, Phone.Kind)]
    )
    func phones(text: String, digits: String, kind: Phone.Kind) {
        #expect(PhoneReader.read(text: text).value == [Phone(digits: digits, kind: kind)])
    }

    @Test("several numbers are read, mobile ones first")
    func severalPhones() {
        let reading = PhoneReader.read(text: "0571-00000000、19900000001")
        #expect(reading.value?.map(\.kind) == [.mobile, .landline])
        #expect(PhoneReader.read(text: "19900000001 19900000002").value?.count == 2)
        #expect(PhoneReader.read(text: "没电话").value == nil)
        #expect(PhoneReader.read(text: "199****0001").notes == [.masked])
    }

    @Test("a masked number may equal those that fit its digits")
    func mayEqual() {
        let masked = Phone(digits: "199****0001", kind: .masked)
        #expect(masked.mayEqual(Phone(digits: "19912340001", kind: .mobile)))
        #expect(!masked.mayEqual(Phone(digits: "19912340002", kind: .mobile)))
        #expect(!masked.mayEqual(Phone(digits: "1991234000", kind: .irregular)))
        let plain = Phone(digits: "19912340002", kind: .mobile)
        #expect(!plain.mayEqual(Phone(digits: "19912340001", kind: .mobile)))
    }

    @Test("identity numbers give day of birth and sex, and have their check digit tested")
    func identityNumbers() throws {
        // The example numbers of GB 11643 itself.
        let id = try #require(IDNumberReader.read(text: "11010519491231002x").value)
        #expect(id.text == "11010519491231002X")
        #expect(id.birthDay == day("1949-12-31"))
        #expect(id.isFemale == true)
        #expect(IDNumberReader.read(text: "'440524188001010014").notes == [])
        #expect(IDNumberReader.read(text: "110105194912310021").notes == [.wrongCheckDigit])
        #expect(IDNumberReader.read(text: "110105491231002").value == id)
    }

    @Test("masked numbers keep what they show")
    func maskedNumbers() {
        let reading = IDNumberReader.read(text: "110105********002X")
        #expect(reading.notes == [.masked])
        #expect(reading.value?.birthDay == nil)
        #expect(
            IDNumberReader.read(text: "11010519491231****").value?.birthDay == day("1949-12-31"))
    }

    @Test(
        "numbers of another length, with impossible days or in exponent form are refused",
        arguments: ["1101051949123100", "110105194902310020", "1.10105E+17", "11010519491231002Y"]
    )
    func refused(text: String) {
        guard case .unreadable = IDNumberReader.read(text: text) else {
            Issue.record("read: \(IDNumberReader.read(text: text))")
            return
        }
    }

    @Test(
        "a number that was kept from being one, or has all its digits, is read",
        arguments: [
            "=\"19900000001\"", "'19900000001", "1.9900000001E+10", "1.9900000001e10",
            "19900000001.0",
        ])
    func quotedPhones(text: String) {
        #expect(PhoneReader.read(text: text).value?.map(\.digits) == ["19900000001"])
    }

    @Test(
        "a number that has lost digits says so",
        arguments: ["1.99E+10", "1.990E+10", "1.99000E+10"])
    func scientificPhones(text: String) {
        guard case .unreadable(let reason) = PhoneReader.read(text: text) else {
            Issue.record("read: \(PhoneReader.read(text: text))")
            return
        }
        #expect(reason.zh.contains("科学计数"))
    }

    @Test("digits lost in a number cell are never used")
    func lostDigits() {
        let cell = RawCell(column: 1, text: "110105194912310000", kind: .number)
        #expect(IDNumberReader.read(cell).value == nil)
        #expect(IDNumberReader.read(cell) != .absent)
    }

    @Test(
        "exact numbers keep every digit, and more decimals than a column has are refused",
        arguments: [
            ("89.5", Ratio(179, 2)), ("3,500.50元", Ratio(7001, 2)), ("-2", Ratio(-2)),
            ("３０００", Ratio(3000)), ("三十三", Ratio(33)), ("0.125", nil),
            ("3000.01", Ratio(300_001, 100)),
            ("甲", nil), ("9999999999999999999", nil),
        ])
    func numbers(text: String, expected: Ratio?) {
        #expect(NumberReader.read(RawCell(column: 1, text: text), decimals: 2).value == expected)
    }

    @Test("a spreadsheet's binary number is what it shows")
    func binaryNumber() {
        let cell = RawCell(column: 1, text: "0.10000000000000001", kind: .number)
        #expect(NumberReader.read(cell, decimals: 2).value == Ratio(1, 10))
    }
}
