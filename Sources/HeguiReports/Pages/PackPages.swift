package import HeguiDiagnostics
package import HeguiPack
import HeguiReview

/// The pages of a pack as Markdown: one for each rule and award, and an index.
package struct PackPages: Sendable {
    package enum Page: Sendable {
        /// `README.md`.
        case index
        /// What a rule checks, why, how its clause is read, and its examples.
        case rule(Rule)
        /// Who may be given an award.
        case award(Award)

        /// The id of the rule or award; nil for the index.
        package var id: String? {
            switch self {
            case .index: nil
            case .rule(let rule): rule.id
            case .award(let award): award.id
            }
        }

        /// The name of the page's file.
        package var fileName: String {
            id.map { $0 + ".md" } ?? "README.md"
        }
    }

    private let pack: Pack
    private let say: Speaker

    package init(_ pack: Pack, language: Language) {
        self.pack = pack
        say = Speaker(language)
    }

    /// All pages, the index first.
    package var all: [Page] {
        [.index] + pack.rules.map { .rule($0) } + pack.awards.map { .award($0) }
    }

    package func write(_ page: Page, to stream: inout ReportStream) {
        var writer = PageWriter(say, stream.redaction)
        switch page {
        case .index: writeIndex(to: &writer)
        case .rule(let rule): write(rule, to: &writer)
        case .award(let award): write(award, to: &writer)
        }
        writer.finish(to: &stream)
    }

    private func writeIndex(to page: inout PageWriter) {
        page.heading(say(pack.title), level: 1)
        let number = pack.document.number.map { say("（\($0)）", " (\($0))") } ?? ""
        page.paragraph(DataText(pack.document.title) + number)
        page.paragraph(say("由 `hegui docs` 生成，不要手改。", "Written by `hegui docs`; do not edit."))
        for dataset in pack.datasets {
            let rules = pack.rules.filter { $0.dataset == dataset.name }
            guard !rules.isEmpty else { continue }
            page.heading(say(dataset.title))
            page.table(
                [say("规则", "rule"), say("条款", "clause"), say("级别", "level")],
                rules.map { rule in
                    [
                        "[\(say(rule.title))](\(rule.id).md)", DataText(rule.clause),
                        say(rule.level),
                    ]
                })
        }
        if !pack.awards.isEmpty {
            page.heading(say("评优项目", "Awards"))
            for award in pack.awards {
                page.item("[\(say(award.title))](\(award.id).md)（\(award.clause)）")
            }
            page.endList()
        }
    }

    private func write(_ award: Award, to page: inout PageWriter) {
        page.heading(say(award.title), level: 1)
        let subject = title(ofDataset: award.dataset)
        page.paragraph(say("`\(award.id)` · 对象：\(subject)", "`\(award.id)` · subject: \(subject)"))
        page.clauses([award.clause] + award.also, of: pack)
        page.heading(say("门槛", "Gates"))
        page.table(
            [say("规则", "rule"), say("效力", "force"), say("条款", "clause")],
            award.gates.map { gate in
                let title = say(pack.rules.first { $0.id == gate.rule }?.title)
                return [
                    "\(title ?? DataText(gate.rule)) `\(gate.rule)`", say(gate.modality),
                    DataText(gate.clause),
                ]
            })
        page.heading(say("怎样评定", "How it is decided"))
        page.code(award.definitionText)
        page.examples(award.examples)
    }

    private func write(_ rule: Rule, to page: inout PageWriter) {
        page.heading(say(rule.title), level: 1)
        page.paragraph("`\(rule.id)` · \(facts(of: rule).joined(separator: " · "))")
        page.clauses([rule.clause] + rule.also, of: pack)
        if let reading = rule.reading {
            page.heading(say("怎样理解", "How it is read"))
            page.paragraph(say(reading).oneLine)
        }
        page.heading(say("检查什么", "What is checked"))
        if let condition = rule.condition {
            page.paragraph(say("只在下列条件成立时检查：", "Only where this holds:"))
            page.code(condition.text, "")
        }
        page.code(rule.requirementText)
        if !rule.levelCases.isEmpty { writeLevels(of: rule, to: &page) }
        page.parameters(pack.parameters(of: rule))
        if let remedy = rule.remedy {
            page.heading(say("办理要求", "What to do"))
            page.paragraph(say(remedy).oneLine)
        }
        page.awards(gatedBy: rule, of: pack)
        page.examples(rule.examples)
    }

    private func facts(of rule: Rule) -> [DataText] {
        let (subject, level) = (title(ofDataset: rule.dataset), say(rule.level))
        var facts = [
            say("对象：\(subject)", "subject: \(subject)"),
            say("级别：\(level)", "level: \(level)"),
        ]
        if rule.modality == .soft { facts.append(say("倡导性，不作违反", "soft, never a violation")) }
        switch rule.waivable {
        case .byPack: break
        case .never: facts.append(say("不可豁免", "cannot be waived"))
        case .by(let names):
            let list = names.map { DataText($0) }.joined(separator: say("、", " or "))
            facts.append(say("豁免由\(list)批准", "waived by \(list)"))
        }
        if let from = rule.effective.from { facts.append(say("自 \(from)", "from \(from)")) }
        if let until = rule.effective.until { facts.append(say("至 \(until)", "until \(until)")) }
        if let replaced = rule.replaces {
            facts.append(say("接替 `\(replaced)`", "replaces `\(replaced)`"))
        }
        return facts
    }

    private func writeLevels(of rule: Rule, to page: inout PageWriter) {
        page.paragraph(say("级别另有规定（先成立的为准）：", "Another level, by the first that holds:"))
        for levelCase in rule.levelCases {
            let condition = levelCase.condition.text.oneLine
            page.item("`\(condition)` → \(say(levelCase.level))")
        }
        page.endList()
    }

    private func title(ofDataset name: String) -> DataText {
        say(pack.dataset(name)?.title) ?? DataText(name)
    }
}
