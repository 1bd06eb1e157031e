import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes the document's head, the page's heading and the way around in it.
    func writeHead(to stream: inout ReportStream) {
        let pack = review.pack
        let lines = HeaderLines(review: review, say: say)
        let title = say("合规审查", "Compliance review") + " · " + say(pack.title)
        HTMLPage(title: title, language: say.language, isScripted: true).writeStart(to: &stream)
        stream.add(
            """
            <a class="skip" href="#main">\(say("跳到正文", "Skip to the content"))</a>
            <header>
            <p class="kicker">\(say("合规审查报告", "Compliance review"))</p>
            <h1>\(say(pack.title))</h1>
            <dl class="facts">\(fact(say("依据", "Source"), lines.document))
            \(fact(say("截至", "As of"), lines.asOf))
            \(fact(say("材料", "Material"), lines.totals))
            \(fact(say("判断", "Judged"), CompletenessWords(review, say).headline))
            """)
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            stream.add(fact(say("参数", "Parameter"), lines.override(parameter)))
        }
        if !provenance.only.isEmpty {
            let words = provenance.only.map { DataText($0) }.joined(separator: say("、", ", "))
            stream.add(fact(say("仅显示", "Only"), words))
        }
        stream.add(
            """
            </dl>
            <p class="caution">\(caution)</p>
            </header>
            <nav aria-label="\(say("目录", "Contents"))"><ul>
            """)
        for (id, title) in contents { stream.add("<li><a href=\"#\(id)\">\(title)</a></li>") }
        stream.write("</ul></nav>\n")
    }

    private var caution: DataText {
        say(
            "以下是依据所交材料得出的疑点，请核实后认定；未经核实，不作为结论使用。",
            "What follows is drawn from the material handed in and is to be verified before it is "
                + "taken as established.")
    }

    func fact(_ name: DataText, _ value: DataText) -> Markup {
        "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }

    private var contents: [(MaskedText, DataText)] {
        var contents: [(MaskedText, DataText)] = [
            ("answers", say("要点", "At a glance")), ("summary", say("汇总", "Summary")),
        ]
        if !review.material.isEmpty { contents.append(("material", say("应交材料", "Material due"))) }
        if !digest.groups.isEmpty { contents.append(("units", say("各单位", "Units"))) }
        if !digest.rankings.isEmpty { contents.append(("rates", say("比率排名", "Rates"))) }
        if !review.standings.isEmpty || !review.unmatchedNominations.isEmpty {
            contents.append(("awards", say("评优资格", "Awards")))
        }
        if digest.violations.total > 0 {
            contents.append(("findings", say("问题清单", "Findings")))
        }
        if !digest.others.isEmpty { contents.append(("lists", say("其他事项", "Other outcomes"))) }
        if !review.dataFindings.isEmpty { contents.append(("data-findings", say("数据问题", "Data"))) }
        contents += [("clauses", say("条款", "Clauses")), ("rules", say("规则", "Rules"))]
        contents.append(("files", say("材料清单", "Files")))
        return contents
    }

    private var configurationFact: Markup {
        provenance.configuration.map { fact(say("配置文件", "Configuration"), $0.words(say)) }
            ?? .nothing
    }

    /// Writes what the page was made from and by, and ends it.
    func writeFoot(to stream: inout ReportStream) {
        let pack = review.pack
        let revealed = pack.revealed.map { "\($0)" as DataText }.joined(separator: say("、", ", "))
        let settings: DataText = pack.overrides.isEmpty ? say("与规则包一致", "as in the pack") : ""
        let changed = pack.parameters.filter { pack.overrides.contains($0.name) }
            .map { HeaderLines(review: review, say: say).override($0) }
        stream.add(
            """
            <footer><h2>\(say("出处", "Provenance"))</h2><dl class="facts">
            \(fact(say("规则包", "Rule pack"), "\(pack.id) \(pack.version)"))
            \(fact("SHA-256", DataText(provenance.packDigest?.hex ?? "")))
            \(fact(say("参数", "Parameters"), settings + changed.joined(separator: say("；", "; "))))
            \(fact(say("工作日历", "Calendar"), DataText(pack.calendarName)))
            \(fact("SHA-256", DataText(provenance.calendarDigest?.hex ?? "")))
            \(fact(say("截至", "As of"), "\(review.asOf)"))
            \(revealed.isEmpty ? .nothing : fact(say("未遮盖", "Unmasked"), revealed))
            \(configurationFact)\(fact(say("引擎", "Engine"), "hegui \(provenance.engineVersion)"))
            \(fact(say("材料", "Material"), say("逐个文件的 SHA-256 见材料清单", "for the SHA-256 of each file see the account of the files")))
            </dl></footer>

            """)
        if digest.violations.total > 0 {
            var data = FindingData(self)
            data.write(to: &stream)
        }
        HTMLPage.writeEnd(to: &stream, isScripted: true)
    }
}
