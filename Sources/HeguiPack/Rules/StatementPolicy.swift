/// What a pack takes as waivers and explanations.
package struct StatementPolicy: Hashable, Sendable {
    /// The file or folder of the pack whose waivers count, relative to the pack's own folder; nil:
    /// only those that whoever runs a review names.
    package var waiversFrom: String?
    /// Who may approve a waiver; nil: anybody whom it does not concern.
    package var approvers: [String]?
    /// Sentences that explain nothing (核实无误).
    package var stockPhrases: [String]

    package init(
        waiversFrom: String? = nil, approvers: [String]? = nil, stockPhrases: [String] = []
    ) {
        self.waiversFrom = waiversFrom
        self.approvers = approvers
        self.stockPhrases = stockPhrases
    }
}

extension Rule {
    /// Who may waive a violation of a rule.
    package enum Waivability: Hashable, Sendable {
        /// Those whom the pack names.
        case byPack
        /// Only these, whomever the pack names.
        case by([String])
        case never
    }
}

/// A text in which people write who they are: `区委组织部（张三）`, `区委组织部 张三`.
///
/// It names a party where the whole text or one of its parts is that party's name, whatever the
/// width of its letters and the blanks in it.
package struct Signature: Hashable, Sendable {
    /// The whole text and its parts, as they are compared.
    package let forms: Set<String>

    package init(_ text: String) {
        let parts = text.split { character in
            character.isWhitespace || Self.separators.contains(character)
        }
        forms = Set(([text] + parts.map(String.init)).map(Self.folded)).subtracting([""])
    }

    /// Returns whether the text names the party called `name`.
    package func names(_ name: String) -> Bool { forms.contains(Self.folded(name)) }

    /// Returns whether the text names one of those parties.
    package func names(anyOf names: some Sequence<String>) -> Bool {
        names.contains { self.names($0) }
    }

    private static let separators: Set<Character> = Set("（）()【】[]、，,；;：:/／|·•—-－_.")

    /// Returns `text` without blanks, in half-width small letters.
    package static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            folded.unicodeScalars.append(plain)
        }
        return folded.lowercased()
    }
}

extension StatementPolicy {
    /// Returns whether `text` says nothing but stock phrases, whatever stands between them.
    package func isStock(_ text: String) -> Bool {
        var rest = Self.words(text)
        if rest.isEmpty { return true }
        let phrases = stockPhrases.map(Self.words).filter { !$0.isEmpty }
            .sorted { ($1.count, $0) < ($0.count, $1) }
        for phrase in phrases {
            while let range = rest.firstRange(of: phrase) { rest.removeSubrange(range) }
        }
        return rest.isEmpty
    }

    private static func words(_ text: String) -> String {
        Signature.folded(text).filter { $0.isLetter || $0.isNumber }
    }
}
