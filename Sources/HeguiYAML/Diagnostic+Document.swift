internal import HeguiDiagnostics

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
