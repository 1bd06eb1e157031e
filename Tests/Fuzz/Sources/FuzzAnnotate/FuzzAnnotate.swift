import FuzzFiles

/// Marks the cells of a workbook whose parts stand in the input, and reads the copy.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAnnotate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    FuzzFolder.shared.annotateForm(unsafe ArchiveParts(bytes).writtenAsForm())
    return 0
}
