import FuzzFiles

/// Reviews a workbook whose parts stand in the input. Registers lie beside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLSX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    FuzzFolder.shared.reviewForm(unsafe ArchiveParts(bytes).writtenAsForm())
    return 0
}
