import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads pack.yaml.
struct PackHeaderLoader {
    let context: LoadContext
    let folder: String
    var enums = EnumColumns()
    /// The paths of the pack's files.
    var files: [String] = []

    func load(_ root: Node) -> PackHeader? {
        let what = Message(zh: "pack.yaml", en: "pack.yaml")
        guard var fields = Fields(root, what, in: context) else { return nil }
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
        let counting = context.counting(fields.optional("counting"), over: CountingRule())
        let parameters = ParameterLoader(context: context, enums: enums)
            .load(fields.optional("parameters"))
        let statements = StatementPolicyLoader(context: context, files: files)
            .load(
                waivers: fields.optional("waivers"),
                explanations: fields.optional("explanations"))
        fields.finish()
        guard let id, let title, let version, let document, let calendar else { return nil }
        return PackHeader(
            id: id, title: title, version: version, language: language ?? .chinese,
            document: document, effective: effective, calendarName: calendar,
            calendarSpan: calendarNode?.span, counting: counting, parameters: parameters,
            statements: statements)
    }

    private func document(_ node: Node?) -> Pack.Document? {
        let what = Message(zh: "来源文件 `source`", en: "`source`")
        guard let node, var fields = Fields(node, what, in: context) else { return nil }
        let title = context.text(fields.required("title"), what)
        let number = context.text(fields.optional("number"), what)
        let issuer = context.text(fields.optional("issuer"), what)
        let issuedOn = context.day(fields.optional("issued_on"), what)
        fields.finish()
        return title.map {
            Pack.Document(title: $0, number: number, issuer: issuer, issuedOn: issuedOn)
        }
    }
}

/// What pack.yaml says, but for the calendar's days.
struct PackHeader {
    var id: String
    var title: LocalizedText
    var version: String
    var language: Language
    var document: Pack.Document
    var effective: Effective
    var calendarName: String
    var calendarSpan: Span?
    var counting: CountingRule
    var parameters: [Parameter]
    var statements: StatementPolicy
}
