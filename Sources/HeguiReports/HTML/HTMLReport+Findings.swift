import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes all findings as one table with filters; without scripts it is the table alone.
    func writeFindings(to stream: inout ReportStream) {
        guard digest.violations.total > 0 else { return }
        stream.add(
            """
            <section id="findings"><h2>\(say("问题清单", "Findings"))</h2>
            \(leftOut(digest.violations.left))
            """)
        writeFilters(to: &stream)
        let table = HTMLTable(
            caption: say("问题清单", "Findings"),
            headings: [
                HTMLTable.Heading(say("级别", "level"), "word"),
                HTMLTable.Heading(say("条款", "clause")),
                HTMLTable.Heading(say("单位", "unit")),
                HTMLTable.Heading(say("对象", "subject")),
                HTMLTable.Heading(say("疑点", "finding"), "grow"),
            ], style: "findings cards")
        table.write(to: &stream) { stream in
            for group in groups {
                let unit = name(ofGroup: group.name, dataset: group.dataset)
                for member in group.members {
                    for outcome in member.outcomes {
                        stream.add(row(of: outcome, unit: unit, group: group, table))
                    }
                }
            }
        }
        stream.add("<p id=\"none\" hidden>\(say("没有符合条件的事项。", "Nothing fits."))</p>\n")
        stream.write("</section>\n")
    }

    private func row(
        of outcome: Outcome, unit: DataText, group: OutcomeGroup, _ table: HTMLTable
    ) -> Markup {
        let anchor = anchors[group.key] ?? ""
        let state: Markup =
            outcome.isOpen
            ? .nothing : "<small class=\"verdict met\">\(say("已说明", "explained"))</small>"
        let attributes: Markup = """
             data-level="\(outcome.level.rawValue)" data-unit="\(anchor)" \
            data-rule="\(outcome.rule)"
            """
        return table.row(
            [
                badge(outcome.level), clauseLink(outcome.clause),
                "<a href=\"#\(anchor)\">\(unit)</a>", "\(name(of: outcome.subject))",
                "\(say(outcome.message))\(state)",
            ], heading: 4, attributes: attributes)
    }

    /// Writes the controls, which the page's script brings to life.
    private func writeFilters(to stream: inout ReportStream) {
        stream.add(
            """
            <form id="filter" hidden role="search" aria-label="\(say("筛选问题", "Filter findings"))">
            <label>\(say("搜索", "Search")) <input id="q" type="search" autocomplete="off"></label>
            <label>\(say("级别", "Level")) <select id="level">\(option("", everything))
            """)
        for level in Level.byWeight {
            stream.add(option(level.rawValue, say(level)))
        }
        stream.add(
            "</select></label>\n<label>\(say("单位", "Unit")) <select id=\"unit\">\(option("", everything))"
        )
        for group in groups {
            let name = name(ofGroup: group.name, dataset: group.dataset)
            stream.add(option(anchors[group.key] ?? "", name))
        }
        stream.add(
            "</select></label>\n<label>\(say("规则", "Rule")) <select id=\"rule\">\(option("", everything))"
        )
        let rules = Set(digest.violations.outcomes.map(\.rule))
        for rule in review.pack.rules where rules.contains(rule.id) {
            stream.add(option(rule.id, "\(rule.clause) \(say(rule.title))"))
        }
        stream.add(
            """
            </select></label>
            <button type="reset">\(say("清除", "Clear"))</button>
            <output id="count" aria-live="polite" data-one="\(say("项", "shown"))"></output>
            </form>

            """)
    }

    private var everything: DataText { say("全部", "all") }

    private func option(_ value: String, _ title: DataText) -> Markup {
        "<option value=\"\(value)\">\(title)</option>"
    }
}
