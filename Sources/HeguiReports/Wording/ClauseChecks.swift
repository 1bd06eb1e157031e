import HeguiDiagnostics
import HeguiPack

/// Writes in one line how a clause is checked.
struct ClauseChecks {
    private let pack: Pack
    private let language: Language

    init(_ pack: Pack, language: Language) {
        self.pack = pack
        self.language = language
    }

    /// Returns the rules and awards of a clause, and what it says where none can check it.
    func text(of clause: Clause) -> String {
        list(of: clause).joined(separator: say("；", "; "))
    }

    func list(of clause: Clause) -> [String] {
        var checks: [String] = []
        for id in clause.rules {
            let title = pack.rules.first { $0.id == id }?.title.text(in: language) ?? id
            checks.append("\(title) `\(id)`")
        }
        for id in clause.awards {
            let title = pack.awards.first { $0.id == id }?.title.text(in: language) ?? id
            checks.append(say("评优：\(title) `\(id)`", "award: \(title) `\(id)`"))
        }
        let texts: [(String, LocalizedText?)] = [
            (say("材料：", "evidence: "), clause.evidence),
            (say("定义：", "definition: "), clause.definition),
            (say("不可检查：", "not checkable: "), clause.notCheckable),
        ]
        for (title, text) in texts {
            if let text { checks.append(title + text.text(in: language)) }
        }
        return checks
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }
}

extension String {
    /// The text with a space for every line break.
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
