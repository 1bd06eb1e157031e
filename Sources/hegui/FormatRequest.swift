import ArgumentParser
import Hegui

/// A format that was asked for and, after a colon, the file that it goes to: `sarif:out.sarif`.
struct FormatRequest: ExpressibleByArgument {
    let format: ReportFormat
    /// `-` is standard output; nil: where `--out` says.
    let path: String?

    init(_ format: ReportFormat) {
        self.format = format
        path = nil
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let format = ReportFormat.all.first(where: { $0.name == parts[0] }) else {
            return nil
        }
        self.format = format
        path = parts.count > 1 ? String(parts[1]) : nil
        if path?.isEmpty == true { return nil }
    }

    static var allValueStrings: [String] { ReportFormat.all.map(\.name) }
}
