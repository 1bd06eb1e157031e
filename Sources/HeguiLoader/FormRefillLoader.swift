import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads how reports write a form again.
struct FormRefillLoader {
    private static let what = Message(zh: "`refill`", en: "`refill`")

    let context: LoadContext
    let names: FormNames

    func load(_ node: Node?) -> Form.Refill? {
        guard let node, var fields = Fields(node, Self.what, context) else { return nil }
        let title = context.text(fields.required("title"), Self.what)
        let note = context.text(fields.optional("note"), Self.what)
        let by = context.scalar(fields.optional("by"), Self.what)
        let totals = context.scalar(fields.optional("totals"), Self.what)
        fields.finish()
        if let by, !names.heading.contains(by.text) {
            context.report(.refillHeadingUnknown(by, among: names.heading))
        }
        guard let title else { return nil }
        return Form.Refill(
            title: title, note: note, by: by?.text, totals: totals.map(pieces) ?? [])
    }

    /// Cuts `共 {rows} 人` into its pieces; what stands in braces must be a name of the form.
    private func pieces(_ scalar: Scalar) -> [Form.Refill.Piece] {
        var pieces: [Form.Refill.Piece] = []
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

    private func piece(_ name: String, _ scalar: Scalar) -> Form.Refill.Piece? {
        if name == "rows" { return .rows }
        if names.columns.contains(name) { return .column(name) }
        let footer = name.hasPrefix("footer.") ? String(name.dropFirst(7)) : nil
        if let footer, names.footer.contains(footer) { return .footer(footer) }
        let known = ["rows"] + names.columns + names.footer.map { "footer." + $0 }
        context.report(.refillPieceUnknown(name, among: known, at: scalar.span))
        return nil
    }
}
