import FuzzFiles

private let workbookParts = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
]

/// Reviews a workbook whose parts stand in the input one after another, each behind a NUL: workbook,
/// relationships, styles, shared strings and two sheets. One part alone is a text document. Registers
/// lie beside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLSX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let parts = unsafe bytes.split(separator: 0, omittingEmptySubsequences: false).map { part in
        unsafe Array(part)
    }
    let isText = parts.count == 1
    var archive = ZipBytes()
    for (name, part) in zip(isText ? ["word/document.xml"] : workbookParts, parts) {
        archive.add(name, part)
    }
    let file = FuzzFolder.shared.write(archive.bytes, to: isText ? "附件3.docx" : "附件3.xlsx")
    FuzzFolder.shared.reviewForm(file)
    return 0
}
