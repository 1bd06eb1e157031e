/// Makes text from files safe to print: nothing in it moves the cursor, turns the line, stays unseen or
/// is a command to the service that runs a job.
package enum VisibleText {
    /// Returns `text` in one line, with pictures (`␊`) for control characters, `\u{FFFD}` for what is
    /// invisible, and full-width signs where a job would read a command; `keepsLines`: with its line
    /// feeds and tabs.
    package static func of(_ text: String, keepsLines: Bool = false) -> String {
        let isStill = { (scalar: Unicode.Scalar) in
            picture(of: scalar) == nil || keepsLines && (scalar == "\n" || scalar == "\t")
        }
        guard !text.unicodeScalars.allSatisfy(isStill) else { return withoutCommands(text) }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            if isStill(scalar) {
                // The line feed alone ends the line.
                if keepsLines, isAfterReturn, scalar == "\n" { result.removeLast() }
                result.append(scalar)
            } else if let picture = picture(of: scalar), !isVariation(scalar) {
                result.append(picture)
            }
        }
        return withoutCommands(String(result))
    }

    /// Whether a reader or a terminal would not see `scalar`, or obey it.
    package static func hides(_ scalar: Unicode.Scalar) -> Bool {
        picture(of: scalar) != nil
    }

    /// What is shown in place of `scalar`; nil if it may be printed.
    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        // By far the most of all texts.
        case 0x20..<0x7F, 0x3400..<0xD800, 0x3000..<0x3164, 0xFF01..<0xFFA0: nil
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x85, 0x2028, 0x2029: "\u{2424}"
        case 0x80..<0xA0, 0xFFF9...0xFFFB: "\u{FFFD}"
        // Among them the marks that turn the direction of writing, and what XML does not allow.
        case _
        where scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.isNoncharacterCodePoint:
            "\u{FFFD}"
        default: nil
        }
    }

    /// Whether `scalar` only chooses a form of the character before it, as in rare names, which reads
    /// the same without.
    private static func isVariation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isVariationSelector
    }

    /// Returns `text` without the signs that begin a command in the log of a job: two colons at the
    /// start of a line, and `##[` or `##word[` anywhere.
    private static func withoutCommands(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x3A || $0 == 0x23 }) else { return text }
        var scalars = Array(text.unicodeScalars)
        var isLineStart = true
        for index in scalars.indices.dropLast() {
            let scalar = scalars[index]
            if scalar == scalars[index + 1] {
                if scalar == ":", isLineStart {
                    scalars.replaceSubrange(index...index + 1, with: ["：", "："])
                } else if scalar == "#", opensBracket(scalars[(index + 2)...]) {
                    scalars.replaceSubrange(index...index + 1, with: ["＃", "＃"])
                }
            }
            isLineStart = scalar == "\n" || isLineStart && scalar.properties.isWhitespace
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Whether a bracket comes next, or a word of at most twenty letters and then one.
    private static func opensBracket(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let word = rest.prefix(20).prefix { $0.properties.isAlphabetic }
        return rest.dropFirst(word.count).first == "["
    }
}
