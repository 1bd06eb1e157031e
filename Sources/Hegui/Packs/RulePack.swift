import HeguiDiagnostics
import HeguiDigests
import HeguiLoader
import HeguiPack

/// A policy as rules, read and found sound.
public struct RulePack: Sendable {
    let pack: Pack
    let digests: PackDigests

    /// The pack's id, which is the name of its folder.
    public var id: String { pack.id }

    /// The pack's own version, such as `1.0.0`.
    public var version: String { pack.version }

    /// The language in which the pack's messages are first written.
    public var language: ReportLanguage { ReportLanguage(pack.language) }

    /// Returns the pack of `folder`, with the calendars of the folder `calendars` beside it.
    ///
    /// - Throws: `ReviewFailure` with all mistakes of all files (codes R… and Y…).
    public static func load(folder: String) throws(ReviewFailure) -> RulePack {
        let sources = try PackFolder(folder).sources()
        let result = PackLoader.load(sources)
        guard let pack = result.pack else {
            throw ReviewFailure(result.diagnostics, texts: sources.texts)
        }
        return RulePack(pack: pack, digests: PackDigests(sources, calendar: pack.calendarName))
    }

    /// Returns the pack's title in `language`, or in the other one where that is missing.
    public func title(in language: ReportLanguage) -> String {
        pack.title.text(in: language.language)
    }

    /// Returns the pack with a parameter set for all days, which every report will state.
    ///
    /// The value is written as in pack.yaml: `2`, `95%`, `1 month`, `2013-01-31`, `true`.
    ///
    /// - Throws: `ReviewFailure` for an unknown parameter or an impossible value.
    public func setting(_ parameter: String, to value: String) throws(ReviewFailure) -> RulePack {
        do {
            return RulePack(pack: try pack.setting(parameter, to: value), digests: digests)
        } catch {
            throw ReviewFailure(error.message, help: error.help)
        }
    }
}

extension RulePack {
    /// Returns the pack with a personal column shown unmasked, which every report will state.
    ///
    /// The column goes by its name, or that with its dataset's: `mobile`, `members.mobile`.
    ///
    /// - Throws: `ReviewFailure` for what is no column that is masked.
    public func revealing(_ column: String) throws(ReviewFailure) -> RulePack {
        do {
            return RulePack(pack: try pack.revealing(column), digests: digests)
        } catch {
            throw ReviewFailure(error.message, help: error.help)
        }
    }
}

extension PackSources {
    /// The files that diagnostics quote lines from, by name.
    var texts: [String: SourceText] {
        let named = files.map(\.source) + calendars.values
        return Dictionary(named.map { ($0.name, $0) }) { first, _ in first }
    }
}

/// What the files of a pack are known by.
struct PackDigests: Sendable {
    /// The digest of the list of all files, which `sha256sum` gives too:
    /// `find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`, in the pack's folder.
    let pack: Digest
    /// The digest of the calendar's file, where the pack has one.
    let calendar: Digest?
    /// By rule: the digest of the list of its own file and the files of datasets and forms.
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

/// The version of the engine, as reports and `hegui --version` state it.
public let engineVersion = "0.1.0"
