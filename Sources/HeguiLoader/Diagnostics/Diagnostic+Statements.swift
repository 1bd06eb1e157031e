import HeguiDiagnostics
import HeguiPack

// What can be said about a pack's waivers and explanations.
extension Diagnostic {
    static func waiversOutsidePack(_ path: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.waiversMisplaced, at: .text(span),
            zh: "`\(path)` 不是规则包内可以放豁免的地方",
            en: "`\(path)` is no place of the pack where waivers may stand",
            help: Message(
                zh: "写规则包文件夹里的文件或文件夹，如 `waivers.yaml`、`waivers`",
                en: "name a file or folder in the pack's own folder, such as `waivers.yaml`"))
    }

    static func waiversNowhere(_ path: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.waiversMisplaced, .warning, at: .text(span),
            zh: "规则包里没有 `\(path)`，不会有豁免生效",
            en: "the pack has no `\(path)`, so no waiver of its own counts",
            help: Message(
                zh: "放入豁免文件，或去掉 `from`", en: "add the file, or take `from` out"))
    }

    static func approversMissing(isRule: Bool, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.waivabilityMismatched, at: .text(span),
            zh: "`by` 没有写谁可以批准豁免", en: "`by` names nobody who may approve a waiver",
            help: isRule
                ? Message(zh: "不可豁免请写 `waivable: false`", en: "write `waivable: false` for never")
                : Message(
                    zh: "写上批准单位，或去掉 `by`（不限批准人）",
                    en: "name who approves, or take `by` out for anybody not concerned"))
    }

    static func softWaivable(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.waivabilityMismatched, at: .text(span),
            zh: "倡导性规则没有违反，无须豁免", en: "a soft rule is never violated and needs no waiver",
            help: Message(zh: "去掉 `waivable`", en: "take `waivable` out"))
    }
}
