internal import HeguiDiagnostics

/// Diagnostics about single nodes.
extension Diagnostic {
    static func duplicateKey(_ key: Scalar, first: Span) -> Diagnostic {
        Diagnostic(
            YAMLCode.keyRepeated, at: .text(key.span),
            zh: "键 `\(key.text)` 重复",
            en: "key `\(key.text)` is given twice",
            secondary: [
                Label(location: .text(first), text: Message(zh: "首次出现", en: "first given here"))
            ],
            help: Message(zh: "删除其中一个，或合并两者的值", en: "remove one of them, or merge the two")
        )
    }

    static func tag(_ tag: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            YAMLCode.tagged, at: .text(span),
            zh: "不支持标签 `\(tag)`",
            en: "tag `\(tag)` is not supported",
            help: Message(
                zh: "删除标签：值的类型由字段决定；以“!”开头的文字请加引号",
                en: "remove it, the field decides the type; quote a text that begins with `!`"
            )
        )
    }

    static func tab(_ span: Span, more: Int) -> Diagnostic {
        let note = Message(zh: "另有 \(more) 行也用了制表符缩进", en: "\(more) more lines begin with a tab")
        return Diagnostic(
            YAMLCode.tabIndented, at: .text(span),
            zh: "缩进中有制表符",
            en: "a tab in the indentation",
            label: Message(zh: "此处是制表符", en: "this is a tab"),
            notes: more > 0 ? [note] : [],
            help: Message(
                zh: "YAML 只能用空格缩进；请在编辑器中将制表符转换为空格",
                en: "indent with spaces; most editors can convert tabs to spaces"
            )
        )
    }

    static func tooDeep(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            YAMLCode.nestedTooDeep, at: .text(span),
            zh: "嵌套超过 \(limit) 层",
            en: "nested more than \(limit) levels deep",
            help: Message(zh: "减少映射和列表的嵌套", en: "nest mappings and lists less deeply")
        )
    }

    static func tooManyNodes(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            YAMLCode.tooManyNodes, at: .text(span),
            zh: "展开别名后超过 \(limit) 个节点",
            en: "more than \(limit) nodes with all aliases expanded",
            help: Message(
                zh: "拆分文件，不要用别名层层引用别名",
                en: "split the file, and do not build aliases out of aliases"
            )
        )
    }

    static func cycle(_ name: String, _ span: Span, anchor: Span) -> Diagnostic {
        let place = Message(zh: "锚点在这里，尚未结束", en: "the anchor is here and still open")
        return Diagnostic(
            YAMLCode.aliasCyclic, at: .text(span),
            zh: "别名 `*\(name)` 包含自身",
            en: "alias `*\(name)` contains itself",
            secondary: [Label(location: .text(anchor), text: place)],
            help: Message(zh: "在此写出具体的值", en: "write the value here in full")
        )
    }

    static func mergeKey(_ span: Span) -> Diagnostic {
        Diagnostic(
            YAMLCode.mergeKey, at: .text(span),
            zh: "不支持合并键 `<<`",
            en: "merge key `<<` is not supported",
            help: Message(
                zh: "逐一写出各键，使每条规则一目了然",
                en: "write the keys out, so that each rule can be read on its own"
            )
        )
    }

    static func keyNotScalar(_ span: Span, _ kind: Message) -> Diagnostic {
        Diagnostic(
            YAMLCode.keyNotText, at: .text(span),
            zh: "\(kind.zh)不能用作键",
            en: "\(kind.en) cannot be a key",
            help: Message(
                zh: "键只能是文字；以“[”或“{”开头的文字请加引号",
                en: "a key is a text; quote one that begins with `[` or `{`"
            )
        )
    }

    static func unknownAlias(_ name: String, _ span: Span, known: [String]) -> Diagnostic {
        let near = NearestName.suggestion(for: name, among: known)
        let quote = Message(
            zh: "以“*”开头的文字请加引号；锚点须写在别名之前",
            en: "quote a text that begins with `*`; an anchor stands before its aliases"
        )
        return Diagnostic(
            YAMLCode.aliasUnknown, at: .text(span),
            zh: "没有锚点 `&\(name)`",
            en: "there is no anchor `&\(name)`",
            help: near.map { Message(zh: "是否想写 `*\($0)`？", en: "did you mean `*\($0)`?") } ?? quote
        )
    }
}
