import FuzzFiles

/// Reads a workbook whose parts stand in the input one after another, each behind a NUL: workbook,
/// relationships, styles, shared strings and a sheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLSX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let parts = unsafe bytes.split(separator: 0, omittingEmptySubsequences: false).map { part in
        unsafe Array(part)
    }
    let names = [
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
    ]
    var zip = ZipBytes()
    for (index, name) in names.enumerated() where index < parts.count {
        zip.add(name, parts[index])
    }
    FuzzFolder.shared.read(FuzzFolder.shared.write(zip.bytes, to: "附件3.xlsx"))
    return 0
}
