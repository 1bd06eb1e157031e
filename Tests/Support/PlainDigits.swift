import Foundation

/// What is left of a text when only digits count, to look for numbers however they are written.
package enum PlainDigits {
    /// Returns the digits of `text` in ASCII, whatever stands between them; escapes of JSON, URIs, XML
    /// and workflow commands are read first.
    package static func of(_ text: String) -> String {
        let read = text.replacing(#/\\u[0-9a-f]{4}/#, with: "").replacing(
            #/%[0-9A-F]{2}/#, with: ""
        )
        .replacing(#/&#\d+;/#, with: "")
        var digits = ""
        for scalar in read.unicodeScalars where scalar.properties.numericType == .decimal {
            digits += scalar.properties.numericValue.map { String(Int($0)) } ?? ""
        }
        return digits
    }
}

/// Phones and identity numbers in the ways in which people write them.
package struct WrittenNumbers {
    private var random: SeededNumbers

    package init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
    }

    /// A number as it is written, and the digits that must not be seen together.
    package mutating func next() -> (text: String, digits: String) {
        switch random.next() % 4 {
        case 0, 1: mobile()
        case 2: landline()
        default: identity()
        }
    }

    private mutating func mobile() -> (text: String, digits: String) {
        let number = "1" + digits(1, from: 3...9) + digits(9)
        let lengths = random.one(of: [
            [11], [3, 4, 4], [3, 8], [3, 4, 4], [4, 3, 4], [3, 3, 5],
        ])
        let prefix = random.one(of: [
            "", "", "+86", "+86 ", "0086-", "86 ", "(+86) ", "0", "tel", "M",
        ])
        let gap = lengths.count == 2 ? random.one(of: ["-", " ", "—"]) : gap()
        return (dressed(prefix + grouped(number, lengths, gap)), number)
    }

    private mutating func landline() -> (text: String, digits: String) {
        let area = random.one(of: ["0571", "010", "0376", "021"])
        let local = digits(1, from: 2...8) + digits(7)
        let number = random.one(of: [
            local, grouped(local, [4, 4], random.one(of: ["-", " ", "—"])),
        ])
        let start = random.one(of: [
            area + "-", "(\(area))", "（\(area)）", area + " ", area + "——", area,
            "+86 \(area.dropFirst()) ", "+86(\(area))", "0086-\(area.dropFirst())-",
        ])
        let end = random.one(of: ["", "", "转8001", "-8001", " ext. 8001", "x801"])
        return (dressed(start + number + end), local)
    }

    private mutating func identity() -> (text: String, digits: String) {
        let birth =
            "19" + digits(1, from: 5...9) + digits(1) + "0" + digits(1, from: 1...9) + "1"
            + digits(1)
        let number = "330106" + birth + digits(3)
        let last = random.one(of: ["X", "x", "Ｘ", digits(1), digits(1)])
        let lengths = random.one(of: [[17], [6, 8, 3], [6, 4, 4, 3], [3, 3, 4, 4, 3]])
        return (
            dressed(random.one(of: ["", "ID", "身份证"]) + grouped(number, lengths, gap()) + last),
            number
        )
    }

    private mutating func gap() -> String {
        random.one(of: [
            " ", "-", ".", "·", "—", "——", "–", " - ", "－", "\u{3000}", "\u{A0}", "_", "\u{2011}",
            "\u{200B}", "\u{AD}", "\u{2060}",
        ])
    }

    private mutating func digits(_ count: Int, from range: ClosedRange<Int> = 0...9) -> String {
        (0..<count).map { _ in String(random.one(of: Array(range))) }.joined()
    }

    private func grouped(_ number: String, _ lengths: [Int], _ gap: String) -> String {
        var rest = number[...]
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: gap)
    }

    /// In full-width digits now and then.
    private mutating func dressed(_ text: String) -> String {
        guard random.next() % 4 == 0 else { return text }
        return String(
            text.map { character in
                guard let digit = character.wholeNumberValue, character.isASCII,
                    let scalar = Unicode.Scalar(0xFF10 + UInt32(digit))
                else { return character }
                return Character(scalar)
            })
    }
}
