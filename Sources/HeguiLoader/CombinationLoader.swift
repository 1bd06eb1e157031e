import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `any_of` and `all_of`.
struct CombinationLoader {
    private static let what = Message(zh: "并列的要求", en: "a part of the requirement")

    let loader: RequirementLoader

    private var context: LoadContext { loader.context }

    func load(_ mode: Combination.Mode, _ fields: inout Fields) -> Combination? {
        let nodes = context.items(fields.required(mode.rawValue), Self.what)
        guard nodes.count > 1 else {
            context.report(.partsTooFew(of: mode.rawValue, at: fields.span))
            return nil
        }
        var parts: [Combination.Part] = []
        var seen: [String: Span] = [:]
        for (index, node) in nodes.enumerated() {
            guard let part = part(node, number: index + 1) else { continue }
            if let first = seen[part.id] {
                context.report(.declaredTwice(part.id, at: node.span, first: first))
            }
            seen[part.id] = node.span
            parts.append(part)
        }
        return parts.count == nodes.count ? Combination(mode: mode, parts: parts) : nil
    }

    private func part(_ node: Node, number: Int) -> Combination.Part? {
        if case .scalar = node.content {
            return loader.load(node).map {
                Combination.Part(id: "\(number)", title: nil, requirement: $0)
            }
        }
        guard var fields = Fields(node, Self.what, context) else { return nil }
        let idNode = fields.optional("id")
        let id = context.identifier(idNode, Self.what, dashes: true)
        let title = context.localized(fields.optional("title"), Self.what)
        let requirement = loader.load(&fields)
        guard let requirement, idNode == nil || id != nil else { return nil }
        return Combination.Part(id: id ?? "\(number)", title: title, requirement: requirement)
    }
}
