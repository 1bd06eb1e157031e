import FuzzFiles

/// Reads an archive as it is handed in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzZip(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    FuzzFolder.shared.reviewForm(FuzzFolder.shared.write(bytes, to: "材料.zip"))
    return 0
}
