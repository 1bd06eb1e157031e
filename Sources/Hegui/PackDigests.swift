import HeguiDiagnostics
import HeguiDigests
import HeguiLoader
import HeguiPack

/// What the files of a pack are known by.
struct PackDigests: Sendable {
    /// The digest of the list of all files, which `sha256sum` gives too:
    /// `find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`, in the pack's folder.
    let pack: Digest
    /// The digest of the calendar's file, where the pack has one.
    let calendar: Digest?
    /// By rule: the digest of the list of its own file and those of datasets and forms.
    let rules: [String: Digest]

    init(_ sources: PackSources, calendar name: String) {
        let lines = sources.files.map { file in
            (path: file.path, text: "\(Digest(of: file.source.bytes).hex)  \(file.path)\n")
        }
        pack = Self.digest(lines.map(\.text))
        let shared = lines.filter { $0.path.hasPrefix("data/") || $0.path.hasPrefix("forms/") }
        let own = lines.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
        rules = Dictionary(
            own.map { line in
                let name = line.path.split(separator: "/").last ?? ""
                let id = String(name.dropLast(".yaml".count))
                return (id, Self.digest((shared + [line]).map(\.text)))
            }, uniquingKeysWith: { first, _ in first })
        calendar = sources.calendars[name].map { Digest(of: $0.bytes) }
    }

    private static func digest(_ lines: [String]) -> Digest {
        Digest(of: Array(lines.joined().utf8))
    }
}
