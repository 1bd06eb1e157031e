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
                writer.member("name", verbatim: "hegui")
                writer.member("version", verbatim: provenance.engineVersion)
                writer.key("rules")
                writer.list { writer in
                    for rule in review.rules { writer.element { write(rule, to: &$0) } }
                    for code in dataCodes { writer.element { writeDescriptor(of: code, to: &$0) } }
                }
            }
        }
    }

    private func write(_ rule: RuleSummary, to writer: inout JSONWriter) {
        let help = RuleHelp(review.pack, rule: rule, index: index, language: language)
        writer.object { writer in
            writer.member("id", verbatim: rule.rule)
            write("shortDescription", help.title, to: &writer)
            write("fullDescription", help.clause, to: &writer)
            writer.key("help")
            writer.object { writer in
                writer.member("text", Self.escaped(help.text))
                writer.member("markdown", Self.escaped(help.markdown))
            }
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", verbatim: Self.level(rule.level)) }
            writer.key("properties")
            writer.object { writer in
                writer.member("clause", verbatim: rule.clause)
                writer.member("also", names: index.rule(rule.rule)?.also ?? [])
                writer.member("level", verbatim: rule.level.rawValue)
                writer.member("tags", names: [rule.clause, rule.level.rawValue])
            }
        }
    }

    private func writeDescriptor(of code: String, to writer: inout JSONWriter) {
        let findings = review.dataFindings.lazy.filter { $0.code == code }
        let level = findings.map(\.level).max() ?? .verify
        let title = text(DataCodeTitle.of(code))
        writer.object { writer in
            writer.member("id", verbatim: code)
            write("shortDescription", title, to: &writer)
            write("fullDescription", title, to: &writer)
            writer.key("help")
            writer.object { writer in
                let page = say("说明见 docs/codes/\(code).md", "see docs/codes/\(code).md")
                writer.member("text", Self.escaped("\(title)\n\(page)"))
            }
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", verbatim: Self.level(level)) }
            writer.key("properties")
            writer.object { $0.member("tags", names: ["data", level.rawValue]) }
        }
    }

    /// Writes a member that is a message.
    func write(_ name: String, _ text: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object { $0.member("text", Self.escaped(text)) }
    }

    /// Returns `text` so that no brace is taken for a placeholder and no bracket for a link.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D || $0 == 0x5D }) else {
            return text
        }
        let hasLink = text.contains("](")
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{", "}": escaped.unicodeScalars.append(scalar)
            case "[" where hasLink, "]" where hasLink: escaped += "\\"
            default: break
            }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
