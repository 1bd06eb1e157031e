internal import HeguiDiagnostics

/// Characters that look like those that YAML needs, as keyboards of other scripts and programs for
/// texts give them: libyaml takes them for letters and notices something else, often a line later.
enum LookAlike {
    /// How many lines before the place where libyaml noticed it are looked at.
    private static let reach = 2

    /// Returns what is wrong where one of them is to blame for an error that was noticed at `offset`,
    /// nil where none is; `key` is where a key without a colon begins.
    static func diagnostic(
        noticedAt offset: Int, key: Int?, in source: SourceText
    ) -> Diagnostic? {
        if let key, let colon = colon(inLineAt: key, of: source) {
            return Diagnostic(
                YAMLCode.syntax, at: .text(source.character(at: colon)),
                zh: "全角冒号不能作键后的冒号", en: "a full-width colon ends no key",
                help: Message(zh: "写半角冒号加空格“: ”", en: "write `: `"))
        }
        let line = source.lineIndex(at: offset)
        for number in stride(from: line, through: max(0, line - reach), by: -1) {
            guard let blank = blank(indentingLine: number, of: source) else { continue }
            return Diagnostic(
                YAMLCode.syntax, at: .text(source.character(at: blank)),
                zh: "缩进里有不是普通空格的空白", en: "the indentation has a blank that is no plain one",
                help: Message(zh: "全角空格、不换行空格都改成普通空格", en: "indent with plain blanks alone"))
        }
        return nil
    }

    private static func bytes(ofLine number: Int, in source: SourceText) -> ArraySlice<UInt8> {
        source.bytes[source.lineStarts[number]...].prefix { $0 != 0x0A }
    }

    /// The first `：` of a line that has no colon of its own.
    private static func colon(inLineAt offset: Int, of source: SourceText) -> Int? {
        let line = bytes(ofLine: source.lineIndex(at: offset), in: source)
        guard !line.contains(0x3A) else { return nil }
        return line.firstRange(of: Array("：".utf8))?.lowerBound
    }

    private static func blank(indentingLine number: Int, of source: SourceText) -> Int? {
        let line = bytes(ofLine: number, in: source).drop { $0 == 0x20 }
        let marks = ["\u{3000}", "\u{A0}", "\u{2002}", "\u{2003}", "\u{202F}"]
        return marks.contains { line.starts(with: $0.utf8) } ? line.startIndex : nil
    }
}
