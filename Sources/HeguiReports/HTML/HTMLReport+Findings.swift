import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes the place of the table of all findings, and its controls; rows are made by the script
    /// of the data at the end of the page.
    func writeFindings(to stream: inout ReportStream) {
        guard digest.violations.total > 0 else { return }
        let all = digest.violations.total
        stream.add(
            """
            <section id="findings"><h2>\(say("问题清单", "Findings")) <span class="clause">\(Self.grouped(all))</span></h2>
            \(leftOut(all - limits.listed))
            <noscript><p class="left-out">\(say(
                "这里不能运行脚本，问题见下面各单位的表。",
                "Scripts do not run here; the findings are in the sheets of the units below."))</p></noscript>

            """)
        writeControls(to: &stream)
        let table = HTMLTable(
            caption: say("问题清单", "Findings"),
            headings: [
                HTMLTable.Heading(sorting("level", say("级别", "level")), "word"),
                HTMLTable.Heading(sorting("clause", say("条款", "clause"))),
                HTMLTable.Heading(sorting("unit", say("单位", "unit"))),
                HTMLTable.Heading(sorting("subject", say("对象", "subject"))),
                HTMLTable.Heading(say("疑点", "finding"), "grow"),
            ], style: "findings cards")
        stream.write("<div id=\"shown\" hidden>\n")
        table.write(to: &stream) { _ in }
        stream.add(
            """
            <p id="none" role="status" hidden></p>
            <p><button type="button" id="more" hidden></button></p></div></section>

            """)
    }

    private func sorting(_ key: MaskedText, _ title: DataText) -> Markup {
        "<button type=\"button\" data-sort=\"\(key)\">\(title)</button>"
    }

    /// Writes the controls, which the page's script brings to life.
    private func writeControls(to stream: inout ReportStream) {
        stream.add(
            """
            <form id="filter" hidden role="search" aria-label="\(say("筛选问题", "Filter findings"))">
            <label>\(say("搜索", "Search")) <input id="q" type="search" autocomplete="off"></label>
            <label>\(say("级别", "Level")) <select id="level"></select></label>
            <label>\(say("单位", "Unit")) <select id="unit"></select></label>
            <label>\(say("规则", "Rule")) <select id="rule"></select></label>
            <label>\(say("归并", "Fold")) <select id="fold">\
            <option value="">\(say("不归并", "no"))</option>\
            <option value="unit">\(say("按单位", "by unit"))</option>\
            <option value="rule">\(say("按规则", "by rule"))</option>\
            <option value="subject">\(say("按对象", "by subject"))</option></select></label>
            <button type="reset">\(say("清除", "Clear"))</button>
            <button type="button" id="copy">\(say("复制", "Copy"))</button>
            <button type="button" id="save">\(say("存为表格", "Save as CSV"))</button>
            <output id="count" aria-live="polite"></output>
            </form>

            """)
    }
}
