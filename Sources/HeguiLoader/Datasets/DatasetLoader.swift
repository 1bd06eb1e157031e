import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads data/<dataset>.yaml as far as that goes without checking expressions.
struct DatasetLoader {
    let context: LoadContext

    func load(_ root: Node, file: String) -> DatasetDraft? {
        let what = Message(zh: "数据表", en: "a dataset")
        guard var fields = Fields(root, what, in: context) else { return nil }
        let nameNode = fields.required("dataset")
        let name = context.identifier(nameNode, Message(zh: "数据表名", en: "dataset"), dashes: false)
        if let name, let nameNode { context.checkFileName(name, file, at: nameNode.span) }
        let singularNode = fields.required("singular")
        let singular = singular(singularNode)
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let key = scalars(fields.optional("key"), Message(zh: "键 `key`", en: "`key`"))
        let label = context.scalar(fields.optional("label"), Message(zh: "`label`", en: "`label`"))
        let group = context.scalar(fields.optional("group"), Message(zh: "`group`", en: "`group`"))
        let register = scalars(
            fields.optional("register"), Message(zh: "`register`", en: "`register`"))
        let isExpected =
            context.boolean(
                fields.optional("expected"), Message(zh: "`expected`", en: "`expected`")) ?? false
        let identity = identity(fields.optional("identity"))
        let columns = columns(fields.required("columns"), of: name ?? "")
        fields.finish()
        guard let name, let singular, let title, let span = nameNode?.span,
            let singularSpan = singularNode?.span
        else { return nil }
        return DatasetDraft(
            name: name, singular: singular, singularSpan: singularSpan, title: title, key: key,
            label: label, group: group,
            register: register, isExpected: isExpected, identity: identity, columns: columns,
            span: span)
    }

    /// What expressions call a row; other names that they know are taken.
    private func singular(_ node: Node?) -> String? {
        let what = Message(zh: "单数名", en: "singular")
        guard let node, let name = context.identifier(node, what, dashes: false) else { return nil }
        guard !["as_of", "params", "period"].contains(name) else {
            context.report(.singularTaken(name, at: node.span))
            return nil
        }
        return name
    }

    private func scalars(_ node: Node?, _ what: Message) -> [Scalar] {
        context.items(node, what).compactMap { context.scalar($0, what) }
    }

    private func identity(
        _ node: Node?
    ) -> [(columns: [Scalar], certainty: Dataset.IdentityLevel.Certainty)] {
        let what = Message(zh: "身份识别 `identity`", en: "a level of `identity`")
        return context.items(node, what).compactMap { item in
            guard var fields = Fields(item, what, in: context) else { return nil }
            let columns = scalars(fields.required("by"), what)
            let certainty = context.choice(
                fields.required("certainty"), what, of: Dataset.IdentityLevel.Certainty.self)
            fields.finish()
            return certainty.map { (columns, $0) }
        }
    }

    private func columns(
        _ node: Node?, of dataset: String
    ) -> [DatasetDraft.ColumnDraft] {
        guard let node,
            var fields = Fields(node, Message(zh: "`columns`", en: "`columns`"), in: context)
        else { return [] }
        let entries = fields.all()
        let names = entries.map(\.key.text)
        var headings = HeadingWords(context: context)
        // A sheet has no columns that are always computed.
        for entry in entries where entry.value["derived"] == nil {
            headings.note([entry.key], of: entry.key.text)
            headings.note(entry.value["aliases"]?.words ?? [], of: entry.key.text)
            headings.note(entry.value["title"]?.words ?? [], of: entry.key.text)
        }
        return entries.compactMap { column($0, of: dataset, among: names) }
    }

