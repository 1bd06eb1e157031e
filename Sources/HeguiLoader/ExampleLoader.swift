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
        guard var fields = Fields(node, Self.what, context) else { return nil }
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
