package import HeguiDiagnostics
import HeguiEngine
package import HeguiPack

/// Writes as Markdown what a rule checks, why, how its clause is read, and its examples.
package struct RulePage: Sendable {
    private let pack: Pack
    private let rule: Rule
    private let language: Language

    package init(_ rule: Rule, of pack: Pack, language: Language) {
        self.pack = pack
        self.rule = rule
        self.language = language
    }

    package var text: String {
        var page = PageWriter(language)
        page.heading(page.text(rule.title), level: 1)
        page.paragraph("`\(rule.id)` · " + facts(page).joined(separator: " · "))
        page.clauses([rule.clause] + rule.also, of: pack)
        if let reading = rule.reading {
            page.heading(page.say("怎样理解", "How it is read"))
            page.paragraph(page.text(reading).oneLine)
        }
        page.heading(page.say("检查什么", "What is checked"))
        if let condition = rule.condition {
            page.paragraph(page.say("只在下列条件成立时检查：", "Only where this holds:"))
            page.code(condition.text, "")
        }
        page.code(rule.requirementText)
        if !rule.levelCases.isEmpty { writeLevels(to: &page) }
        page.parameters(pack.parameters(usedBy: rule))
        if let remedy = rule.remedy {
            page.heading(page.say("怎么办", "What to do"))
            page.paragraph(page.text(remedy).oneLine)
        }
        page.awards(gatedBy: rule, of: pack)
        page.examples(rule.examples)
        return page.finish()
    }

    private func facts(_ page: PageWriter) -> [String] {
        let dataset = pack.dataset(rule.dataset)
        var facts = [
            page.say("对象：", "subject: ") + (dataset.map { page.text($0.title) } ?? rule.dataset),
            page.say("级别：", "level: ") + rule.level.word(in: language),
        ]
        if rule.modality == .soft { facts.append(page.say("倡导性，不作违反", "soft, never a violation")) }
        if let from = rule.effective.from { facts.append(page.say("自 \(from)", "from \(from)")) }
        if let until = rule.effective.until {
            facts.append(page.say("至 \(until)", "until \(until)"))
        }
        if let replaced = rule.replaces {
            facts.append(page.say("接替 `\(replaced)`", "replaces `\(replaced)`"))
        }
        return facts
    }

    private func writeLevels(to page: inout PageWriter) {
        page.paragraph(page.say("级别另有规定（先成立的为准）：", "Another level, by the first that holds:"))
        for levelCase in rule.levelCases {
            let condition = levelCase.condition.text.oneLine
            page.item("`\(condition)` → \(levelCase.level.word(in: language))")
        }
        page.endList()
    }
}
