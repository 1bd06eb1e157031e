/// The parts of a workbook or text document, which stand in an input one after another, each behind a
/// NUL.
public struct ArchiveParts {
    private static let workbook = [
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
    ]

    private let parts: [[UInt8]]

    /// Cuts an input into its parts.
    public init(_ bytes: some Collection<UInt8>) {
        parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    }

    /// Writes them under `names` into a file of the folder that is in memory, and returns its path.
    public func written(as names: [String], to file: String) -> String {
        var archive = ZipBytes()
        for (name, part) in zip(names, parts) { archive.add(name, part) }
        return FuzzFolder.shared.write(archive.bytes, to: file)
    }

    /// Writes workbook, relationships, styles, shared strings and two sheets. One part alone is a text
    /// document.
    public func writtenAsForm() -> String {
        parts.count == 1
            ? written(as: ["word/document.xml"], to: "附件3.docx")
            : written(as: Self.workbook, to: "附件3.xlsx")
    }
}
