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
        let number = Self.grouped(count)
        // A long number is set smaller, since it must not break.
        let size: Markup = number.count > 5 ? " class=\"long\"" : .nothing
        return
            "<li class=\"tile \(style)\"><span>\(title)</span><strong\(size)>\(number)</strong>\(small)</li>\n"
    }

    /// `15,614`: three digits a group.
    static func grouped(_ number: Int) -> String {
        var digits = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3), digit != "-" { digits.append(",") }
            digits.append(digit)
        }
        return String(digits.reversed())
    }

    /// A count for a table, in which noughts stand back.
    func count(_ number: Int) -> Markup {
        number == 0 ? "<span class=\"nil\">0</span>" : "\(Self.grouped(number))"
    }
}
