import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack

extension SARIFReport {
    /// Writes the engine with a descriptor for each rule and each code of data findings.
    func writeTool(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("driver")
            writer.object { writer in
                writer.member("name", "hegui")
                writer.member("version", provenance.engineVersion)
                writer.key("rules")
                writer.list { writer in
                    for rule in review.rules { writer.element { write(rule, to: &$0) } }
                    for code in dataCodes { writer.element { writeDescriptor(of: code, to: &$0) } }
                }
            }
        }
    }

    private func write(_ rule: RuleSummary, to writer: inout JSONWriter) {
        let help = RuleHelp(review.pack, rule: rule, index: index, say: say)
        writer.object { writer in
            writer.member("id", rule.rule)
            write("shortDescription", help.title, to: &writer)
            write("fullDescription", help.clause, to: &writer)
            writer.key("help")
            writer.object { writer in
                writeText(help.text, to: &writer)
                writer.member(
                    "markdown", masked: help.markdown(writer.redaction).inSARIFMessage)
            }
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
            write("shortDescription", title, to: &writer)
            write("fullDescription", title, to: &writer)
            writer.key("help")
            writer.object { writer in
                let page = say("说明见 docs/codes/\(code).md", "see docs/codes/\(code).md")
                writeText("\(title)\n\(page)", to: &writer)
            }
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", Self.level(level)) }
            writer.key("properties")
            writer.object { $0.member("tags", names: ["data", level.rawValue]) }
        }
    }

    /// Writes a member that is a message.
    func write(_ name: MaskedText, _ text: DataText, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object { writeText(text, to: &$0) }
    }

    private func writeText(_ text: DataText, to writer: inout JSONWriter) {
        writer.member("text", masked: writer.redaction.masked(text).inSARIFMessage)
    }
}
