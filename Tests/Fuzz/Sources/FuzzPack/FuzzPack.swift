import FuzzFiles
import Hegui

/// Checks a rule pack of which the input is one file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPack(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    // Each of the corpora's files says by its first word what it is.
    let isData = unsafe bytes.starts(with: Array("dataset".utf8))
    let isForm = unsafe bytes.starts(with: Array("form".utf8))
    let name = isData ? "data/tried.yaml" : isForm ? "forms/tried.yaml" : "rules/tried.yaml"
    let names = ["data/tried.yaml", "forms/tried.yaml", "rules/tried.yaml"]
    let folder = FuzzFolder.shared.packFolder(without: names)
    _ = unsafe FuzzFolder.shared.write(bytes, to: "packs/tried/" + name)
    if let check = try? PackCheck.run(folder: folder) { _ = check.text(in: .chinese) }
    return 0
}
