import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview
import HeguiTables

extension HTMLReport {
    /// Writes what is wrong with the data, the weightiest first.
    func writeData(to stream: inout ReportStream) {
        let findings = review.dataFindings
        guard !findings.isEmpty else { return }
        stream.add(
            "<section id=\"data-findings\"><h2>\(say("数据问题", "Findings about the data"))</h2>\n")
        let table = HTMLTable(
            caption: say("数据问题", "Findings about the data"),
            headings: [
                HTMLTable.Heading(say("级别", "level"), "word"),
                HTMLTable.Heading(say("单元格", "cell")),
                HTMLTable.Heading(say("疑点和办理要求", "finding, and what to do"), "grow"),
                HTMLTable.Heading(say("代码", "code")),
            ], style: "cards")
        table.write(to: &stream) { stream in
            var room = limits.others
            for level in Level.byWeight where room > 0 {
                for finding in findings.lazy.filter({ $0.level == level }).prefix(room) {
                    room -= 1
                    stream.add(table.row(cells(of: finding), heading: 2))
                }
            }
        }
        stream.add(leftOut(findings.count - limits.others))
        stream.write("</section>\n")
    }

    private func cells(of finding: DataFinding) -> [Markup] {
        let related = SourceList.text(finding.related, say)
        var words: Markup = "\(say(finding.message))"
        if let help = finding.help { words += "<small>\(say(help))</small>" }
        if !related.isEmpty { words += "<small>\(say("另见 ", "see also ") + related)</small>" }
        return [
            badge(finding.level), "\(say(Location.cell(finding.cell)))", words,
            "<code>\(finding.code)</code>",
        ]
    }

    /// Writes what could not be checked at all: files that could not be opened, rules that broke.
    func writeUnchecked(to stream: inout ReportStream) {
        guard !review.diagnostics.isEmpty else { return }
        stream.add(
            "<section id=\"unchecked\"><h2>\(say("未能检查", "Could not be checked"))</h2><ul>\n")
        for diagnostic in review.diagnostics.prefix(limits.others) {
            let place = diagnostic.location.map { say($0) + say("：", ": ") }
            let help: Markup = diagnostic.help.map { "<small>\(say($0))</small>" } ?? .nothing
            stream.add(
                "<li><code>\(diagnostic.code)</code> \(place ?? "")\(say(diagnostic.message))\(help)</li>\n"
            )
        }
        stream.write("</ul>\n")
        stream.add(leftOut(review.diagnostics.count - limits.others))
        stream.write("</section>\n")
    }

    /// Writes what became of the files, sheet by sheet.
    func writeFiles(to stream: inout ReportStream) {
        stream.add("<section id=\"files\"><h2>\(say("材料清单", "Account of the files"))</h2>\n")
        let table = HTMLTable(
            caption: HeaderLines(review: review, say: say).totals,
            headings: [
                HTMLTable.Heading(say("文件", "file"), "grow"),
                HTMLTable.Heading(say("读作", "read as")),
                HTMLTable.Heading(say("读取", "read"), "num"),
                HTMLTable.Heading(say("未采用", "rejected"), "num"),
                HTMLTable.Heading(say("略过", "ignored"), "num"),
            ], isCaptionShown: true)
        table.write(to: &stream) { stream in
            for file in review.files.prefix(limits.others) {
                for cells in rows(of: file) { stream.add(table.row(cells)) }
            }
        }
        stream.add(leftOut(review.files.count - limits.others))
        stream.write("</section>\n")
    }

    private func rows(of file: FileAccount) -> [[Markup]] {
        if let reason = file.notRead {
            let why: Markup = "\(say("未读：", "not read: ") + say(reason))"
            return [["\(file.file)\(digest(of: file))", why, .nothing, .nothing, .nothing]]
        }
        return file.sheets.enumerated().map { position, sheet in
            let hidden: DataText = sheet.isHidden ? say("（隐藏）", " (hidden)") : ""
            let place = [DataText(file.file), sheet.name.map { DataText($0) + hidden }].compactMap(
                \.self
            )
            .joined(separator: " ▸ ")
            let readAs = say(sheet.readAsTitle) ?? sheet.readAs.map { DataText($0) }
            return [
                "\(place) <small>\(file.format)</small>\(position == 0 ? digest(of: file) : .nothing)",
                "\(readAs ?? say("未识别", "not recognised"))", count(sheet.rowsRead),
                count(sheet.rowsRejected), count(sheet.ignored.reduce(0) { $0 + $1.count }),
            ]
        }
    }

    private func digest(of file: FileAccount) -> Markup {
        file.digest.map { "<small><code>\($0.hex)</code></small>" } ?? .nothing
    }
}
