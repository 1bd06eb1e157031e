internal import HeguiDiagnostics

/// The codes of everything that can be said about a YAML file; each has a page in docs/codes.
package enum YAMLCode: String, DiagnosticCode {
    case syntax = "Y0001"
    case keyRepeated = "Y0002"
    case tagged = "Y0003"
    case tabIndented = "Y0004"
    case notUTF8 = "Y0005"
    case byteOrderMarkStray = "Y0006"
    case documentsSeveral = "Y0007"
    case fileEmpty = "Y0008"
    case nestedTooDeep = "Y0009"
    case tooManyNodes = "Y0010"
    case aliasCyclic = "Y0011"
    case mergeKey = "Y0012"
    case keyNotText = "Y0013"
    case fileTooLarge = "Y0014"
    case controlCharacter = "Y0015"
    case aliasUnknown = "Y0016"
}

/// Diagnostics about a file as a whole and about its bytes.
extension Diagnostic {
    static func tooLarge(_ source: SourceText, limit: Int) -> Diagnostic {
        Diagnostic(
            YAMLCode.fileTooLarge, at: .file(source.name),
            zh: "文件过大：\(source.bytes.count) 字节，上限 \(limit) 字节",
            en: "the file has \(source.bytes.count) bytes; at most \(limit) are read",
            help: Message(zh: "将文件拆分为几个较小的文件", en: "split it into several smaller files")
        )
    }

    static func utf16(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            YAMLCode.notUTF8, at: .file(source.name),
            zh: "文件是 UTF-16 编码",
            en: "the file is UTF-16",
            help: Message(zh: "将文件另存为 UTF-8", en: "save the file as UTF-8")
        )
    }

    static func noMemory(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            YAMLCode.fileTooLarge, at: .file(source.name),
            zh: "内存不足，无法读取文件",
            en: "not enough memory to read the file"
        )
    }

    static func empty(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            YAMLCode.fileEmpty, at: .file(source.name),
            zh: "文件没有内容",
            en: "the file has no content",
            help: Message(
                zh: "写入内容，或删除该文件",
                en: "give it content, or remove the file"
            )
        )
    }

    static func secondDocument(_ span: Span, first: Span) -> Diagnostic {
        let begins = Message(zh: "第一个文档从这里开始", en: "the first document begins here")
        return Diagnostic(
            YAMLCode.documentsSeveral, at: .text(span),
            zh: "文件中有多个文档",
            en: "more than one document in the file",
            label: Message(zh: "从这里起不再读取", en: "not read from here on"),
            secondary: first.start == first.end
                ? [] : [Label(location: .text(first), text: begins)],
            help: Message(
                zh: "删除“---”，或将其后的内容另存为一个文件",
                en: "remove the `---`, or put what follows it into a file of its own"
            )
        )
    }

    static func flaw(_ flaw: TextFlaw, _ span: Span, bytes: ArraySlice<UInt8>) -> Diagnostic {
        switch flaw.kind {
        case .encoding: encoding(span, bytes: bytes)
        case .control: control(span, bytes: bytes)
        case .byteOrderMark: byteOrderMark(span)
        }
    }

    private static func encoding(_ span: Span, bytes: ArraySlice<UInt8>) -> Diagnostic {
        let shown = bytes.prefix(4).map { hex(UInt32($0), digits: 2) }.joined(separator: " ")
        let dots = bytes.count > 4 ? " …" : ""
        return Diagnostic(
            YAMLCode.notUTF8, at: .text(span),
            zh: "偏移 \(span.start.offset) 处的字节 \(shown)\(dots) 不是 UTF-8",
            en: "not UTF-8: \(shown)\(dots) at byte offset \(span.start.offset)",
            help: saveAsUTF8
        )
    }

    private static func control(_ span: Span, bytes: ArraySlice<UInt8>) -> Diagnostic {
        let value = UTF8Character(in: Array(bytes), at: 0)?.value ?? 0
        let name = "U+" + hex(value, digits: 4)
        return Diagnostic(
            YAMLCode.controlCharacter, at: .text(span),
            zh: "不允许的控制字符 \(name)",
            en: "control character \(name)",
            help: Message(
                zh: "删除该字符；确有需要时在双引号中写转义",
                en: "remove it, or write it as an escape in double quotes"
            )
        )
    }

    private static func byteOrderMark(_ span: Span) -> Diagnostic {
        Diagnostic(
            YAMLCode.byteOrderMarkStray, at: .text(span),
            zh: "字节顺序标记（U+FEFF）不在文件开头",
            en: "a byte order mark (U+FEFF) that is not at the beginning",
            label: Message(zh: "此处有一个看不见的字符", en: "an invisible character"),
            help: Message(zh: "删除该字符", en: "remove it")
        )
    }

    private static let saveAsUTF8 = Message(
        zh: "将文件另存为 UTF-8（旧版中文编辑器常存为 GBK 或 GB18030）",
        en: "save the file as UTF-8; older Chinese editors often save GBK or GB18030"
    )

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

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
