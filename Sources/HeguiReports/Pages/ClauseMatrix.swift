package import HeguiDiagnostics
package import HeguiPack

/// How each clause of a pack's document is checked.
package struct ClauseMatrix: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case text, csv, markdown
    }

    private let pack: Pack
    private let language: Language

    package init(_ pack: Pack, language: Language) {
        self.pack = pack
        self.language = language
    }

    package func write(_ format: Format, to stream: inout ReportStream) {
        switch format {
        case .markdown: writeMarkdown(to: &stream)
        case .csv: writeCSV(to: &stream)
        case .text: writeText(to: &stream)
        }
    }

    private func writeMarkdown(to stream: inout ReportStream) {
        let title = pack.title.text(in: language)
        stream.write("# " + say("\(title)：逐条怎样检查", "\(title): how each clause is checked") + "\n\n")
        stream.write(document)
        let command = "`hegui clauses \(pack.id)`"
        stream.write("\n\n" + say("由 \(command) 生成。", "Written by \(command).") + "\n\n")
        stream.write(
            say("| 条款 | 原文 | 检查 |", "| clause | text | checked by |") + "\n|---|---|---|\n")
        let checks = ClauseChecks(pack, language: language)
        for clause in pack.clauses {
            let cells = [clause.id, clause.quote, checks.text(of: clause)].map(PageWriter.escaped)
            stream.write("| " + cells.joined(separator: " | ") + " |\n")
        }
    }

    /// One row a clause, every way of checking in a column of its own, for spreadsheets.
    private func writeCSV(to stream: inout ReportStream) {
        let columns = [
            ("条款", "clause"), ("部分", "section"), ("原文", "text"), ("对象", "addressee"),
            ("用语", "modality"), ("类别", "kind"), ("规则", "rules"), ("评优项目", "awards"),
            ("材料", "evidence"), ("定义", "definition"), ("不可检查的原因", "not checkable"),
            ("理解", "reading"),
        ]
        let csv = CSVWriter(redaction: .full)
        csv.start(columns.map { say($0, $1) }, to: &stream)
        for clause in pack.clauses {
            let separator = say("；", "; ")
            let fields: [String?] = [
                clause.id, clause.section, clause.quote, clause.addressee.rawValue,
                clause.modality, clause.kind.rawValue,
                clause.rules.joined(separator: separator),
                clause.awards.joined(separator: separator), clause.evidence?.text(in: language),
                clause.definition?.text(in: language), clause.notCheckable?.text(in: language),
                clause.reading?.text(in: language),
            ]
            csv.write(fields.map { .text($0) }, to: &stream)
        }
    }

    private func writeText(to stream: inout ReportStream) {
        let title = pack.title.text(in: language)
        let ink = Ink(isColoured: false, redaction: .full)
        stream.write(ink.clean("\(title)  \(document)") + "\n\n")
        let checks = ClauseChecks(pack, language: language)
        for clause in pack.clauses {
            stream.write(ink.clean("\(clause.id)  \(clause.quote)") + "\n")
            for check in checks.list(of: clause) {
                stream.write("    - " + ink.clean(check) + "\n")
            }
        }
    }

    private var document: String {
        let number = pack.document.number.map { say("（\($0)）", " (\($0))") } ?? ""
        return pack.document.title + number
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }
}
