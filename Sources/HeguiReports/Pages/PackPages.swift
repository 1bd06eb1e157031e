package import HeguiDiagnostics
package import HeguiPack

/// The pages of a pack: one for each rule and award, and an index.
package struct PackPages: Sendable {
    private let pack: Pack
    private let language: Language

    package init(_ pack: Pack, language: Language) {
        self.pack = pack
        self.language = language
    }

    /// File names and texts, the index `README.md` first.
    package var files: [(name: String, text: String)] {
        let rules = pack.rules.map { rule in
            (rule.id + ".md", RulePage(rule, of: pack, language: language).text)
        }
        let awards = pack.awards.map { award in
            (award.id + ".md", AwardPage(award, of: pack, language: language).text)
        }
        return [("README.md", index)] + rules + awards
    }

    private var index: String {
        var page = PageWriter(language)
        page.heading(page.text(pack.title), level: 1)
        let number = pack.document.number.map { page.say("（\($0)）", " (\($0))") } ?? ""
        page.paragraph(pack.document.title + number)
        page.paragraph(
            page.say("由 `hegui docs` 生成，不要手改。", "Written by `hegui docs`; do not edit."))
        for dataset in pack.datasets {
            let rules = pack.rules.filter { $0.dataset == dataset.name }
            guard !rules.isEmpty else { continue }
            page.heading(page.text(dataset.title))
            page.table(
                [page.say("规则", "rule"), page.say("条款", "clause"), page.say("级别", "level")],
                rules.map { rule in
                    [
                        "[\(page.text(rule.title))](\(rule.id).md)", rule.clause,
                        rule.level.word(in: language),
                    ]
                })
        }
        if !pack.awards.isEmpty {
            page.heading(page.say("评优项目", "Awards"))
            for award in pack.awards {
                page.item("[\(page.text(award.title))](\(award.id).md)（\(award.clause)）")
            }
            page.endList()
        }
        return page.finish()
    }
}
