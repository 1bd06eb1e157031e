import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads forms/<form>.yaml.
struct AnnexLoader {
    static let what = Message(zh: "表单", en: "a form")

    let context: LoadContext
    let compiler: ExpressionCompiler
    let datasets: [Dataset]

    func load(_ root: Node, file: String) -> Annex? {
        guard var fields = Fields(root, Self.what, in: context) else { return nil }
        let idNode = fields.required("form")
        let id = context.identifier(idNode, Message(zh: "表单号", en: "form"), dashes: true)
        if let id, let idNode { context.checkFileName(id, file, at: idNode.span) }
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let clause = context.text(fields.optional("clause"), Self.what)
        let layout =
            context.choice(fields.optional("layout"), Self.what, of: Annex.Layout.self) ?? .table
        let recognise = recognise(fields.required("recognise"))
        let heading = heading(fields.optional("heading"))
        let columns = columns(fields.required("columns"), layout: layout, heading: heading)
        let footer = footer(fields.optional("footer"))
        let rowsNode = fields.optional("rows")
        let totalsNode = fields.optional("totals")
        let refillNode = fields.optional("refill")
        let expectedNode = fields.optional("expected")
        let standInsNode = fields.optional("stands_in")
        fields.finish()
        let names = AnnexNames(
            columns: columns.map(\.name), heading: heading.map(\.name),
            footer: footer.fields.map(\.name))
        let yields = AnnexYieldLoader(context: context, datasets: datasets, names: names)
        let rows = yields.load(rowsNode, areRows: true)
        let totals = yields.load(totalsNode, areRows: false)
        let standIns = yields.load(standInsNode, areRows: false)
        checkRecognition(recognise.columns, names)
        let refill = AnnexRefillLoader(context: context, names: names).load(refillNode)
        let expected = DutyLoader(
            context: context, compiler: compiler, datasets: datasets, heading: heading,
            yields: rows + totals
        ).load(expectedNode)
        guard let id, let title, let span = idNode?.span else { return nil }
        return Annex(
            id: id, title: title, clause: clause, layout: layout, titleWords: recognise.title,
            recognisedBy: recognise.columns.map(\.text), heading: heading, columns: columns,
            footerStarts: footer.starts, footer: footer.fields, rows: rows, totals: totals,
            refill: refill, expected: expected, standIns: standIns, span: span)
    }

    private func recognise(_ node: Node?) -> (title: [String], columns: [Scalar]) {
        let what = Message(zh: "`recognise`", en: "`recognise`")
        guard let node, var fields = Fields(node, what, in: context) else { return ([], []) }
        let title = context.oneOrMore(fields.optional("title"), what)
        let columns = context.items(fields.required("columns"), what)
            .compactMap { context.scalar($0, what) }
        fields.finish()
        return (title, columns)
    }

    private func checkRecognition(_ columns: [Scalar], _ names: AnnexNames) {
        for column in columns where !names.columns.contains(column.text) {
            context.report(.annexColumnUnknown(column, among: names.columns))
        }
    }

    private func heading(_ node: Node?) -> [Annex.HeadingField] {
        let what = Message(zh: "`heading`", en: "`heading`")
        guard let node, var fields = Fields(node, what, in: context) else { return [] }
        return fields.all().compactMap { entry in
            guard var inner = Fields(entry.value, what, in: context) else { return nil }
            let labels = context.oneOrMore(inner.optional("labels"), what)
            let pattern = context.text(inner.optional("pattern"), what)
            let type = context.choice(inner.required("type"), what, of: ColumnType.self)
            inner.finish()
            if labels.isEmpty == (pattern == nil) {
                context.report(.headingFieldUnclear(at: entry.key.span))
            }
            if let pattern, !pattern.contains("{}") {
                context.report(.headingPatternFixed(at: entry.value.span))
            }
            return type.map {
                Annex.HeadingField(
                    name: entry.key.text, labels: labels, pattern: pattern, type: $0)
            }
        }
    }

    private func columns(
        _ node: Node?, layout: Annex.Layout, heading: [Annex.HeadingField]
    ) -> [Annex.SheetColumn] {
        let what = Message(zh: "`columns`", en: "`columns`")
        guard let node, var fields = Fields(node, what, in: context) else { return [] }
        let entries = fields.all()
        let names = entries.map(\.key.text)
        var headings = HeadingWords(context: context)
        for entry in entries {
            headings.note(entry.value["headers"]?.words ?? [], of: entry.key.text)
        }
        return entries.compactMap { column($0, layout: layout, heading: heading, among: names) }
    }

