import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension SARIFReport {
    /// Writes whether everything could be checked, and what could not.
    func writeInvocation(
        to writer: inout JSONWriter, _ locator: SARIFLocator, _ allowance: ResultAllowance
    ) {
        writer.object { writer in
            writer.member("executionSuccessful", review.isComplete)
            writer.key("toolExecutionNotifications")
            writer.list { writer in
                if !review.hasData {
                    writer.element { writer in
                        writeNotification(
                            "no-data", level: "error", say(UncheckedWords.noData), to: &writer)
                    }
                }
                if let warning = CompletenessWords(review, say).warning {
                    writer.element { writer in
                        writeNotification(
                            "incomplete", level: "error", warning, to: &writer)
                    }
                }
                if let words = LeftOutWords(allowance, say).text {
                    writer.element { writer in
                        writeNotification("left-out", level: "warning", words, to: &writer)
                    }
                }
                for diagnostic in review.diagnostics {
                    writer.element { write(diagnostic, to: &$0, locator) }
                }
                for failure in RuleFailure.all(in: review) {
                    writer.element { write(failure, to: &$0) }
                }
                for rule in review.rules where rule.notRun != nil {
                    writer.element { writeNotRun(rule, to: &$0) }
                }
            }
        }
    }

    private func writeNotification(
        _ id: String, level: String, _ text: DataText, rule: String? = nil,
        to writer: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }
    ) {
        writer.object { writer in
            writer.key("descriptor")
            writer.object { $0.member("id", id) }
            writer.member("level", level)
            writer.sarifMessage("message", text)
            if let rule {
                writer.key("associatedRule")
                writer.object { writer in
                    writer.member("id", rule)
                    if let number = ruleNumbers[rule] { writer.member("index", number) }
                }
            }
            more(&writer)
        }
    }

    private func write(
        _ diagnostic: Diagnostic, to writer: inout JSONWriter, _ locator: SARIFLocator
    ) {
        writeNotification(
            diagnostic.code, level: diagnostic.severity.rawValue, say(diagnostic.message),
            to: &writer
        ) { writer in
            guard let location = diagnostic.location else { return }
            writer.key("locations")
            writer.list { writer in
                writer.element { writer in
                    writer.object { writer in
                        writer.key("physicalLocation")
                        writer.object { writer in
                            writeArtifact(location.file, to: &writer, locator)
                            guard let line = location.line else { return }
                            writer.key("region")
                            writer.object { $0.member("startLine", line) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ failure: RuleFailure, to writer: inout JSONWriter) {
        writeNotification(
            "rule-failed", level: "error", say(failure.words), rule: failure.rule.rule, to: &writer)
    }

    private func writeNotRun(_ rule: RuleSummary, to writer: inout JSONWriter) {
        let reason = rule.notRun ?? Message(zh: "", en: "")
        writeNotification(
            "rule-not-run", level: "warning",
            say(
                Message(
                    zh: "规则 \(rule.rule) 没有判断任何对象：\(reason.zh)",
                    en: "rule \(rule.rule) judged nothing: \(reason.en)")),
            rule: rule.rule, to: &writer)
    }
}
