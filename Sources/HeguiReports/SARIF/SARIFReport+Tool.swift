import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

extension SARIFReport {
    /// Writes the engine with a descriptor for each rule and each code of data findings.
    func writeTool(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("driver")
            writer.object { writer in
                writer.member("name", "hegui")
                writer.member("version", provenance.engineVersion)
                writer.member("semanticVersion", provenance.engineVersion)
                writer.key("rules")
                writer.list { writer in
                    for rule in review.rules { writer.element { write(rule, to: &$0) } }
                    for code in dataCodes { writer.element { writeDescriptor(of: code, to: &$0) } }
                    for state in materialStates {
                        writer.element { writeDescriptor(of: state, to: &$0) }
                    }
                }
            }
        }
    }

    private func write(_ rule: RuleSummary, to writer: inout JSONWriter) {
        let help = RuleHelp(review.pack, rule: rule, index: index, say: say)
        writer.object { writer in
            writer.member("id", rule.rule)
            writeName(rule.rule, to: &writer)
            writer.sarifMessage("shortDescription", help.title)
            writer.sarifMessage("fullDescription", help.clause)
            writer.key("help")
            writer.object { writer in
                writer.sarifText(help.text)
                writer.member(
                    "markdown", masked: help.markdown(writer.redaction).inSARIFMessage)
            }
            writeHelpLink(rule.rule, to: &writer)
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", Self.level(rule.level)) }
            writer.key("properties")
            writer.object { writer in
                writer.member("clause", rule.clause)
                writer.member("also", names: index.rule(rule.rule)?.also ?? [])
                writer.member("level", rule.level.rawValue)
                writer.member("tags", names: [rule.clause, rule.level.rawValue])
            }
        }
    }

    private func writeDescriptor(of code: String, to writer: inout JSONWriter) {
        let findings = review.dataFindings.lazy.filter { $0.code == code }
        let level = findings.map(\.level).max() ?? .verify
        let title = say(DataCodeTitle.of(code))
        writer.object { writer in
            writer.member("id", code)
            writeName(DataCodeTitle.of(code).en, to: &writer)
            writer.sarifMessage("shortDescription", title)
            writer.sarifMessage("fullDescription", title)
            writer.key("help")
            writer.object { writer in
                let page = say("说明见 docs/codes/\(code).md", "see docs/codes/\(code).md")
                writer.sarifText("\(title)\n\(page)")
            }
            writeHelpLink(code, to: &writer)
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", Self.level(level)) }
            writer.key("properties")
            writer.object { $0.member("tags", names: ["data", level.rawValue]) }
        }
    }

    private func writeDescriptor(of state: MaterialItem.State, to writer: inout JSONWriter) {
        let title = say(state)
        writer.object { writer in
            writer.member("id", Self.id(of: state))
            writeName(Self.id(of: state), to: &writer)
            writer.sarifMessage("shortDescription", title)
            writer.sarifMessage("fullDescription", title)
            writer.sarifMessage("help", title)
            writer.key("properties")
            writer.object { $0.member("tags", names: ["material"]) }
        }
    }

    /// Writes a name in one word, as readers of SARIF show it: `RegisteredLate` of `registered-late`.
    private func writeName(_ words: String, to writer: inout JSONWriter) {
        let parts = words.split { !$0.isLetter && !$0.isNumber }
        writer.member("name", parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
    }

    private func writeHelpLink(_ id: String, to writer: inout JSONWriter) {
        if let helpLink { writer.member("helpUri", helpLink(id)) }
    }
}

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
        let remedy = say(found?.remedy).map { say("办理要求：\($0)", "what to do: \($0)") }
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
