import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads pack.yaml.
struct PackHeaderLoader {
    let context: LoadContext
    let folder: String
    var enums = EnumColumns()

    func load(_ root: Node) -> PackHeader? {
        let what = Message(zh: "pack.yaml", en: "pack.yaml")
        guard var fields = Fields(root, what, context) else { return nil }
        let idNode = fields.required("id")
        let id = context.identifier(idNode, Message(zh: "`id`", en: "`id`"), dashes: true)
        if let id, let idNode, id != folder {
            context.report(.packUnlikeFolder(id, folder: folder, at: idNode.span))
        }
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let version = context.text(fields.required("version"), Message(zh: "版本", en: "version"))
        let language = context.choice(
            fields.required("language"), Message(zh: "语言", en: "language"), of: Language.self)
        let document = document(fields.required("source"))
        let effective = context.effective(fields.optional("effective"))
        let calendarNode = fields.required("calendar")
        let calendar = context.text(calendarNode, Message(zh: "日历", en: "calendar"))
        let counting = counting(fields.optional("counting"), over: CountingRule())
        let parameters = ParameterLoader(context: context, enums: enums)
            .load(fields.optional("parameters"))
        fields.finish()
        guard let id, let title, let version, let document, let calendar else { return nil }
        return PackHeader(
            id: id, title: title, version: version, language: language ?? .chinese,
            document: document, effective: effective, calendarName: calendar,
            calendarSpan: calendarNode?.span, counting: counting, parameters: parameters)
    }

    private func document(_ node: Node?) -> Pack.Document? {
        let what = Message(zh: "来源文件 `source`", en: "`source`")
        guard let node, var fields = Fields(node, what, context) else { return nil }
        let title = context.text(fields.required("title"), what)
        let number = context.text(fields.optional("number"), what)
        let issuer = context.text(fields.optional("issuer"), what)
        let issuedOn = context.day(fields.optional("issued_on"), what)
        fields.finish()
        return title.map {
            Pack.Document(title: $0, number: number, issuer: issuer, issuedOn: issuedOn)
        }
    }

    func counting(_ node: Node?, over base: CountingRule) -> CountingRule {
        let what = Message(zh: "计算方法 `counting`", en: "`counting`")
        guard let node, var fields = Fields(node, what, context) else { return base }
        let start = context.choice(fields.optional("start"), what, of: CountingRule.Start.self)
        let end = context.choice(fields.optional("end"), what, of: CountingRule.End.self)
        let roll = context.choice(fields.optional("roll"), what, of: CountingRule.Roll.self)
        fields.finish()
        return CountingRule(
            start: start ?? base.start, end: end ?? base.end, roll: roll ?? base.roll)
    }
}
