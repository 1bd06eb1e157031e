package import HeguiDiagnostics
package import HeguiRules

/// Writes as a table of Markdown how each clause of a pack's document is checked.
package struct ClauseMatrix: Sendable {
    private let pack: Pack
    private let language: Language

    package init(_ pack: Pack, language: Language) {
        self.pack = pack
        self.language = language
    }

    package func write(to stream: inout ReportStream) {
        let title = pack.title.text(in: language)
        stream.write("# " + say("\(title)：逐条怎样检查", "\(title): how each clause is checked") + "\n\n")
        stream.write(pack.document.title)
        if let number = pack.document.number { stream.write(say("（\(number)）", " (\(number))")) }
        let command = "`hegui clauses \(pack.id)`"
        stream.write("\n\n" + say("由 \(command) 生成。", "Written by \(command).") + "\n\n")
        stream.write(
            say("| 条款 | 原文 | 检查 |", "| clause | text | checked by |") + "\n|---|---|---|\n")
        for clause in pack.clauses {
            let cells = [clause.id, clause.quote, checks(of: clause)].map(escaped)
            stream.write("| " + cells.joined(separator: " | ") + " |\n")
        }
    }

    private func checks(of clause: Clause) -> String {
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
        return checks.joined(separator: say("；", "; "))
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
