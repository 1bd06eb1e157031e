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
        let checks = ClauseChecks(pack, language: language)
        for clause in pack.clauses {
            let cells = [clause.id, clause.quote, checks.text(of: clause)].map(escaped)
            stream.write("| " + cells.joined(separator: " | ") + " |\n")
        }
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            .oneLine
    }
}