    private func column(
        _ entry: Node.Entry, of dataset: String, among siblings: [String]
    ) -> DatasetDraft.ColumnDraft? {
        let name = entry.key.text
        let what = Message(zh: "列 `\(name)`", en: "column `\(name)`")
        let keyNode = Node(content: .scalar(entry.key), span: entry.key.span)
        guard context.identifier(keyNode, Message(zh: "列名", en: "column"), dashes: false) != nil,
            var fields = Fields(entry.value, what, in: context)
        else { return nil }
        let type = context.choice(
            fields.required("type"), Message(zh: "列的类型", en: "type"), of: ColumnType.self)
        if let type, type == .events || type == .ticks {
            context.report(.columnTypeOfAnnex(type, at: entry.value.span))
        }
        let values = EnumValueReader(context: context).read(fields.optional("values"))
        checkValues(values, of: type, at: entry.key.span)
        let reference = reference(&fields, what)
        let draft = DatasetDraft.ColumnDraft(
            name: name, type: type ?? .text,
            title: context.localized(fields.optional("title"), what)
                ?? LocalizedText(zh: nil, en: name),
            isRequired: context.boolean(fields.optional("required"), what) ?? false,
            level: context.choice(fields.optional("level"), what, of: Level.self) ?? .verify,
            aliases: context.oneOrMore(fields.optional("aliases"), what),
            personal: context.choice(
                fields.optional("personal"), what, of: Column.Personal.self),
            values: values,
            synonyms: EnumValueReader(context: context).read(fields.optional("synonyms")),
            reference: reference,
            derived: context.scalar(fields.optional("derived"), what),
            otherwise: context.scalar(fields.optional("otherwise"), what),
            measure: fields.optional("measure"),
            decimals: decimals(fields.optional("decimals"), of: type, what),
            plausible: PlausibleDaysLoader(context: context, what: what).load(
                fields.optional("plausible"), among: siblings,
                unknown: { .columnUnknown($0, of: dataset, among: siblings) }),
            span: entry.key.span)
        fields.finish()
        checkComputed(draft, what)
        return draft
    }

    private func checkComputed(_ draft: DatasetDraft.ColumnDraft, _ what: Message) {
        let keys = [
            draft.derived.map { _ in "`derived`" }, draft.otherwise.map { _ in "`otherwise`" },
            draft.measure.map { _ in "`measure`" },
        ].compactMap { $0 }
        guard keys.count > 1 else { return }
        context.report(.columnComputedTwice(what, by: keys, at: draft.span))
    }

    /// The most decimals of a number, 2 unless stated; nil for other types.
    private func decimals(_ node: Node?, of type: ColumnType?, _ what: Message) -> Int? {
        let stated = context.parsed(node, what, as: Message(zh: "0 到 9", en: "0 to 9")) { text in
            Int(text).flatMap { (0...9).contains($0) ? $0 : nil }
        }
        if let node, let type, type != .number {
            context.report(.decimalsStray(at: node.span))
        }
        return type == .number ? stated ?? 2 : nil
    }

    private func checkValues(_ values: [Column.EnumValue], of type: ColumnType?, at span: Span) {
        guard let type, (type == .enumeration) == values.isEmpty else { return }
        context.report(
            type == .enumeration ? .enumValuesMissing(at: span) : .enumValuesStray(at: span))
    }

    private func reference(_ fields: inout Fields, _ what: Message) -> DatasetDraft.ReferenceDraft?
    {
        let node = fields.optional("references")
        let name = context.identifier(fields.optional("as"), what, dashes: false)
        let inverse = context.identifier(fields.optional("inverse"), what, dashes: false)
        let rollUp = rollUp(fields.optional("roll_up"))
        guard let node, let dataset = context.text(node, what) else { return nil }
        return DatasetDraft.ReferenceDraft(
            dataset: dataset, name: name, inverse: inverse, rollUp: rollUp,
            span: node.span)
    }

    private func rollUp(_ node: Node?) -> [(name: Scalar, column: Scalar)] {
        let what = Message(zh: "`roll_up`", en: "`roll_up`")
        guard let node, var fields = Fields(node, what, in: context) else { return [] }
        return fields.all().compactMap { entry in
            let key = Node(content: .scalar(entry.key), span: entry.key.span)
            guard context.identifier(key, what, dashes: false) != nil,
                let column = context.scalar(entry.value, what)
            else { return nil }
            return (entry.key, column)
        }
    }
}

/// A dataset as written, before its expressions can be checked.
struct DatasetDraft {
    struct ColumnDraft {
        var name: String
        var type: ColumnType
        var title: LocalizedText
        var isRequired: Bool
        var level: Level
        var aliases: [String]
        var personal: Column.Personal?
        var values: [Column.EnumValue]
        var synonyms: [Column.EnumValue]
        var reference: ReferenceDraft?
        var derived: Scalar?
        var otherwise: Scalar?
        var measure: Node?
        var decimals: Int?
        var plausible: PlausibleDays?
        var span: Span
    }

    struct ReferenceDraft {
        var dataset: String
        var name: String?
        var inverse: String?
        var rollUp: [(name: Scalar, column: Scalar)]
        var span: Span
    }

    var name: String
    var singular: String
    var singularSpan: Span
    var title: LocalizedText
    var key: [Scalar]
    var label: Scalar?
    var group: Scalar?
    var register: [Scalar]
    var isExpected: Bool
    var identity: [(columns: [Scalar], certainty: Dataset.IdentityLevel.Certainty)]
    var columns: [ColumnDraft]
    var span: Span
}
