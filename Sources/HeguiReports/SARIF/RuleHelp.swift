import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// What a reader who meets a rule's finding wants to know of the rule.
struct RuleHelp {
    let title: String
    /// The clause's number and words.
    let clause: String
    private let quote: String
    private let number: String
    private let readings: [String]
    private let remedy: String?

    init(_ pack: Pack, rule: RuleSummary, index: ReviewIndex, language: Language) {
        let found = index.rule(rule.rule)
        let source = pack.clauses.first { $0.id == rule.clause }
        title = rule.title.text(in: language)
        number = rule.clause
        quote = source?.quote ?? ""
        clause =
            quote.isEmpty
            ? number
            : Message(zh: "\(number)：“\(quote)”", en: "\(number): “\(quote)”").text(in: language)
        readings = [source?.reading, found?.reading].compactMap { $0?.text(in: language) }
            .map { Message(zh: "读法：\($0)", en: "read as: \($0)").text(in: language) }
        remedy = found?.remedy.map {
            let remedy = $0.text(in: language)
            return Message(zh: "怎么办：\(remedy)", en: "what to do: \(remedy)").text(in: language)
        }
    }

    var text: String {
        ([title, clause] + readings + [remedy].compactMap(\.self)).joined(separator: "\n")
    }

    var markdown: String {
        let quoted = quote.isEmpty ? [] : ["> \(Markdown.escaped(quote))"]
        let rest = (readings + [remedy].compactMap(\.self)).map(Markdown.escaped)
        return (["**\(Markdown.escaped(number)) \(Markdown.escaped(title))**"] + quoted + rest)
            .joined(separator: "\n\n")
    }
}
