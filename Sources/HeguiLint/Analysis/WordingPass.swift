import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiReview

/// Rules whose force does not fit the wording of their clause (R0708, R0709).
struct WordingPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        for rule in pack.rules {
            guard let clause = pack.clauses.first(where: { $0.id == rule.clause }) else { continue }
            let wording = ModalWords(clause.modality)
            let (isSoft, isBinding) = (wording.isSoft, wording.isBinding)
            let fits = isSoft ? !rule.obliges : rule.modality == .binding
            if isSoft != isBinding, !fits {
                context.report(.forceUnlikeWording(rule, clause, isSoft: isSoft))
            }
            if clause.modality.contains("及时"), rule.requirement.hasLiteralTerm {
                context.report(.figureForPromptly(rule, clause))
            }
        }
    }
}

extension Rule {
    /// Whether breaking it can be a mandatory finding; one to verify or a hint only advises.
    fileprivate var obliges: Bool {
        modality == .binding && ([level] + levelCases.map(\.level)).contains(.mandatory)
    }
}

extension Requirement {
    /// Whether a length or bound is written down rather than a parameter.
    fileprivate var hasLiteralTerm: Bool {
        parts.all.contains { part in
            switch (part.purpose, part.content) {
            case (.bound(.quantity), .number(.literal)): true
            case (.bound(.day), .length(.literal)): part.key != "grace"
            default: false
            }
        }
    }
}

/// What the words of a clause say of its force: as GB/T 1.1 and, in English, the ISO/IEC
/// Directives use them, with those of notices of the Party.
private struct ModalWords {
    private(set) var isSoft = false
    private(set) var isBinding = false

    /// Longer words stand before those that they hold: 不可 forbids, 可 allows.
    private static let words: [(text: String, isBinding: Bool)] = [
        ("必须", true), ("不得", true), ("不可", true), ("不准", true), ("严禁", true), ("禁止", true),
        ("无须", false), ("不必", false), ("不宜", false), ("原则上", false), ("鼓励", false),
        ("提倡", false), ("一般", false), ("积极", false), ("及时", false),
        ("应", true), ("须", true), ("可", false), ("宜", false),
        ("shall", true), ("must", true), ("may not", true), ("prohibited", true),
        ("should", false), ("may", false), ("encouraged", false), ("recommended", false),
        ("generally", false), ("promptly", false),
    ]

    init(_ modality: String) {
        // Words of English stand between blanks, those of Chinese do not.
        let letters = modality.lowercased().map { $0.isLetter ? $0 : " " }
        var rest = " " + String(letters) + " "
        for word in Self.words {
            let isEnglish = word.text.utf8.first.map { $0 < 0x80 } ?? false
            let sought = isEnglish ? " \(word.text) " : word.text
            while let range = rest.firstRange(of: sought) {
                rest.replaceSubrange(range, with: "  ")
                if word.isBinding { isBinding = true } else { isSoft = true }
            }
        }
    }
}
