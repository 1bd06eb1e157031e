import FuzzFiles

/// Reads the input as an old workbook: a compound file where it begins as one, else bare records.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLS(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    FuzzFolder.shared.reviewForm(unsafe FuzzFolder.shared.write(bytes, to: "附件3.xls"))
    return 0
}
