import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// The forms that look at the subject alone.
extension RequirementLoader {
    func expression(_ fields: inout Fields) -> Requirement? {
        let expression = compile(fields.required("expression"), scope, expecting: [.bool])
        let due = day(fields.optional("due"))
        let observed = compile(fields.optional("observed"), scope)
        let required = compile(fields.optional("required"), scope)
        return expression.map {
            .expression(
                ExpressionRequirement(
                    expression: $0, due: due, observed: observed, required: required))
        }
    }

    func deadline(_ fields: inout Fields) -> Requirement? {
        let dayType = ExpressionCompiler.dayType
        let done = compile(fields.required("deadline"), scope, expecting: [dayType])
        let from = fields.optional("from")
        let within = fields.optional("within")
        let by = fields.optional("by")
        let counting = PackHeaderLoader(context: context, folder: "")
            .counting(fields.optional("counting"), over: counting)
        let due: DeadlineRequirement.Due?
        switch (from, within, by) {
        case (let from?, let within?, nil):
            let start = compile(from, scope, expecting: [dayType])
            let length = length(within)
            if let start, let length {
                due = .within(from: start, length: length)
            } else {
                due = nil
            }
        case (nil, nil, let by?):
            due = day(by).map { .by($0) }
        default:
            context.report(
                "R0109",
                Message(
                    zh: "期限要有 `from` 和 `within`，或者只有 `by`",
                    en: "a deadline has `from` and `within`, or `by` alone"), at: fields.span)
            due = nil
        }
        guard let done, let due else { return nil }
        return .deadline(
            DeadlineRequirement(done: done, due: due, notBefore: nil, counting: counting))
    }

    func unique(_ fields: inout Fields) -> Requirement? {
        let keys = context.items(fields.required("unique"), Self.what)
        let expressions = keys.compactMap { compile($0, scope) }
        let condition = compile(fields.optional("where"), scope, expecting: [.bool])
        if keys.isEmpty {
            context.report(
                "R0102",
                Message(zh: "`unique` 至少要有一个值", en: "`unique` needs at least one value"),
                at: fields.span)
        }
        guard !expressions.isEmpty, expressions.count == keys.count else { return nil }
        return .unique(UniqueRequirement(keys: expressions, condition: condition))
    }
}
