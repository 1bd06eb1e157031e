import HeguiDiagnostics
import HeguiPack

/// Writes in one line how a clause is checked.
struct ClauseChecks {
    private let pack: Pack
    private let say: Speaker

    init(_ pack: Pack, _ say: Speaker) {
        self.pack = pack
        self.say = say
    }

    /// Returns the rules and awards of a clause, and what it says where none can check it.
    func text(of clause: Clause) -> DataText {
        list(of: clause).joined(separator: say("；", "; "))
    }

    func list(of clause: Clause) -> [DataText] {
        var checks: [DataText] = []
        for id in clause.rules {
            let title = say(pack.rules.first { $0.id == id }?.title) ?? DataText(id)
            checks.append("\(title) `\(id)`")
        }
        for id in clause.awards {
            let title = say(pack.awards.first { $0.id == id }?.title) ?? DataText(id)
            checks.append(say("评优：\(title) `\(id)`", "award: \(title) `\(id)`"))
        }
        let texts: [(DataText, LocalizedText?)] = [
            (say("材料：", "evidence: "), clause.evidence),
            (say("定义：", "definition: "), clause.definition),
            (say("不可检查：", "not checkable: "), clause.notCheckable),
        ]
        for (title, text) in texts {
            if let text { checks.append(title + say(text)) }
        }
        return checks
    }

}
