import HeguiDiagnostics
import HeguiSheets

/// Tries whether a file can be read without harm, before a review reads it.
public struct FileProbe: Sendable {
    /// How trying a file ended.
    public enum Ending: Hashable, Sendable {
        /// The file can be read; whether it is any good, the review says.
        case read
        /// Whoever tried it was ended by that signal.
        case died(signal: Int)
        /// It was not tried.
        case untried
    }

    private let body: @Sendable (String) -> Ending

    /// Tries files with `body`, which is given a path.
    public init(_ body: @escaping @Sendable (String) -> Ending) {
        self.body = body
    }

    /// Returns what keeps a file from being read; nil where nothing does.
    func problem(of file: DropListing.Found) -> Diagnostic? {
        switch file.source.withPath(name: file.name, body) {
        // What cannot be unpacked is not read either, and the review says why.
        case .read, nil: nil
        case .died(let signal): .fileEndsReader(file.name, signal: signal)
        case .untried: .fileEndsReader(file.name, signal: nil)
        }
    }
}

extension RulePack {
    /// Returns the pack for reviews that try each file with `probe` before they read it.
    ///
    /// A file of which trying did not end well is reported and not read; the others are.
    public func probing(with probe: FileProbe) -> RulePack {
        var changed = self
        changed.probe = probe
        return changed
    }
}
