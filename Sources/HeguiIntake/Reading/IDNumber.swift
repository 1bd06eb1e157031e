package import HeguiCalendar

/// A citizen's identity number.
package struct IDNumber: Hashable, Sendable {
    /// 18 characters; numbers of 15 digits are brought to this form. `*` stands for hidden digits.
    package var text: String
    /// nil where it is hidden.
    package var birthDay: Day?
    /// nil where it is hidden.
    package var isFemale: Bool?

    package init(text: String, birthDay: Day?, isFemale: Bool?) {
        self.text = text
        self.birthDay = birthDay
        self.isFemale = isFemale
    }

    /// The check digit that belongs to 17 digits (GB 11643, mod 11-2); nil for other lengths.
    static func checkDigit(of digits: some Collection<UInt8>) -> UInt8? {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        guard digits.count == weights.count else { return nil }
        var sum = 0
        for (digit, weight) in zip(digits, weights) {
            guard (0x30...0x39).contains(digit) else { return nil }
            sum += Int(digit - 0x30) * weight
        }
        return Array("10X98765432".utf8)[sum % 11]
    }
}
