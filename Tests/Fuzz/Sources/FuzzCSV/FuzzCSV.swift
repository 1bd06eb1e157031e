import FuzzFiles

/// Reads the input as a text in columns.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    FuzzFolder.shared.read(unsafe FuzzFolder.shared.write(bytes, to: "附件3.csv"))
    return 0
}
