import CEL
import FoundationEssentials
import Glibc

/// Runs the cases of a folder: `cel-conformance DIR`. Exits 0 if all pass, 1 if one fails or there
/// are none, 2 if something cannot be read.
@main
struct Conformance {
    /// What a run prints, and how it ends.
    struct Run: Equatable {
        var status: Int32
        var output = ""
        var complaint = ""
    }

    static func main() {
        let run = run(Array(CommandLine.arguments.dropFirst()))
        if !run.output.isEmpty { print(run.output) }
        if !run.complaint.isEmpty { complain(run.complaint) }
        exit(run.status)
    }

    static func run(_ arguments: [String]) -> Run {
        let usage = "usage: cel-conformance DIR\n\nruns the conformance cases of DIR/*.json"
        if arguments == ["--help"] || arguments == ["-h"] { return Run(status: 0, output: usage) }
        guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
            return Run(status: 2, complaint: usage)
        }
        let summary = Summary(folder: arguments[0])
        let complaints = summary.complaints.map { "cel-conformance: " + $0 }
        return Run(
            status: summary.status, output: summary.text,
            complaint: complaints.joined(separator: "\n"))
    }

    private static func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
}

/// The machine's time zones.
enum ZoneFolder {
    static let timeZones = TimeZones { name in
        (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))).map { Array($0) }
    }
}
