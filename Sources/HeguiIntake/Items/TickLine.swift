/// One line of options with boxes, cut into signs and words.
struct TickLine {
    private enum Token: Hashable {
        /// `isBracketed`: `（√）`, `( )`.
        case sign(TickSigns.Kind, isBracketed: Bool)
        case word(String)
    }

    /// A sign or word, and whether blanks stand before it.
    private struct Piece {
        let token: Token
        let isApart: Bool

        var word: String? { if case .word(let word) = token { word } else { nil } }
        var isSign: Bool { word == nil }
    }

    private let pieces: [Piece]
    /// Whether a title with a colon stands before the options.
    let hasHeading: Bool
    /// Whether crosses say no, because ticks say yes.
    let hasTicks: Bool

    /// - Parameters:
    ///   - text: the line, with its blanks.
    ///   - hasTicks: whether there are ticks elsewhere on the form.
    ///   - hasSigns: whether there are boxes of any kind elsewhere on the form, so that a letter
    ///     before an option is one of a symbol font.
    ///   - keepsLeading: whether a word before the first sign is an option that may lack its box,
    ///     and not the title of the line.
    init(_ text: String, hasTicks: Bool = false, hasSigns: Bool = false, keepsLeading: Bool = false)
    {
        let scalars = Array(text.foldedWidth.trimmed.unicodeScalars)
        var pieces = TickLine.joined(TickLine.pieces(of: scalars, hasSigns: hasSigns))
        let first = pieces.firstIndex(where: \.isSign) ?? pieces.count
        // What heads the options ends with a colon before the first of them.
        let heading = pieces[..<first].lastIndex { $0.word?.contains(":") == true }
        if let heading, let word = pieces[heading].word, let colon = word.lastIndex(of: ":") {
            let rest = String(word[word.index(after: colon)...])
            pieces.removeFirst(heading + 1)
            if !rest.isEmpty { pieces.insert(Piece(token: .word(rest), isApart: true), at: 0) }
        } else if first < pieces.count, !TickLine.closes(first, pieces) {
            // Without a colon it stands apart before the first box.
            let isTitle = pieces[..<first].allSatisfy { TickLine.isTitle($0.word ?? "") }
            if isTitle || !keepsLeading { pieces.removeFirst(first) }
        }
        hasHeading = heading != nil
        self.pieces = pieces
        self.hasTicks =
            hasTicks
            || pieces.contains {
                if case .sign(.tick, _) = $0.token { true } else { false }
            }
    }

    /// Whether the word is what a group of options is called.
    private static func isTitle(_ word: String) -> Bool {
        ["项目", "类", "内容", "服务", "选项", "情况", "意愿", "与否", ")"].contains { word.hasSuffix($0) }
    }

    var hasSigns: Bool { pieces.contains(where: \.isSign) }
    /// Whether nothing but signs is written.
    var isOnlySigns: Bool { !pieces.isEmpty && pieces.allSatisfy(\.isSign) }
    var words: [String] { pieces.compactMap(\.word) }

    // MARK: - Cutting

    private static func pieces(of text: [Unicode.Scalar], hasSigns: Bool) -> [Piece] {
        let hasSign =
            hasSigns || text.contains { TickSigns.kind($0) != nil } || lettersBeforeWords(text) > 1
        var pieces: [Piece] = []
        var word = String.UnicodeScalarView()
        var isApart = true
        var index = 0
        func close(_ pieces: inout [Piece]) {
            // What holds no letter separates options or numbers them.
            while let last = word.last, ";,、。".unicodeScalars.contains(last) { word.removeLast() }
            if word.contains(where: \.properties.isAlphabetic) || word.contains(":") {
                pieces.append(Piece(token: .word(String(word)), isApart: isApart))
                isApart = false
            }
            word = String.UnicodeScalarView()
        }
        while index < text.count {
            if text[index].isBlank {
                close(&pieces)
                isApart = true
                index += 1
            } else if let sign = sign(
                in: text, at: index, startsWord: word.isEmpty || word.last == ":", hasSign)
            {
                close(&pieces)
                let token = Token.sign(sign.kind, isBracketed: sign.isBracketed)
                pieces.append(Piece(token: token, isApart: isApart))
                isApart = false
                index += sign.length
            } else {
                let isSeparator = word.isEmpty && ";,、。".unicodeScalars.contains(text[index])
                if !isSeparator { word.append(text[index]) }
                index += 1
            }
        }
        close(&pieces)
        return pieces
    }

    private static func sign(
        in text: [Unicode.Scalar], at index: Int, startsWord: Bool, _ hasSign: Bool
    ) -> (kind: TickSigns.Kind, isBracketed: Bool, length: Int)? {
        if let bracketed = bracketed(in: text, at: index) { return bracketed }
        let scalar = text[index]
        if let kind = TickSigns.kind(scalar) { return (kind, false, 1) }
        let next = index + 1 < text.count ? text[index + 1] : nil
        let isBeforeWord = next?.isIdeograph == true
        if startsWord, isBeforeWord, hasSign, let kind = TickSigns.typedKind(scalar),
            !isMouth(scalar, next)
        {
            return (kind, false, 1)
        }
        // `法律援助V　□帮教`
        let endsWord = next?.isBlank ?? true
        if !startsWord, endsWord, hasSign, text[index - 1].isIdeograph,
            "Vv".unicodeScalars.contains(scalar)
        {
            return (.tick, false, 1)
        }
        if startsWord, isBeforeWord, !TickSigns.beginsWord(scalar) { return (.unknown, false, 1) }
        return nil
    }

