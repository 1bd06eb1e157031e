import FoundationEssentials
import Glibc

/// Runs the cases of a folder: `cel-conformance DIR`. Exits 0 if all pass, 1 if one fails or there
/// are none, 2 if they cannot be read.
@main
struct Conformance {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 2, !arguments[1].hasPrefix("-") else {
            complain("usage: cel-conformance DIR")
            exit(2)
        }
        do {
            let summary = try Summary(folder: arguments[1])
            print(summary.text)
            exit(summary.isClean ? 0 : 1)
        } catch {
            complain("cel-conformance: \(error)")
            exit(2)
        }
    }

    private static func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
}
