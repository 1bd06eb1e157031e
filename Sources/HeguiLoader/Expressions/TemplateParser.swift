import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Splits a message into text, placeholders and expressions.
struct TemplateParser {
    let compiler: ExpressionCompiler
    let scope: ExpressionCompiler.Scope

    /// Returns the template of `node`: `{ zh: …, en: … }` or one text for both languages.
    func parse(_ node: Node?) -> MessageTemplate? {
        let what = Message(zh: "消息 `message`", en: "`message`")
        guard let node else { return nil }
        if case .scalar(let scalar) = node.content {
            let parts = segments(of: scalar)
            return MessageTemplate(zh: parts, en: parts)
        }
        guard var fields = Fields(node, what, in: compiler.context) else { return nil }
        let zh = compiler.context.scalar(fields.optional("zh"), what).map(segments(of:))
        let en = compiler.context.scalar(fields.optional("en"), what).map(segments(of:))
        fields.finish()
        return MessageTemplate(zh: zh, en: en)
    }

    private func segments(of scalar: Scalar) -> [MessageTemplate.Segment] {
        let bytes = Array(scalar.text.utf8)
        var parts: [MessageTemplate.Segment] = []
        var text: [UInt8] = []
        var index = 0
        func flush() {
            guard !text.isEmpty else { return }
            parts.append(.text(String(decoding: text, as: UTF8.self)))
            text = []
        }
        while index < bytes.count {
            let byte = bytes[index]
            let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
            if byte == UInt8(ascii: "{"), !isDoubled {
                let rest = bytes[(index + 1)...]
                let next = rest.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
                guard let end = next, bytes[end] == UInt8(ascii: "}") else {
                    reportBrace(scalar, at: index)
                    return parts
                }
                flush()
                if let part = place(scalar, index + 1..<end) { parts.append(part) }
                index = end + 1
            } else if byte == UInt8(ascii: "}"), !isDoubled {
                reportBrace(scalar, at: index)
                return parts
            } else {
                text.append(byte)
                index += byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 2 : 1
            }
        }
        flush()
        return parts
    }

    private func place(_ scalar: Scalar, _ range: Range<Int>) -> MessageTemplate.Segment? {
        let utf8 = Array(scalar.text.utf8)
        let words = String(decoding: utf8[range], as: UTF8.self)
        if let known = MessageTemplate.Placeholder(rawValue: words) { return .placeholder(known) }
        if ScalarParser.isIdentifier(words, dashes: false),
            !scope.contains(where: { $0.name == words })
        {
            let known = MessageTemplate.Placeholder.allCases.map(\.rawValue)
            compiler.context.report(
                .placeholderUnknown(words, among: known, at: scalar.span(of: range)))
            return nil
        }
        let what = Message(zh: "消息中的表达式", en: "an expression in a message")
        return compiler.compile(scalar.part(range), in: scope, for: what).map { .expression($0) }
    }

    private func reportBrace(_ scalar: Scalar, at index: Int) {
        compiler.context.report(.braceUnpaired(at: scalar.span(of: index..<index + 1)))
    }
}
