import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the examples of a rule or an award.
struct ExampleLoader {
    let context: LoadContext
    let datasets: [Dataset]
    let parameters: [Parameter]
    let enums: EnumColumns

    private static let what = Message(zh: "示例", en: "an example")

    func load(_ node: Node?, of owner: ExpectationLoader.Owner) -> [Example] {
        context.items(node, Self.what).compactMap { example($0, owner) }
    }

    private func example(_ node: Node, _ owner: ExpectationLoader.Owner) -> Example? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let situation = SituationLoader(
            context: context, datasets: datasets, parameters: parameters, enums: enums
        ).load(&fields)
        let subject = context.text(fields.optional("subject"), Self.what)
        let expectations = ExpectationLoader(context: context, owner: owner)
            .load(fields.required("expect"))
        fields.finish()
        return situation.map {
            Example(
                situation: $0, subject: subject, expectations: expectations, span: $0.span)
        }
    }
}

/// Reads what an example or a test case expects.
struct ExpectationLoader {
    enum Owner {
        case rule, award

        /// What may be expected.
        fileprivate var fields: [String] {
            switch self {
            case .rule:
                [
                    "outcome", "level", "observed", "required", "gap", "due", "nominal_due", "done",
                    "days_late", "lower", "upper",
                ]
            case .award: ["outcome", "rank", "rate", "seats", "quota_base"]
            }
        }

        /// What an outcome may be.
        fileprivate var outcomes: [String] {
            switch self {
            case .rule:
                [
                    "met", "violated", "advised", "pending", "undetermined", "not-applicable",
                    "waived", "failed",
                ]
            case .award:
                [
                    "eligible", "eligible-with-flags", "eligible-by-waiver", "beyond-quota",
                    "blocked", "undetermined", "not-applicable",
                ]
            }
        }
    }

    let context: LoadContext
    let owner: Owner

    private static let what = Message(zh: "预期 `expect`", en: "`expect`")

    func load(_ node: Node?) -> [Example.Expectation] {
        let expectations = expectations(node)
        for expectation in expectations
        where expectation.field == "outcome" || expectation.field.hasSuffix("/outcome") {
            checkOutcome(expectation.value)
        }
        return expectations
    }

    private func checkOutcome(_ scalar: Scalar) {
        guard !owner.outcomes.contains(scalar.text) else { return }
        context.report(.outcomeUnknown(scalar, among: owner.outcomes))
    }

    private func expectations(_ node: Node?) -> [Example.Expectation] {
        guard let node else { return [] }
        if case .scalar(let scalar) = node.content {
            return [Example.Expectation(field: "outcome", value: scalar)]
        }
        guard var fields = Fields(node, Self.what, in: context) else { return [] }
        let list = expectations(&fields, owner.fields, below: "")
        let parts = owner == .rule ? self.parts(fields.optional("parts")) : []
        fields.finish()
        return list + parts
    }

    private func expectations(
        _ fields: inout Fields, _ names: [String], below path: String
    ) -> [Example.Expectation] {
        names.compactMap { name in
            context.scalar(fields.optional(name), Self.what).map {
                Example.Expectation(field: path + name, value: $0)
            }
        }
    }

    /// What is expected of single parts: their outcome, or several fields of each.
    private func parts(_ node: Node?) -> [Example.Expectation] {
        let what = Message(zh: "`parts`", en: "`parts`")
        guard let node, var fields = Fields(node, what, in: context) else { return [] }
        return fields.all().flatMap { entry in
            let path = "parts/\(entry.key.text)/"
            if case .scalar(let scalar) = entry.value.content {
                return [Example.Expectation(field: path + "outcome", value: scalar)]
            }
            guard var inner = Fields(entry.value, what, in: context) else { return [] }
            let names = ["outcome", "observed", "required", "gap", "due"]
            let list = expectations(&inner, names, below: path)
            inner.finish()
            return list
        }
    }
}
