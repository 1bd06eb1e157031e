import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `quota` of an award.
struct QuotaLoader {
    private static let what = Message(zh: "名额 `quota`", en: "`quota`")

    let context: LoadContext
    let compiler: ExpressionCompiler
    let dataset: Dataset

    private var reader: SubjectReader {
        SubjectReader(
            context: context, compiler: compiler, dataset: dataset.name, what: Self.what)
    }

    func load(_ node: Node?, isRanked: Bool) -> Award.Quota? {
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        if !isRanked {
            context.report(.quotaUnranked(at: node.span))
        }
        let size = size(&fields)
        let among = reader.compile(fields.optional("among"), reader.scope, expecting: [.bool])
        let within = within(fields.optional("within"))
        let hasShare = fields.has("share")
        let rounding = rounding(hasShare ? fields.required("rounding") : nil)
        let minimum = context.parsed(
            fields.optional("min"), Self.what, as: ScalarParser.integerName
        ) { ScalarParser.integer($0).flatMap { $0 >= 0 ? $0 : nil } }
        let ties = context.choice(
            fields.required("ties"), Self.what, of: Award.Quota.Ties.self)
        fields.finish()
        guard let size, let ties, !hasShare || rounding != nil else { return nil }
        return Award.Quota(
            size: size, among: among, within: within, rounding: rounding ?? .down,
            minimum: minimum ?? 0, ties: ties)
    }

    /// A share or a number; it cannot depend on a subject.
    private func size(_ fields: inout Fields) -> Award.Quota.Size? {
        let share = fields.optional("share")
        let top = fields.optional("top")
        let scope = Array(reader.scope.dropFirst())
        switch (share, top) {
        case (let share?, nil):
            return reader.operand(share, of: ExpressionCompiler.numberTypes, in: scope) {
                ScalarParser.ratio($0)
            }.map { .share($0) }
        case (nil, let top?):
            return reader.operand(top, of: [.int], in: scope) {
                ScalarParser.integer($0).map { Ratio($0) }
            }.map { .top($0) }
        default:
            context.report(.quotaSizeUnclear(at: fields.span))
            return nil
        }
    }

    private func rounding(_ node: Node?) -> Rounding? {
        let rounding = context.choice(node, Self.what, of: Rounding.self)
        guard rounding == Rounding.none, let node else { return rounding }
        context.report(.quotaNotRounded(at: node.span))
        return nil
    }

    private func within(_ node: Node?) -> String? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        let names = dataset.columns.compactMap { $0.reference?.name }
        if names.contains(scalar.text) { return scalar.text }
        context.report(.referenceUnknown(scalar, of: dataset.name, among: names))
        return nil
    }
}
