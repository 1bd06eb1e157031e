/// What takes the place of a match: text, with `\1` for a group, `\0` for all, `\\` for a
/// backslash.
struct ReplacementTemplate {
    private enum Part {
        case text([UInt8])
        case group(Int)
    }

    private var parts: [Part] = []

    static func parse(
        _ text: String, groups: Int
    ) -> Result<ReplacementTemplate, EvaluationError> {
        var template = ReplacementTemplate()
        var literal: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "\\") else {
                literal.append(byte)
                continue
            }
            guard let next = bytes.next() else {
                return failure("the replacement ends with a backslash")
            }
            if next == UInt8(ascii: "\\") {
                literal.append(next)
            } else if next.isDigit {
                let group = Int(next - 0x30)
                guard group <= groups else {
                    return failure("the regular expression has no group \(group)")
                }
                template.parts.append(.text(literal))
                template.parts.append(.group(group))
                literal = []
            } else {
                return failure("a backslash in the replacement needs a digit or a backslash")
            }
        }
        template.parts.append(.text(literal))
        return .success(template)
    }

    private static func failure(
        _ message: String
    ) -> Result<ReplacementTemplate, EvaluationError> {
        .failure(EvaluationError(message: message))
    }

    /// Adds the replacement of a match in `bytes` whose groups stand at `places`.
    func append(to result: inout [UInt8], _ bytes: [UInt8], _ places: [Range<Int>?]) {
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .group(let group): if let range = places[group] { result += bytes[range] }
            }
        }
    }
}