    private func column(
        _ entry: Node.Entry, layout: Annex.Layout, heading: [Annex.HeadingField],
        among siblings: [String]
    ) -> Annex.SheetColumn? {
        let what = Message(zh: "表单的列 `\(entry.key.text)`", en: "form column `\(entry.key.text)`")
        guard var fields = Fields(entry.value, what, in: context) else { return nil }
        let type = context.choice(fields.required("type"), what, of: ColumnType.self)
        let key = layout == .table ? "headers" : "labels"
        let headers =
            type == .ticks
            ? context.oneOrMore(fields.optional(key), what)
            : context.oneOrMore(fields.required(key), what)
        let yearScalar = context.scalar(fields.optional("year"), what)
        let names = AnnexNames(columns: [], heading: heading.map(\.name), footer: [])
        let yields = AnnexYieldLoader(context: context, datasets: datasets, names: names)
        let column = Annex.SheetColumn(
            name: entry.key.text, headers: headers, type: type ?? .text,
            isRequired: context.boolean(fields.optional("required"), what) ?? false,
            level: context.choice(fields.optional("level"), what, of: Level.self) ?? .verify,
            year: yearScalar.flatMap { yields.source($0, []) },
            from: context.text(fields.optional("from"), what),
            to: context.text(fields.optional("to"), what),
            values: EnumValueReader(context: context).read(fields.optional("values")),
            plausible: PlausibleDaysLoader(context: context, what: what).load(
                fields.optional("plausible"), among: siblings,
                unknown: { .annexColumnUnknown($0, among: siblings) }),
            span: entry.key.span)
        fields.finish()
        return type == nil ? nil : column
    }

    private func footer(_ node: Node?) -> (starts: [String], fields: [Annex.FooterField]) {
        let what = Message(zh: "`footer`", en: "`footer`")
        guard let node, var fields = Fields(node, what, in: context) else { return ([], []) }
        let starts = context.oneOrMore(fields.required("starts"), what)
        let inner = fields.required("fields")
        fields.finish()
        guard let inner, var list = Fields(inner, what, in: context) else { return (starts, []) }
        let result: [Annex.FooterField] = list.all().compactMap { entry in
            guard var field = Fields(entry.value, what, in: context) else { return nil }
            let after = context.text(field.required("after"), what)
            let type = context.choice(field.required("type"), what, of: ColumnType.self)
            field.finish()
            guard let after, let type else { return nil }
            return Annex.FooterField(name: entry.key.text, after: after, type: type)
        }
        return (starts, result)
    }
}

/// Reads how reports write an annex again.
struct AnnexRefillLoader {
    private static let what = Message(zh: "`refill`", en: "`refill`")

    let context: LoadContext
    let names: AnnexNames

    func load(_ node: Node?) -> Annex.Refill? {
        guard let node, var fields = Fields(node, Self.what, in: context) else { return nil }
        let title = context.text(fields.required("title"), Self.what)
        let note = context.text(fields.optional("note"), Self.what)
        let by = context.scalar(fields.optional("by"), Self.what)
        let totals = context.scalar(fields.optional("totals"), Self.what)
        fields.finish()
        if let by, !names.heading.contains(by.text) {
            context.report(.refillHeadingUnknown(by, among: names.heading))
        }
        guard let title else { return nil }
        return Annex.Refill(
            title: title, note: note, by: by?.text, totals: totals.map(pieces) ?? [])
    }

    /// Cuts `共 {rows} 人` into its pieces; what stands in braces must be a name of the annex.
    private func pieces(_ scalar: Scalar) -> [Annex.Refill.Piece] {
        var pieces: [Annex.Refill.Piece] = []
        var rest = scalar.text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            if let piece = piece(String(rest[rest.index(after: open)..<close]), scalar) {
                pieces.append(piece)
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private func piece(_ name: String, _ scalar: Scalar) -> Annex.Refill.Piece? {
        if name == "rows" { return .rows }
        if names.columns.contains(name) { return .column(name) }
        let footer = name.hasPrefix("footer.") ? String(name.dropFirst(7)) : nil
        if let footer, names.footer.contains(footer) { return .footer(footer) }
        let known = ["rows"] + names.columns + names.footer.map { "footer." + $0 }
        context.report(.refillPieceUnknown(name, among: known, at: scalar.span))
        return nil
    }
}
