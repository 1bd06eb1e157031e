package import HeguiDiagnostics
package import HeguiPack

/// How each clause of a pack's document is checked.
package struct ClauseMatrix: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case text, csv, markdown
    }

    private let pack: Pack
    private let say: Speaker

    package init(_ pack: Pack, language: Language) {
        self.pack = pack
        say = Speaker(language)
    }

    package func write(_ format: Format, to stream: inout ReportStream) {
        switch format {
        case .markdown: writeMarkdown(to: &stream)
        case .csv: writeCSV(to: &stream)
        case .text: writeText(to: &stream)
        }
    }

    private func writeMarkdown(to stream: inout ReportStream) {
        var page = PageWriter(say, stream.redaction)
        let title = say(pack.title)
        page.heading(say("\(title)：逐条怎样检查", "\(title): how each clause is checked"), level: 1)
        page.paragraph(document)
        let command = "`hegui clauses \(pack.id)`"
        page.paragraph(say("由 \(command) 生成。", "Written by \(command)."))
        let checks = ClauseChecks(pack, say)
        page.table(
            [say("条款", "clause"), say("原文", "text"), say("检查", "checked by")],
            pack.clauses.map { clause in
                [DataText(clause.id), DataText(clause.quote), checks.text(of: clause)]
            })
        page.finish(to: &stream)
    }

    /// One row a clause, every way of checking in a column of its own, for spreadsheets.
    private func writeCSV(to stream: inout ReportStream) {
        let columns = [
            say("条款", "clause"), say("部分", "section"), say("原文", "text"), say("对象", "addressee"),
            say("用语", "modality"), say("类别", "kind"), say("规则", "rules"), say("评优项目", "awards"),
            say("材料", "evidence"), say("定义", "definition"), say("不可检查的原因", "not checkable"),
            say("理解", "reading"),
        ]
        CSVWriter.start(columns, to: &stream)
        for clause in pack.clauses {
            let separator = say("；", "; ")
            let names = [
                clause.id, clause.section, clause.quote, clause.addressee.rawValue,
                clause.modality, clause.kind.rawValue,
            ]
            let lists = [clause.rules, clause.awards].map { names in
                names.map { DataText($0) }.joined(separator: separator)
            }
            let texts = [
                clause.evidence, clause.definition, clause.notCheckable, clause.reading,
            ].map { say($0) ?? "" }
            CSVWriter.write(
                names.map { .text($0) } + (lists + texts).map { .text($0) }, to: &stream)
        }
    }

    private func writeText(to stream: inout ReportStream) {
        let pen = Pen(isColoured: false, redaction: stream.redaction)
        stream.write("\(pen.clean("\(say(pack.title))  \(document)"))\n\n")
        let checks = ClauseChecks(pack, say)
        for clause in pack.clauses {
            stream.write("\(pen.clean("\(clause.id)  \(clause.quote)"))\n")
            for check in checks.list(of: clause) { stream.write("    - \(pen.clean(check))\n") }
        }
    }

    private var document: DataText {
        let number = pack.document.number.map { say("（\($0)）", " (\($0))") } ?? ""
        return DataText(pack.document.title) + number
    }
}
