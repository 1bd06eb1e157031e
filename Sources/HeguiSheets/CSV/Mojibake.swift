/// Chinese that a program took for another character set and saved as UTF-8: `ÐÕÃû` for 姓名.
package struct Mojibake: Equatable {
    /// How the damage was done, which is undone by going back the same way.
    package enum Kind: CaseIterable {
        /// GB18030 taken for the Latin of Windows.
        case nationalAsLatin
        /// UTF-8 taken for the Latin of Windows.
        case utf8AsLatin
        /// UTF-8 taken for GB18030.
        case utf8AsNational
    }

    let kind: Kind
    /// The headings as they were, to be shown; nil where the first line is no Chinese.
    let headings: String?

    /// How many bytes of a text are looked at, and how many lines that are not ASCII.
    private static let head = 1 << 18
    private static let lines = 200

    /// Looks at the beginning of a text in UTF-8; nil where it is what it seems to be.
    package init?(_ utf8: [UInt8]) {
        let all = utf8.prefix(Self.head).split { $0 == 0x0A || $0 == 0x0D }
        let lines = all.filter { line in line.contains { $0 >= 0x80 } }.map { Array($0) }
        // The last one may be cut.
        let whole = (utf8.count > Self.head ? lines.dropLast() : lines[...]).prefix(Self.lines)
        guard let first = whole.first else { return nil }
        for kind in Kind.allCases {
            let repaired = whole.compactMap { Self.repaired($0, kind) }
            guard repaired.count * 2 >= whole.count, Self.hanCount(repaired) >= 4 else { continue }
            self.kind = kind
            // Other lines hold data, which nobody is to see here.
            let isFirst = utf8.starts(with: first)
            headings = isFirst ? Self.repaired(first, kind).map { String($0.prefix(20)) } : nil
            return
        }
        return nil
    }

    /// Returns the whole text as it was; nil where some of it was lost on the way.
    func repaired(_ utf8: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > utf8.startIndex { result.append(0x0A) }
            if line.contains(where: { $0 >= 0x80 }) {
                guard let text = Self.repaired(Array(line), kind) else { return nil }
                result += Array(text.utf8)
            } else {
                result += line
            }
        }
        return result
    }

    /// A line as it was; nil where going back gives no Chinese.
    private static func repaired(_ line: [UInt8], _ kind: Kind) -> String? {
        let bytes = kind == .utf8AsNational ? GB18030.encode(line) : latinBytes(line)
        guard let bytes else { return nil }
        if kind == .nationalAsLatin {
            guard NationalShares(bytes).isSurelySimplified else { return nil }
            return GB18030.text(bytes)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let others = text.unicodeScalars.filter { !$0.isASCII }
        return others.allSatisfy(isChinese) ? text : nil
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB7, 0x2000..<0x2670, 0x3000..<0x3030, 0x4E00..<0xA000, 0xFF00..<0xFFF0: true
        default: false
        }
    }

    private static func hanCount(_ lines: [String]) -> Int {
        lines.reduce(0) { $0 + $1.unicodeScalars.count { (0x4E00..<0xA000).contains($0.value) } }
    }

    /// The bytes that the Latin of Windows has for the characters of a text; nil where it lacks one.
    private static func latinBytes(_ utf8: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            if let byte = UInt8(exactly: scalar.value) {
                bytes.append(byte)
            } else if let place = windows.firstIndex(of: scalar.value) {
                bytes.append(0x80 + UInt8(place))
            } else {
                return nil
            }
        }
        return bytes
    }

    /// What the Latin of Windows has from 0x80 on in place of control characters.
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
