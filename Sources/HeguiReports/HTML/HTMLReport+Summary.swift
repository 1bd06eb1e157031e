import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes the numbers that are read first, as tiles.
    func writeSummary(to stream: inout ReportStream) {
        stream.add(
            "<section id=\"summary\"><h2>\(say("汇总", "Summary"))</h2>\n\(verdictLine)<ul class=\"tiles\">\n"
        )
        let totals = digest.totals
        for level in Level.byWeight {
            let title = say("待处理 · ", "open · ") + say(level)
            let explained = totals.explained(level)
            let note: DataText =
                explained == 0 ? "" : say("另有已说明 \(explained)", "explained: \(explained)")
            stream.add(
                tile(
                    title, totals.openViolations(level), note: note, style: MaskedText(word: level))
            )
        }
        let data = Level.byWeight.reduce(0) { $0 + totals.dataFindings($1) }
        let silent = review.rules.count { $0.notRun != nil }
        let silentNote = say("\(silent) 条规则没有可判断的数据", "rules without data: \(silent)")
        stream.add(tile(say("数据问题", "data findings"), data))
        let owed = review.material.count(where: \.isOpen)
        if owed > 0 {
            stream.add(tile(say("应交材料", "material due"), owed, style: "verify"))
        }
        stream.add(tile(say(Verdict.pending), totals.count(.pending)))
        stream.add(
            tile(
                say(Verdict.undetermined), totals.count(.undetermined),
                note: silent == 0 ? "" : silentNote))
        stream.add(tile(say(Verdict.waived), totals.count(.waived)))
        if totals.count(.advised) > 0 {
            stream.add(tile(say(Verdict.advised), totals.count(.advised)))
        }
        if totals.count(.failed) > 0 {
            let title = say(Verdict.failed)
            stream.add(tile(title, totals.count(.failed), style: "mandatory"))
        }
        stream.add(tile(say(Verdict.met), totals.count(.met), style: "good"))
        stream.write("</ul></section>\n")
    }

    /// What the numbers mean where they would mislead.
    private var verdictLine: Markup {
        if let warning = CompletenessWords(review, say).warning {
            return "<p class=\"alert\">\(warning)</p>\n"
        }
        guard digest.totals.openFindings(atOrAbove: .hint) == 0 else { return .nothing }
        return "<p class=\"good\">\(say("没有待处理的事项。", "Nothing is open."))</p>\n"
    }

    private func tile(
        _ title: DataText, _ count: Int, note: DataText = "", style: MaskedText = "plain"
    ) -> Markup {
        let small: Markup = note.isEmpty ? .nothing : "<small>\(note)</small>"
        return
            "<li class=\"tile \(style)\"><span>\(title)</span><strong>\(count)</strong>\(small)</li>\n"
    }

    /// Writes the units (or other groups) with what is open in each, those of each dataset in a
    /// table of their own.
    func writeUnits(to stream: inout ReportStream) {
        guard !digest.groups.isEmpty else { return }
        stream.add("<section id=\"units\"><h2>\(say("各单位", "Units"))</h2>\n")
        let kinds = GroupKinds(digest.groups, grouping: grouping)
        for kind in kinds.all { write(kind, isAlone: kinds.all.count == 1, to: &stream) }
        stream.write("</section>\n")
    }

    private func write(
        _ kind: GroupKinds.Kind, isAlone: Bool, to stream: inout ReportStream
    ) {
        let title =
            kind.dataset.flatMap { say(index.dataset(singular: $0)?.title) }
            ?? say("其他对象", "Other subjects")
        let levels = Level.byWeight.map {
            HTMLTable.Heading(say($0), "num")
        }
        let table = HTMLTable(
            caption: kind.dataset == nil
                ? say("其他对象待处理的事项", "What is open elsewhere")
                : say("各\(title)待处理的事项", "What is open: \(title)"),
            headings: [HTMLTable.Heading(title, "grow")] + levels
                + [
                    HTMLTable.Heading(say("已说明", "explained"), "num"),
                    HTMLTable.Heading(say(Verdict.waived), "num"),
                    HTMLTable.Heading(say(Verdict.pending), "num"),
                    HTMLTable.Heading(say(Verdict.undetermined), "num"),
                ], isCaptionShown: !isAlone)
        table.write(to: &stream) { stream in
            for group in kind.groups.prefix(limits.others) {
                let name = name(ofGroup: group.name, dataset: group.key.dataset)
                let link: Markup =
                    anchors[group.key].map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
                let counts =
                    Level.byWeight.map { group.open[$0] }
                    + [group.explained, group.waived, group.pending, group.undetermined]
                stream.add(table.row([link] + counts.map(count)))
            }
        }
        stream.add(leftOut(kind.groups.count - limits.others))
    }

    /// A count for a table, in which noughts stand back.
    func count(_ number: Int) -> Markup {
        number == 0 ? "<span class=\"nil\">0</span>" : "\(number)"
    }
}
