import FuzzFiles

/// Reads the input as a file of waivers and explanations.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWaivers(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    FuzzFolder.shared.readWaivers(unsafe FuzzFolder.shared.write(bytes, to: "waivers.yaml"))
    return 0
}
