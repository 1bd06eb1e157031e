package import HeguiDiagnostics
package import HeguiPack

/// Writes as Markdown who may be given an award.
package struct AwardPage: Sendable {
    private let pack: Pack
    private let award: Award
    private let language: Language

    package init(_ award: Award, of pack: Pack, language: Language) {
        self.pack = pack
        self.award = award
        self.language = language
    }

    package var text: String {
        var page = PageWriter(language)
        page.heading(page.text(award.title), level: 1)
        let dataset = pack.dataset(award.dataset).map { page.text($0.title) } ?? award.dataset
        page.paragraph("`\(award.id)` · " + page.say("对象：", "subject: ") + dataset)
        page.clauses([award.clause] + award.also, of: pack)
        page.heading(page.say("门槛", "Gates"))
        page.table(
            [page.say("规则", "rule"), page.say("效力", "force"), page.say("条款", "clause")],
            award.gates.map { gate in
                let title = pack.rules.first { $0.id == gate.rule }.map { page.text($0.title) }
                return [
                    "\(title ?? gate.rule) `\(gate.rule)`", gate.modality.word(in: language),
                    gate.clause,
                ]
            })
        page.heading(page.say("怎样评定", "How it is decided"))
        page.code(award.definitionText)
        page.examples(award.examples)
        return page.finish()
    }
}
