import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

// What can be said about waivers and explanations. People's names stay out of it: a diagnostic
// points at the record instead. `record` names it: `the waiver`.
extension Diagnostic {
    /// Columns and the plain evaluator said different things of rows: a fault of the program.
    static func enginesDisagree(_ rule: String, rows: Int) -> Diagnostic {
        Diagnostic(
            EngineCode.enginesDisagree, .error, at: .file("hegui"),
            zh: "程序缺陷：规则 `\(rule)` 有\(rows)行按列与逐行判定不同，以逐行为准",
            en:
                "a fault of the program: of rule `\(rule)` \(rows) row(s) are judged differently on "
                + "columns and row by row; the latter counts",
            help: Message(
                zh: "请用 `--engine rows` 重新审查，并把规则包和材料的样子报告给开发者",
                en:
                    "review again with `--engine rows`, and report the pack and the kind of material"
            ))
    }

    static func statementRuleUnknown(
        _ rule: String, of statement: Message, near: String?, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            EngineCode.statementRuleUnknown, .warning, at: location,
            zh: "\(statement.zh)所指的规则 `\(rule)` 不存在",
            en: "\(statement.en) names an unknown rule `\(rule)`",
            help: near.map { Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?") })
    }

    static func statementSubjectUnknown(_ statement: Message, at location: Location) -> Diagnostic {
        Diagnostic(
            EngineCode.statementSubjectUnknown, .warning, at: location,
            zh: "\(statement.zh)所指的对象不在数据中",
            en: "\(statement.en) names a subject that the data do not have")
    }

    static func statementSubjectAmbiguous(
        _ statement: Message, count: Int, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            EngineCode.statementSubjectAmbiguous, .warning, at: location,
            zh: "\(statement.zh)所指的对象有\(count)个同名，未适用",
            en: "\(statement.en) names \(count) subjects of one name and is not applied",
            help: Message(zh: "请写编号", en: "give the key instead"))
    }

    static func waiverTooEarly(_ waiver: Waiver) -> Diagnostic {
        Diagnostic(
            EngineCode.statementTooEarly, .warning, at: waiver.location,
            zh: "豁免自 \(waiver.day) 起才有效，未适用",
            en: "the waiver runs from \(waiver.day) and is not applied")
    }

    static func explanationTooEarly(_ explanation: Explanation) -> Diagnostic {
        Diagnostic(
            EngineCode.statementTooEarly, .warning, at: explanation.location,
            zh: "说明写于 \(explanation.day)，晚于检查日，未采用",
            en: "the explanation dates from \(explanation.day), after the day of the check")
    }

    static func waiverExpired(_ waiver: Waiver) -> Diagnostic {
        Diagnostic(
            EngineCode.waiverExpired, .warning, at: waiver.location,
            zh: "豁免已于 \(waiver.expires) 到期，未适用",
            en: "the waiver expired on \(waiver.expires) and is not applied")
    }

    static func waiverForbidden(_ waiver: Waiver) -> Diagnostic {
        Diagnostic(
            EngineCode.waiverForbidden, .warning, at: waiver.location,
            zh: "规则 `\(waiver.rule)` 不可豁免，未适用",
            en: "rule `\(waiver.rule)` cannot be waived; the waiver is not applied",
            help: Message(zh: "请改正所查的问题", en: "mend what was found instead"))
    }

    static func approverRefused(_ waiver: Waiver, allowed: [String]) -> Diagnostic {
        Diagnostic(
            EngineCode.approverRefused, .warning, at: waiver.location,
            zh: "批准人无权批准规则 `\(waiver.rule)` 的豁免，未适用",
            en: "the approver may not waive rule `\(waiver.rule)`; the waiver is not applied",
            help: Message(
                zh: "应由\(allowed.joined(separator: "、"))批准，照此名称填写",
                en: "to be approved by \(allowed.joined(separator: " or ")), written like that"))
    }

    static func approverConcerned(_ waiver: Waiver) -> Diagnostic {
        Diagnostic(
            EngineCode.approverConcerned, .warning, at: waiver.location,
            zh: "批准人就是所豁免的对象或其所在单位，未适用",
            en: "the approver is whom the waiver concerns, or that one's unit; it is not applied",
            help: Message(zh: "请由上级批准", en: "have it approved by somebody above"))
    }

