import FuzzFiles

/// Reads a spreadsheet in markup, as web systems send it under the name of a workbook: a web page, a web archive, an XML
/// spreadsheet or OpenDocument as one XML text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    FuzzFolder.shared.reviewForm(FuzzFolder.shared.write(bytes, to: "附件3.xls"))
    return 0
}
