import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// What a reader who meets a rule's finding wants to know of the rule.
struct RuleHelp {
    let title: DataText
    /// The clause's number and words.
    let clause: DataText
    private let quote: DataText
    private let number: DataText
    private let remarks: [DataText]

    init(_ pack: Pack, rule: RuleSummary, index: ReviewIndex, say: Speaker) {
        let found = index.rule(rule.rule)
        let source = pack.clauses.first { $0.id == rule.clause }
        let (number, quote) = (DataText(rule.clause), DataText(source?.quote ?? ""))
        title = say(rule.title)
        clause = quote.isEmpty ? number : say("\(number)：“\(quote)”", "\(number): “\(quote)”")
        self.number = number
        self.quote = quote
        let readings = [source?.reading, found?.reading].compactMap(\.self).map { reading in
            say("读法：\(say(reading))", "read as: \(say(reading))")
        }
        let remedy = say(found?.remedy).map { say("怎么办：\($0)", "what to do: \($0)") }
        remarks = readings + [remedy].compactMap(\.self)
    }

    var text: DataText {
        ([title, clause] + remarks).joined(separator: "\n")
    }

    func markdown(_ redaction: Redaction) -> MaskedText {
        let escaped = { (text: DataText) in redaction.masked(text).inMarkdown }
        let quoted: [MaskedText] = quote.isEmpty ? [] : ["> \(escaped(quote))"]
        let heading: MaskedText = "**\(escaped(number)) \(escaped(title))**"
        return ([heading] + quoted + remarks.map(escaped)).joined(separator: "\n\n")
    }
}
