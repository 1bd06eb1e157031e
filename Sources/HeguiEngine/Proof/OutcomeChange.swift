import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Says what would have to be otherwise for another outcome.
struct OutcomeChange {
    private let outcome: Outcome
    private let rule: Rule

    init(_ outcome: Outcome, _ rule: Rule) {
        self.outcome = outcome
        self.rule = rule
    }

    var messages: [Message] {
        var messages: [Message] = []
        switch outcome.verdict {
        case .violated, .advised, .waived: messages += mending
        case .pending: messages += mending + expiry
        case .met: messages += breaking
        case .undetermined:
            messages.append(
                Message(
                    zh: "补齐或查清上列缺少的内容，即可判定",
                    en: "it can be told once what is missing is filled in or settled"))
        case .notApplicable:
            messages.append(
                Message(
                    zh: "适用条件 `when`（或施行期）成立时才检查",
                    en: "it is checked only where `when` holds and the rule is in force"))
        case .failed: break
        }
        if outcome.verdict == .violated, rule.level == .verify || outcome.level == .verify {
            messages.append(
                Message(
                    zh: "核实性问题：登记一条说明即可销号", en: "to verify: an explanation on record closes it"))
        }
        if let waiver = outcome.waiver {
            messages.append(
                Message(
                    zh: "豁免到 \(waiver.expires) 为止，过后重新算作违反",
                    en: "the waiver ends on \(waiver.expires); after that it is broken again"))
        }
        return messages
    }

    private var mending: [Message] {
        switch rule.requirement {
        case .quantity, .exists:
            guard let gap = outcome.gap, gap > .zero else { return broken }
            let isAbove = outcome.isAbove
            return [
                isAbove
                    ? Message(
                        zh: "所计的数减少 \(gap.text) 即符合", en: "it is met with \(gap.text) less")
                    : Message(
                        zh: "所计的数再增加 \(gap.text) 即符合", en: "it is met with \(gap.text) more")
            ]
        case .deadline:
            guard let due = outcome.due else { return broken }
            return [
                Message(zh: "办理日期不晚于 \(due) 即符合", en: "it is met if done by \(due)")
            ]
        default: return broken
        }
    }

    /// What is lacking, as the message says it.
    private var broken: [Message] {
        let unmet = outcome.parts.filter { $0.verdict == .violated || $0.verdict == .pending }
        guard !unmet.isEmpty else {
            return [
                Message(
                    zh: "上面起决定作用的条件改变即符合",
                    en: "it is met where what decides it above is otherwise")
            ]
        }
        return unmet.map { part in
            let name = part.title ?? Message(zh: part.id, en: part.id)
            let asked = part.required.map { Message(zh: "要求\($0)", en: "required \($0)") }
            let found = part.observed.map { Message(zh: "实际\($0)", en: "found \($0)") }
            let words = [found, asked].compactMap { $0 }
            return Message(
                zh: "“\(name.zh)”须符合"
                    + Self.bracketed(words.map(\.zh), from: "（", by: "，", to: "）"),
                en: "“\(name.en)” has to be met"
                    + Self.bracketed(words.map(\.en), from: " (", by: ", ", to: ")"))
        }
    }

    private static func bracketed(
        _ words: [String], from open: String, by separator: String, to close: String
    ) -> String {
        words.isEmpty ? "" : open + words.joined(separator: separator) + close
    }

    private var expiry: [Message] {
        guard let due = outcome.due else { return [] }
        return [
            Message(zh: "到 \(due) 仍未符合，即为违反", en: "it is broken if it is not met by \(due)")
        ]
    }

    /// How far a met outcome is from being broken.
    private var breaking: [Message] {
        if case .deadline = rule.requirement, let due = outcome.due {
            return [Message(zh: "晚于 \(due) 即为违反", en: "it is broken if later than \(due)")]
        }
        guard case .quantity(let form) = rule.requirement, form.each == nil,
            let observed = outcome.observed.flatMap(RatioText.ratio),
            let required = outcome.required.flatMap(RatioText.ratio)
        else { return [] }
        let isFloor = form.bounds.atLeast != nil || form.bounds.moreThan != nil
        let isCeiling = form.bounds.atMost != nil || form.bounds.lessThan != nil
        guard isFloor != isCeiling,
            let margin = isFloor
                ? observed.subtracting(required) : required.subtracting(observed),
            margin >= .zero
        else { return [] }
        let text = outcome.rate == nil ? margin.text : RatioText.percent(margin)
        return [
            isFloor
                ? Message(
                    zh: "现比界限多 \(text)，低于界限即为违反",
                    en: "it is \(text) above the bound, and broken below it")
                : Message(
                    zh: "现比界限少 \(text)，超过界限即为违反",
                    en: "it is \(text) below the bound, and broken above it")
        ]
    }
}

extension Outcome {
    /// Whether what was found is more than is asked.
    fileprivate var isAbove: Bool {
        guard let observed = observed.flatMap(RatioText.ratio),
            let required = required.flatMap(RatioText.ratio)
        else { return false }
        return observed >= required
    }
}
