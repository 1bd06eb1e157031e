import HeguiDiagnostics
import HeguiDigests

/// The frame of a page that needs nothing but itself: its head, looks, behaviour and policy.
struct HTMLPage {
    let title: DataText
    let language: Language
    /// Whether the page has findings to filter.
    let isScripted: Bool

    /// Writes everything up to the body's content.
    ///
    /// The policy allows the page's own style and script, by their digests, and nothing else: not
    /// even a cell that made its way into the markup could load or run anything.
    func writeStart(to stream: inout ReportStream) {
        let tag: MaskedText = language == .chinese ? "zh-CN" : "en"
        let script: MaskedText =
            isScripted ? " script-src '\(Self.source(Self.script))';" : ""
        let policy: MaskedText =
            "default-src 'none'; style-src '\(Self.source(Self.style))';\(script) base-uri 'none'; "
            + "form-action 'none'"
        stream.write(
            """
            <!DOCTYPE html>
            <html lang="\(tag)">
            <head>
            <meta charset="utf-8">
            <meta name="generator" content="hegui">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">

            """)
        stream.add("<title>\(title)</title>\n")
        stream.write("<style>\(MaskedText(stringLiteral: Self.style))</style>\n</head>\n<body>\n")
    }

    /// Ends the page.
    static func writeEnd(to stream: inout ReportStream, isScripted: Bool) {
        if isScripted {
            stream.write("<script>\(MaskedText(stringLiteral: script))</script>\n")
        }
        stream.write("</body>\n</html>\n")
    }

    /// How a policy names a piece of the page.
    private static func source(_ text: StaticString) -> MaskedText {
        "sha256-\(MaskedText(base64: Digest(of: text.description.utf8)))"
    }
}
