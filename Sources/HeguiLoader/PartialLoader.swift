import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `partial`: what a period asks for of which only a part counts.
struct PartialLoader {
    let context: LoadContext

    private static let what = Message(zh: "`partial`", en: "`partial`")

    private enum Word: String, CaseIterable {
        case keep, skip
    }

    func load(_ node: Node?) -> Window.Partial? {
        guard let node else { return nil }
        if case .scalar = node.content {
            switch context.choice(node, Self.what, of: Word.self) {
            case .keep: return .keep
            case .skip: return .skip
            case nil: return nil
            }
        }
        guard var fields = Fields(node, Self.what, context) else { return nil }
        defer { fields.finish() }
        if fields.has("skip_below") {
            return share(fields.optional("skip_below")).map { .skipBelow($0) }
        }
        let unit = context.choice(
            fields.required("pro_rate"), Self.what, of: Window.ProRateUnit.self)
        let rounding =
            context.choice(fields.optional("rounding"), Self.what, of: Rounding.self) ?? .none
        return unit.map { .proRate(by: $0, rounding) }
    }

    private func share(_ node: Node?) -> Ratio? {
        context.parsed(node, Self.what, as: ScalarReading.ratioName) { text in
            ScalarReading.ratio(text).flatMap { $0 <= .one ? $0 : nil }
        }
    }
}
