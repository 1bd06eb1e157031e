import FuzzFiles

/// Reviews texts in columns, which stand in the input one after another, each behind a record
/// separator: an annex, two registers and waivers. One alone is an annex.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let separator: UInt8 = 0x1E
    let texts = unsafe bytes.split(separator: separator, omittingEmptySubsequences: false).map {
        text in unsafe Array(text)
    }
    let names = ["附件3.csv", "花名册.csv", "单位名录.csv", "豁免登记.csv"]
    let drop = zip(names, texts).map { name, text in FuzzFolder.shared.write(text, to: name) }
    FuzzFolder.shared.review(drop)
    return 0
}
