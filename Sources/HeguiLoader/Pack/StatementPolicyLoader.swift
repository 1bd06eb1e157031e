import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads what pack.yaml says of waivers and explanations.
struct StatementPolicyLoader {
    let context: LoadContext
    /// The paths of the pack's files.
    let files: [String]

    func load(waivers: Node?, explanations: Node?) -> StatementPolicy {
        var policy = StatementPolicy()
        let ofWaivers = Message(zh: "豁免 `waivers`", en: "`waivers`")
        if let waivers, var fields = Fields(waivers, ofWaivers, in: context) {
            policy.waiversFrom = place(fields.optional("from"), ofWaivers)
            if let by = fields.optional("by") {
                policy.approvers = context.oneOrMore(by, ofWaivers)
                if by.sequence?.isEmpty == true {
                    context.report(.approversMissing(isRule: false, at: by.span))
                }
            }
            fields.finish()
        }
        let ofExplanations = Message(zh: "说明 `explanations`", en: "`explanations`")
        if let explanations, var fields = Fields(explanations, ofExplanations, in: context) {
            policy.stockPhrases = context.texts(fields.optional("stock_phrases"), ofExplanations)
            fields.finish()
        }
        return policy
    }

    private func place(_ node: Node?, _ what: Message) -> String? {
        guard let text = context.text(node, what), let node else { return nil }
        guard let place = Self.place(text) else {
            context.report(.waiversOutsidePack(text, at: node.span))
            return nil
        }
        if !files.contains(where: { $0 == place || $0.hasPrefix(place + "/") }) {
            context.report(.waiversNowhere(text, at: node.span))
        }
        return place
    }

    /// Returns where a pack keeps its waivers, by its pack.yaml.
    static func waiversPlace(_ header: Node) -> String? {
        let waivers = header.mapping?.first { $0.key.text == "waivers" }?.value
        let from = waivers?.mapping?.first { $0.key.text == "from" }?.value
        return from?.scalar.flatMap { place($0.text) }
    }

    /// Returns the path in the pack's folder; nil for one that leads out of it or to files that
    /// have another meaning.
    private static func place(_ text: String) -> String? {
        let parts = text.split(separator: "/").map(String.init)
        let taken = ["data", "forms", "rules", "awards", "tests", "pack.yaml", "clauses.yaml"]
        guard !text.hasPrefix("/"), let first = parts.first, !taken.contains(first),
            !parts.contains(where: { $0.hasPrefix(".") })
        else { return nil }
        return parts.joined(separator: "/")
    }
}
