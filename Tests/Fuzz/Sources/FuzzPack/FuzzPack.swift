import FuzzFiles

/// Checks a rule pack of which the input is one file: its first line says what and of which name, as
/// `dataset: members`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPack(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let line = unsafe String(decoding: bytes.prefix(80).prefix { $0 != 10 }, as: UTF8.self)
    let words = line.split(separator: ":", maxSplits: 1)
    let folder = ["dataset": "data", "form": "forms"][words.first ?? ""] ?? "rules"
    let name = (words.last ?? "").filter { $0.isASCII && ($0.isLetter || "-_".contains($0)) }
    unsafe FuzzFolder.shared.checkPack(with: bytes, at: "\(folder)/\(name).yaml")
    return 0
}
