import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Scalars take the type that their place asks for; nothing is guessed from how they look.
extension LoadContext {
    func scalar(_ node: Node?, _ what: Message) -> Scalar? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node.content else {
            let expected = Message(zh: "单个值", en: "a single value")
            report(.kindMismatched(node, expected: expected, for: what))
            return nil
        }
        return scalar
    }

    func text(_ node: Node?, _ what: Message) -> String? {
        guard let scalar = scalar(node, what) else { return nil }
        guard !scalar.text.isEmpty else {
            report(.valueEmpty(what, at: scalar.span))
            return nil
        }
        return scalar.text
    }

    func items(_ node: Node?, _ what: Message) -> [Node] {
        guard let node else { return [] }
        guard case .sequence(let list) = node.content else {
            let expected = Message(zh: "列表", en: "a list")
            report(.kindMismatched(node, expected: expected, for: what))
            return []
        }
        return list
    }

    func texts(_ node: Node?, _ what: Message) -> [String] {
        items(node, what).compactMap { text($0, what) }
    }

    /// One text or a list of them.
    func oneOrMore(_ node: Node?, _ what: Message) -> [String] {
        guard let node else { return [] }
        if case .scalar = node.content { return text(node, what).map { [$0] } ?? [] }
        return texts(node, what)
    }

    func localized(_ node: Node?, _ what: Message) -> LocalizedText? {
        guard let node else { return nil }
        if case .scalar(let scalar) = node.content {
            return LocalizedText(zh: scalar.text, en: scalar.text)
        }
        guard var fields = Fields(node, what, in: self) else { return nil }
        let zh = text(fields.optional("zh"), what)
        let en = text(fields.optional("en"), what)
        fields.finish()
        if zh == nil, en == nil {
            report(.languagesMissing(of: what, at: node.span))
            return nil
        }
        return LocalizedText(zh: zh, en: en)
    }

    func parsed<Value>(
        _ node: Node?, _ what: Message, as kind: Message, by read: (String) -> Value?
    ) -> Value? {
        guard let scalar = scalar(node, what) else { return nil }
        if let value = read(scalar.text) { return value }
        report(.valueUnreadable(scalar, as: kind, for: what))
        return nil
    }

    func boolean(_ node: Node?, _ what: Message) -> Bool? {
        parsed(node, what, as: ScalarParser.booleanName, by: ScalarParser.boolean)
    }

    func day(_ node: Node?, _ what: Message) -> Day? {
        parsed(node, what, as: ScalarParser.dayName) { Day($0) }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node?, _ what: Message, of type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let scalar = scalar(node, what) else { return nil }
        if let value = Choice(rawValue: scalar.text) { return value }
        let known = Choice.allCases.map(\.rawValue)
        report(.valueNotAChoice(scalar, for: what, among: known))
        return nil
    }

    /// A name in `snake_case` or, with `dashes`, in `kebab-case`.
    func identifier(_ node: Node?, _ what: Message, dashes: Bool) -> String? {
        guard let scalar = scalar(node, what) else { return nil }
        if ScalarParser.isIdentifier(scalar.text, dashes: dashes) { return scalar.text }
        report(.nameInvalid(scalar, of: what, dashes: dashes))
        return nil
    }

    func effective(_ node: Node?) -> Effective {
        let what = Message(zh: "生效期 `effective`", en: "`effective`")
        guard let node, var fields = Fields(node, what, in: self) else { return Effective() }
        let from = day(fields.optional("from"), what)
        let until = day(fields.optional("until"), what)
        fields.finish()
        if let from, let until, until < from {
            report(.effectiveReversed(at: node.span))
        }
        return Effective(from: from, until: until)
    }

    /// How days are counted, with the keys of `base` that the mapping leaves out.
    func counting(_ node: Node?, over base: CountingRule) -> CountingRule {
        let what = Message(zh: "计算方法 `counting`", en: "`counting`")
        guard let node, var fields = Fields(node, what, in: self) else { return base }
        let start = choice(fields.optional("start"), what, of: CountingRule.Start.self)
        let end = choice(fields.optional("end"), what, of: CountingRule.End.self)
        let roll = choice(fields.optional("roll"), what, of: CountingRule.Roll.self)
        fields.finish()
        return CountingRule(
            start: start ?? base.start, end: end ?? base.end, roll: roll ?? base.roll)
    }
}
