import HeguiDiagnostics
import HeguiDigests
import HeguiRules

/// What the files of a pack are known by.
struct PackDigests: Sendable {
    /// The digest of the list of all files, which `sha256sum` gives too:
    /// `find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`, in the pack's folder.
    let pack: Digest
    /// The digest of the calendar's file, where the pack has one.
    let calendar: Digest?

    init(_ sources: PackSources, calendar name: String) {
        let lines = sources.files.map { "\(Digest(of: $0.source.bytes).hex)  \($0.path)\n" }
        pack = Digest(of: Array(lines.joined().utf8))
        calendar = sources.calendars[name].map { Digest(of: $0.bytes) }
    }
}
