import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads the parameters of pack.yaml.
struct ParameterLoader {
    let context: LoadContext
    let enums: EnumColumns

    private static let what = Message(zh: "参数", en: "a parameter")

    func load(_ node: Node?) -> [Parameter] {
        var result: [Parameter] = []
        for item in context.items(node, Message(zh: "参数表", en: "`parameters`")) {
            guard let parameter = parameter(item) else { continue }
            if let first = result.first(where: { $0.name == parameter.name }) {
                context.report(
                    .declaredTwice(parameter.name, at: parameter.span, first: first.span))
            } else {
                result.append(parameter)
            }
        }
        return result
    }

    private func parameter(_ node: Node) -> Parameter? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let nameNode = fields.required("name")
        let name = context.identifier(nameNode, Message(zh: "参数名", en: "parameter"), dashes: false)
        let kind = context.choice(
            fields.required("type"), Message(zh: "参数类型", en: "type"), of: Parameter.Kind.self)
        let clause = context.text(fields.required("clause"), Message(zh: "条款", en: "clause"))
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let reading = context.localized(
            fields.required("reading"), Message(zh: "解读", en: "reading"))
        let choices = choices(&fields, of: kind, at: nameNode?.span ?? node.span)
        let tableType =
            kind == .table ? TableTypeLoader(context: context, enums: enums).load(&fields) : nil
        let range = range(&fields, kind)
        let reader = ParameterValueReader(
            context: context, kind: kind, choices: choices, tableType: tableType, enums: enums)
        let values = values(&fields, reader, at: node.span)
        let alternatives = alternatives(fields.optional("alternatives"), reader)
        fields.finish()
        guard let name, let kind, let clause, let title, let reading, let span = nameNode?.span,
            kind != .table || tableType != nil
        else { return nil }
        return Parameter(
            name: name, kind: kind, clause: clause, title: title, values: values, reading: reading,
            alternatives: alternatives, choices: choices, tableType: tableType, range: range,
            span: span)
    }

    private func choices(
        _ fields: inout Fields, of kind: Parameter.Kind?, at span: Span
    ) -> [String] {
        let node = fields.optional("choices")
        let choices = context.texts(node, Message(zh: "可选值", en: "choices"))
        let isChoice = kind == .choice
        if kind != nil, isChoice == choices.isEmpty {
            let span = node?.span ?? span
            context.report(isChoice ? .choicesMissing(at: span) : .choicesStray(at: span))
        }
        return choices
    }

    private func range(_ fields: inout Fields, _ kind: Parameter.Kind?) -> ClosedRange<Ratio>? {
        guard kind == .integer || kind == .ratio || kind == .number,
            let node = fields.optional("range")
        else { return nil }
        let what = Message(zh: "`range`", en: "`range`")
        guard var inner = Fields(node, what, in: context) else { return nil }
        let limits = ["at_least", "at_most"].map { key in
            context.parsed(inner.required(key), what, as: ScalarParser.numberName) {
                ScalarParser.number($0)
            }
        }
        inner.finish()
        guard let least = limits[0], let most = limits[1] else { return nil }
        if least <= most { return least...most }
        context.report(.parameterRangeReversed(at: node.span))
        return nil
    }

    private func values(
        _ fields: inout Fields, _ reader: ParameterValueReader, at span: Span
    ) -> [Parameter.Dated] {
        let single = fields.optional("value")
        let dated = fields.optional("values")
        if (single == nil) == (dated == nil) {
            context.report(.parameterValueUnclear(at: span))
            return []
        }
        if let single { return reader.read(single).map { [.init(from: nil, value: $0)] } ?? [] }
        let what = Message(zh: "参数的取值", en: "a dated value")
        var result: [Parameter.Dated] = []
        for item in context.items(dated, what) {
            guard var fields = Fields(item, what, in: context) else { continue }
            let from = context.day(fields.required("from"), what)
            let value = fields.required("value").flatMap(reader.read)
            fields.finish()
            if let from, let value { result.append(.init(from: from, value: value)) }
        }
        return result.sorted { ($0.from ?? Day(number: .min)) < ($1.from ?? Day(number: .min)) }
    }

    private func alternatives(
        _ node: Node?, _ reader: ParameterValueReader
    ) -> [Parameter.Alternative] {
        let what = Message(zh: "其他解读", en: "an alternative")
        var seen: [String: Span] = [:]
        return context.items(node, what).compactMap { item in
            guard var fields = Fields(item, what, in: context) else { return nil }
            let nameNode = fields.optional("name")
            let name = context.identifier(nameNode, what, dashes: true)
            let value = fields.required("value").flatMap(reader.read)
            let reading = context.localized(fields.required("reading"), what)
            fields.finish()
            if let name, let span = nameNode?.span {
                if let first = seen[name] {
                    context.report(.declaredTwice(name, at: span, first: first))
                }
                seen[name] = span
            }
            guard let value, let reading else { return nil }
            return Parameter.Alternative(name: name, value: value, reading: reading)
        }
    }
}