    static func waiverEndsSoon(_ waiver: Waiver, on day: Day) -> Diagnostic {
        let left = day.days(until: waiver.expires)
        return Diagnostic(
            EngineCode.waiverEndsSoon, .note, at: waiver.location,
            zh: "豁免将于 \(waiver.expires) 到期（还有 \(left) 天），过后重新算作违反",
            en: "the waiver ends on \(waiver.expires) (days left: \(left)); "
                + "then it is violated again",
            help: Message(zh: "需要延续的，请及时报批", en: "apply in time where it is to go on"))
    }

    static func explanationForeign(_ explanation: Explanation, owner: String) -> Diagnostic {
        Diagnostic(
            EngineCode.explanationForeign, .warning, at: explanation.location,
            zh: "说明出自“\(owner)”，不是所说的对象或其单位、社区，未采用",
            en: "the explanation comes from “\(owner)”, whom it does not concern; it is not taken",
            help: Message(
                zh: "请由对象所在单位或社区填写", en: "have it written by the unit or community concerned"))
    }

    static func explanationStock(_ explanation: Explanation) -> Diagnostic {
        Diagnostic(
            EngineCode.explanationStock, .warning, at: explanation.location,
            zh: "说明只有套话，没有讲清情况，未采用",
            en: "the explanation is a stock phrase that explains nothing; it is not taken",
            help: Message(
                zh: "写明怎样核实、查到什么", en: "say how it was looked into and what was found"))
    }

    static func waiverUnneeded(_ waiver: Waiver) -> Diagnostic {
        Diagnostic(
            EngineCode.statementUnneeded, .warning, at: waiver.location,
            zh: "豁免没有对应的违反情形（`\(waiver.rule)`）",
            en: "the waiver covers nothing: `\(waiver.rule)` is not violated")
    }

    static func explanationUnneeded(_ explanation: Explanation) -> Diagnostic {
        Diagnostic(
            EngineCode.statementUnneeded, .warning, at: explanation.location,
            zh: "说明没有对应的疑点（`\(explanation.rule)`）",
            en: "the explanation explains nothing: `\(explanation.rule)` is not violated")
    }

    static func explanationRefused(_ explanation: Explanation) -> Diagnostic {
        Diagnostic(
            EngineCode.explanationRefused, .warning, at: explanation.location,
            zh: "说明只能核销核实性疑点，`\(explanation.rule)` 在此不是",
            en: "an explanation closes findings of level verify only, "
                + "which `\(explanation.rule)` is not here")
    }

    package static func waiverRepeated(_ waiver: Waiver, first: Waiver) -> Diagnostic {
        let text = Message(zh: "先前的一条", en: "the first one")
        return Diagnostic(
            EngineCode.waiverRepeated, .warning, at: waiver.location,
            zh: "同一规则、同一对象的豁免已有一条，时间重叠",
            en: "there is a waiver of this rule and subject already, and their days overlap",
            secondary: [Label(location: first.location, text: text)])
    }

    package static func recordsMissing(in file: String, reason: Message) -> Diagnostic {
        Diagnostic(
            EngineCode.recordsMissing, .warning, at: .file(file),
            zh: "没有读到豁免或说明：\(reason.zh)", en: "no waivers or explanations: \(reason.en)")
    }
}

// What can be said about a pack that is run.
extension Diagnostic {
    static func policyNotInForce(_ pack: Pack, on day: Day) -> Diagnostic {
        Diagnostic(
            EngineCode.policyNotInForce, .error, at: nil,
            zh: "`\(pack.id)` 在 \(day) 不施行，所有规则都不适用",
            en: "`\(pack.id)` is not in force on \(day), so no rule applies")
    }

    /// An example of which each of `fields` is expected at its span and comes out as `actual`; one
    /// at least.
    package static func exampleFailed(
        _ example: String, fields: [(name: String, actual: String, span: Span)],
        reasons: [Message]
    ) -> Diagnostic {
        let labels = fields.map { field in
            Label(
                at: field.span, zh: "`\(field.name)` 实为 `\(field.actual)`",
                en: "`\(field.name)` is `\(field.actual)`")
        }
        return Diagnostic(
            EngineCode.exampleFailed, at: labels.first?.location,
            zh: "样例“\(example)”不成立", en: "the example “\(example)” does not hold",
            label: labels.first?.text, secondary: Array(labels.dropFirst()), notes: reasons)
    }
}
