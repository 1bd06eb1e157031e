package import HeguiDiagnostics
package import HeguiPack
package import HeguiLoader

/// A pack that a test needs and that has mistakes.
package struct BrokenPack: Error, CustomStringConvertible {
    package let description: String

    package init(_ diagnostics: [Diagnostic], _ files: [PackSources.File]) {
        let texts = Dictionary(files.map { ($0.source.name, $0.source) }) { first, _ in first }
        description = DiagnosticRenderer(language: .english, texts: texts).render(diagnostics)
    }
}

/// Packs that are written in a test, with a calendar `plain` that knows 2013 and no holiday.
package enum PackTexts {
    private static let calendar = """
        calendar: plain
        title: { zh: 日历, en: Calendar }
        years:
          - { year: 2013, source: { title: Notice }, holidays: [], workdays: [] }
        """

    /// Returns the pack whose files have these texts by path.
    ///
    /// - Throws: `BrokenPack` where it has mistakes.
    package static func load(_ texts: [String: String], folder: String) throws -> Pack {
        let (pack, _): (Pack, [Span]) = try load(texts, folder: folder)
        return pack
    }

    /// Returns the pack, and where the expressions stand that the loader compiled.
    ///
    /// - Throws: `BrokenPack` where it has mistakes.
    package static func load(
        _ texts: [String: String], folder: String
    ) throws -> (pack: Pack, compiled: [Span]) {
        let files = texts.sorted { $0.key < $1.key }.map { path, text in
            PackSources.File(path: path, source: SourceText(name: path, bytes: Array(text.utf8)))
        }
        let plain = SourceText(name: "plain.yaml", bytes: Array(calendar.utf8))
        let result = PackLoader.load(
            PackSources(folder: folder, files: files, calendars: ["plain": plain]))
        guard let pack = result.pack else { throw BrokenPack(result.diagnostics, files) }
        return (pack, result.compiled)
    }
}
