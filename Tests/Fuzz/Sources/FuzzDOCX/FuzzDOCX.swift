import FuzzFiles

/// Reads a text document whose parts stand in the input: the document, its relationships and a header.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDOCX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let names = ["word/document.xml", "word/_rels/document.xml.rels", "word/header1.xml"]
    FuzzFolder.shared.reviewForm(unsafe ArchiveParts(bytes).written(as: names, to: "附件1.docx"))
    return 0
}
