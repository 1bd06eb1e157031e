import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// A rule that could not run for some subjects.
struct RuleFailure {
    let rule: RuleSummary
    let count: Int
    /// What the first of them says.
    let first: Message

    /// Returns the rules that failed, in the pack's order.
    ///
    /// - Complexity: linear in the number of outcomes.
    static func all(in review: Review) -> [RuleFailure] {
        var firsts: [String: (message: Message, count: Int)] = [:]
        for outcome in review.outcomes.those(of: [.failed]) {
            firsts[outcome.rule, default: (outcome.message, 0)].count += 1
        }
        return review.rules.compactMap { rule in
            firsts[rule.rule].map {
                RuleFailure(rule: rule, count: $0.count, first: $0.message)
            }
        }
    }

    var words: Message {
        Message(
            zh: "规则 \(rule.rule) 未能运行 \(count) 次：\(first.zh)",
            en: "rule \(rule.rule) failed \(count) times: \(first.en)")
    }
}

/// What is said where nothing was there to check.
enum UncheckedWords {
    static let noData = Message(
        zh: "没有读到任何数据，无法审查", en: "no data were read, so nothing could be judged")
}
