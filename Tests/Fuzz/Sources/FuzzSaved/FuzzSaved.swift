import FuzzFiles
import Hegui

/// Reads the input as a saved review and as the findings that are known already.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSaved(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let path = unsafe FuzzFolder.shared.write(bytes, to: "review.json")
    if let review = try? SavedReport.read(path) {
        _ = try? ReviewComparison.of(review, review).file(in: .json, .chinese)
    }
    _ = try? FindingBaseline.read(path)
    return 0
}