    /// How many words have a letter before them that is a box or tick in symbol fonts.
    private static func lettersBeforeWords(_ text: [Unicode.Scalar]) -> Int {
        text.indices.dropLast().count { index in
            let isFirst = index == 0 || text[index - 1].isBlank || text[index - 1] == ":"
            return isFirst && text[index + 1].isIdeograph
                && TickSigns.typedKind(text[index]) != nil && !isMouth(text[index], text[index + 1])
        }
    }

    /// `口腔` and the like are words.
    private static func isMouth(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
        guard scalar == "口", let next else { return false }
        return "腔才语述头味罩岸琴技算碑号".unicodeScalars.contains(next)
    }

    /// `（√）`, `[ ]`, `(V)`.
    private static func bracketed(
        in text: [Unicode.Scalar], at index: Int
    ) -> (kind: TickSigns.Kind, isBracketed: Bool, length: Int)? {
        guard "([【〔{".unicodeScalars.contains(text[index]) else { return nil }
        var end = index + 1
        var inside: [Unicode.Scalar] = []
        while end < text.count, end - index < 8, !DatedText.encloses(text[index], text[end]) {
            if !text[end].isBlank { inside.append(text[end]) }
            end += 1
        }
        guard end < text.count, DatedText.encloses(text[index], text[end]) else { return nil }
        let length = end - index + 1
        guard let sign = inside.first else { return (.box, true, length) }
        guard inside.count == 1 else { return nil }
        if let kind = TickSigns.kind(sign) { return (kind, true, length) }
        switch sign {
        case "V", "v", "Y", "y", "R", "P", "1": return (.tick, true, length)
        // `[x]` is how a ticked box is written in plain text.
        case "X", "x": return (text[index] == "[" ? .tick : .cross, true, length)
        case "_", "-": return (.box, true, length)
        default: return nil
        }
    }

    /// Puts words together that are only padded: `巡　逻`, `理　　发`.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        var joined: [Piece] = []
        var isPadded = false
        for piece in pieces {
            let isCharacter = piece.word?.unicodeScalars.count == 1
            if isCharacter, isPadded, let word = piece.word, let last = joined.popLast() {
                joined.append(Piece(token: .word((last.word ?? "") + word), isApart: last.isApart))
            } else {
                joined.append(piece)
            }
            isPadded = isCharacter
        }
        return joined
    }

    // MARK: - Options

    /// Returns the options in order; empty where there is no sign at all.
    var choices: [TickReader.Choice] {
        guard hasSigns else { return [] }
        let comesAfter = pieces.last?.isSign == true && pieces.first?.isSign != true
        return comesAfter ? signsAfter : signsBefore
    }

    private func choice(_ label: String, _ kinds: [TickSigns.Kind]) -> TickReader.Choice {
        let isTicked = kinds.contains(.tick) || kinds.contains(.cross) && !hasTicks
        let isDoubtful = !isTicked && (kinds.isEmpty || kinds.contains(.unknown))
        return TickReader.Choice(label: label, isTicked: isTicked, isDoubtful: isDoubtful)
    }

    private func kind(_ piece: Piece) -> TickSigns.Kind? {
        if case .sign(let kind, _) = piece.token { kind } else { nil }
    }

    /// `是√ 否□`: signs close the word before them.
    private var signsAfter: [TickReader.Choice] {
        var choices: [TickReader.Choice] = []
        var index = 0
        while index < pieces.count {
            guard let word = pieces[index].word else {
                index += 1
                continue
            }
            index += 1
            var kinds: [TickSigns.Kind] = []
            while index < pieces.count, let kind = kind(pieces[index]) {
                kinds.append(kind)
                index += 1
            }
            choices.append(choice(word, kinds))
        }
        return choices
    }

    /// `□是 ☑否`: signs stand before the word, but for one that closes it: `□是√　□否`.
    private var signsBefore: [TickReader.Choice] {
        var choices: [TickReader.Choice] = []
        var kinds: [TickSigns.Kind] = []
        var label: String?
        func close(_ choices: inout [TickReader.Choice]) {
            if let label { choices.append(choice(label, kinds)) }
            kinds = []
            label = nil
        }
        for (index, piece) in pieces.enumerated() {
            if let word = piece.word {
                if let known = label, explains(word, known) {
                    label = known + word
                } else {
                    if label != nil { close(&choices) }
                    label = word
                }
            } else if let kind = kind(piece) {
                if label != nil, !closes(index) { close(&choices) }
                kinds.append(kind)
            }
        }
        close(&choices)
        return choices
    }

    /// Whether a word behind another tells more of it rather than being an option of its own.
    private func explains(_ word: String, _ label: String) -> Bool {
        if label.contains(":") || label.hasPrefix("其他") || label.hasPrefix("其它") { return true }
        let isName = word.count > 1 && word.unicodeScalars.contains(where: \.isIdeograph)
        return !isName || word.hasSuffix("等") || word.hasPrefix("(") && word.hasSuffix(")")
    }

    private func closes(_ index: Int) -> Bool { TickLine.closes(index, pieces) }

    /// Whether the sign belongs to the word right before it: with blanks or another sign behind it.
    private static func closes(_ index: Int, _ pieces: [Piece]) -> Bool {
        guard index > 0, pieces[index - 1].word != nil, !pieces[index].isApart else { return false }
        guard index + 1 < pieces.count else { return true }
        return pieces[index + 1].isApart
    }
}
