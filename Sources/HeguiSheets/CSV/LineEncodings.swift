/// Which lines of a text are UTF-8 and which are not, to tell a mixed file from a national one.
///
/// A file pasted together from two sources may decode as GB18030 from end to end, its UTF-8 lines
/// turned into other characters without any error; so it is looked at line by line first.
struct LineEncodings: Equatable {
    /// The first line (1-based) that can hardly be anything but Chinese in UTF-8.
    private(set) var firstSurelyUTF8: Int?
    /// The first line that is not UTF-8.
    private(set) var firstNotUTF8: Int?
    /// Whether all lines that are not UTF-8 decode as GB18030.
    private(set) var isNotUTF8NationalOnly = true

    init(_ bytes: [UInt8]) {
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            if let text = String(validating: line, as: UTF8.self) {
                if firstSurelyUTF8 == nil && LineEncodings.isSurelyUTF8(text) {
                    firstSurelyUTF8 = number
                }
            } else {
                if firstNotUTF8 == nil { firstNotUTF8 = number }
                if isNotUTF8NationalOnly {
                    isNotUTF8NationalOnly =
                        !LineEncodings.isDamagedUTF8(line) && GB18030.text(Array(line)) != nil
                }
            }
        }
    }

    /// Whether most of the line is Chinese in UTF-8, which it never is in a GB18030 line.
    private static func isDamagedUTF8(_ line: ArraySlice<UInt8>) -> Bool {
        var ideographs = 0
        var losses = 0
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if (0x4E00...0x9FFF).contains(scalar.value) { ideographs += 1 }
            if scalar.value == 0xFFFD { losses += 1 }
        }
        return ideographs > 0 && losses <= ideographs
    }

    /// Chinese in GB18030 can be valid UTF-8 by accident (the word 联通 is a known case), but then
    /// mostly as two-byte characters, hardly ever as two ideographs or full-width signs.
    private static func isSurelyUTF8(_ text: String) -> Bool {
        var ideographs = 0
        for scalar in text.unicodeScalars where !scalar.isASCII {
            switch scalar.value {
            case 0x2000...0x33FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: ideographs += 1
            default: return false
            }
        }
        return ideographs >= 2
    }
}
