import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// The forms that look at the subject alone.
extension RequirementLoader {
    func expression(_ fields: inout Fields) -> Requirement? {
        let expression = reader.compile(fields.required("expression"), scope, expecting: [.bool])
        let due = reader.day(fields.optional("due"))
        let observed = reader.compile(fields.optional("observed"), scope)
        let required = reader.compile(fields.optional("required"), scope)
        return expression.map {
            .expression(
                ExpressionRequirement(
                    expression: $0, due: due, observed: observed, required: required))
        }
    }

    func deadline(_ fields: inout Fields) -> Requirement? {
        let dayType = ExpressionCompiler.dayType
        let done = reader.compile(fields.required("deadline"), scope, expecting: [dayType])
        let from = fields.optional("from")
        let within = fields.optional("within")
        let by = fields.optional("by")
        let notBefore = reader.day(fields.optional("not_before"))
        let counting = PackHeaderLoader(context: context, folder: "")
            .counting(fields.optional("counting"), over: counting)
        let due: DeadlineRequirement.Due?
        switch (from, within, by) {
        case (let from?, let within?, nil):
            let start = reader.dayExpression(from, scope)
            let length = reader.length(within)
            if let start, let length {
                due = .within(from: start, length: length)
            } else {
                due = nil
            }
        case (nil, nil, let by?):
            due = reader.day(by).map { .by($0) }
        default:
            context.report(.deadlineUnclear(at: fields.span))
            due = nil
        }
        guard let done, let due else { return nil }
        return .deadline(
            DeadlineRequirement(
                done: done, due: due, notBefore: notBefore, counting: counting))
    }

    func unique(_ fields: inout Fields) -> Requirement? {
        let keys = context.items(fields.required("unique"), Self.what)
        let expressions = keys.compactMap { reader.compile($0, scope) }
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        if keys.isEmpty {
            context.report(.uniqueEmpty(at: fields.span))
        }
        guard !expressions.isEmpty, expressions.count == keys.count else { return nil }
        return .unique(UniqueRequirement(keys: expressions, condition: condition))
    }
}
