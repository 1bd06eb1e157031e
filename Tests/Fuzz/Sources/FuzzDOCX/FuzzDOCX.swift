import FuzzFiles

/// Reads a text document whose parts stand in the input one after another, each behind a NUL: the
/// document, its relationships and a header.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDOCX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let parts = unsafe bytes.split(separator: 0, omittingEmptySubsequences: false).map { part in
        unsafe Array(part)
    }
    let names = ["word/document.xml", "word/_rels/document.xml.rels", "word/header1.xml"]
    var zip = ZipBytes()
    for (index, name) in names.enumerated() where index < parts.count {
        zip.add(name, parts[index])
    }
    FuzzFolder.shared.reviewForm(FuzzFolder.shared.write(zip.bytes, to: "附件1.docx"))
    return 0
}
