import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

// What can be said about the files of a pack, and about clauses, rules and awards that do not
// name each other.
extension Diagnostic {
    /// `packs` are the folders below it that are packs.
    static func headerMissing(in folder: String, packs: [String]) -> Diagnostic {
        let shown = packs.prefix(8).map { "`\($0)`" }
        return Diagnostic(
            PackCode.headerMissing, at: .file(folder),
            zh: "文件夹 `\(folder)` 里没有 pack.yaml", en: "folder `\(folder)` has no pack.yaml",
            help: packs.isEmpty
                ? Message(
                    zh: "写明规则包的文件夹，如 rules/xihu-2013",
                    en: "name the folder of a pack, such as rules/xihu-2013")
                : Message(
                    zh: "其中的规则包有 " + shown.joined(separator: "、"),
                    en: "packs in it: " + shown.joined(separator: ", ")))
    }

    static func fileUnexpected(_ path: String, _ file: String) -> Diagnostic {
        Diagnostic(
            PackCode.fileUnexpected, at: .file(file),
            zh: "规则包里不认识的文件 `\(path)`", en: "no place in a pack for `\(path)`",
            help: Message(
                zh:
                    "规则包有 pack.yaml、clauses.yaml 和 data、forms、rules、awards、tests 文件夹，文件以 .yaml 结尾",
                en: "a pack has pack.yaml, clauses.yaml and the folders data, forms, "
                    + "rules, awards and tests, with files that end in .yaml"))
    }

    static func calendarUnknown(
        _ name: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.calendarUnknown, at: .text(span),
            zh: "没有日历 `\(name)`", en: "no calendar `\(name)`",
            help: .suggestion(for: name, among: known))
    }

    static func holidayReversed(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueOutOfRange, at: .text(span),
            zh: "`last` 早于 `first`", en: "`last` is earlier than `first`")
    }

    static func yearMissing(_ year: Int, before next: Int, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.calendarDayMisplaced, at: .text(span),
            zh: "日历有 \(next) 年而没有 \(year) 年", en: "the calendar has \(next) and not \(year)",
            help: Message(zh: "各年要按顺序写全", en: "write all years, in order"))
    }

    static func holidayOutsideYear(_ day: Day, of year: Int, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.calendarDayMisplaced, at: .text(span),
            zh: "\(day) 离 \(year) 年一个多月", en: "\(day) is more than a month from \(year)")
    }

    static func statutoryOutsideHoliday(_ day: Day, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.calendarDayMisplaced, at: .text(span),
            zh: "法定节日 \(day) 不在这个假期之内",
            en: "the statutory day \(day) is outside the days of its holiday")
    }

    static func workdayOnWeekday(_ day: Day, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.calendarDayMisplaced, at: .text(span),
            zh: "\(day) 不是周六或周日，本来就上班", en: "\(day) is no Saturday or Sunday and worked anyway")
    }

    static func calendarDayTwice(_ day: Day, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            PackCode.calendarDayMisplaced, at: .text(span),
            zh: "\(day) 写了两次", en: "\(day) is named twice",
            secondary: [Label(at: first, zh: "第一次在这里", en: "first named here")])
    }

    static func nameUnlikeFile(_ name: String, file: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.nameUnlikeFile, at: .text(span),
            zh: "`\(name)` 应写在 `\(name).yaml` 里，这里是 `\(file)`",
            en: "`\(name)` belongs in `\(name).yaml`, not in `\(file)`",
            help: Message(zh: "给文件或名称改名", en: "rename the file or the name"))
    }

    static func packUnlikeFolder(_ id: String, folder: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.nameUnlikeFile, at: .text(span),
            zh: "规则包 `\(id)` 与文件夹 `\(folder)` 不同名",
            en: "pack `\(id)` is not named like its folder `\(folder)`",
            help: Message(zh: "改成同一个名称", en: "give both the same name"))
    }
}

extension Diagnostic {
    static func clauseUnknown(_ id: String, among known: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.clauseUnknown, at: .text(span),
            zh: "没有条款 `\(id)`", en: "no clause `\(id)`",
            help: .suggestion(for: id, among: known))
    }

    /// `needsRule`: the clause is of a kind that a rule or an award must check.
    static func clauseUnanswered(_ clause: Clause, needsRule: Bool) -> Diagnostic {
        Diagnostic(
            PackCode.clauseUnanswered, at: .text(clause.span),
            zh: "条款 `\(clause.id)` 没有说明怎样检查",
            en: "clause `\(clause.id)` does not say how it is checked",
            help: needsRule
                ? Message(zh: "列出 `rules` 或 `awards`", en: "name its `rules` or `awards`")
                : Message(
                    zh: "写明 `rules`、`evidence`、`definition` 或 `not_checkable`",
                    en: "give `rules`, `evidence`, `definition` or `not_checkable`"))
    }

    static func ruleUnknown(_ id: String, among known: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.ruleUnknown, at: .text(span),
            zh: "没有规则 `\(id)`", en: "no rule `\(id)`",
            help: .suggestion(for: id, among: known))
    }

    static func awardUnknown(_ id: String, among known: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.ruleUnknown, at: .text(span),
            zh: "没有评优项目 `\(id)`", en: "no award `\(id)`",
            help: .suggestion(for: id, among: known))
    }

    static func ruleOrAwardUnknown(
        _ id: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.ruleUnknown, at: .text(span),
            zh: "没有规则或评优项目 `\(id)`", en: "no rule or award `\(id)`",
            help: .suggestion(for: id, among: known))
    }

    /// The clause lists the rule, which does not name the clause.
    static func clauseUnnamed(_ clause: Clause, by rule: Rule) -> Diagnostic {
        clauseUnnamed(
            clause, by: Message(zh: "规则 `\(rule.id)`", en: "rule `\(rule.id)`"), at: rule.span)
    }

    /// The clause lists the award, which does not name the clause.
    static func clauseUnnamed(_ clause: Clause, by award: Award) -> Diagnostic {
        clauseUnnamed(
            clause, by: Message(zh: "评优项目 `\(award.id)`", en: "award `\(award.id)`"),
            at: award.span)
    }

    private static func clauseUnnamed(
        _ clause: Clause, by owner: Message, at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.clauseOneSided, at: .text(span),
            zh: "\(owner.zh)没有写条款 `\(clause.id)`",
            en: "\(owner.en) does not name clause `\(clause.id)`",
            secondary: [Label(at: clause.span, zh: "条款列出了它", en: "the clause lists it")],
            help: Message(zh: "写进 `clause` 或 `also`", en: "name it in `clause` or `also`"))
    }

    /// The rule names the clause, which does not list the rule.
    static func ruleUnlisted(_ rule: Rule, in clause: Clause) -> Diagnostic {
        Diagnostic(
            PackCode.clauseOneSided, at: .text(clause.span),
            zh: "条款 `\(clause.id)`没有列出规则 `\(rule.id)`",
            en: "clause `\(clause.id)` does not list rule `\(rule.id)`",
            secondary: [Label(at: rule.span, zh: "规则写明了这个条款", en: "the rule names the clause")],
            help: Message(zh: "写进条款的 `rules`", en: "add it to the clause's `rules`"))
    }
}
