import FoundationEssentials
import HeguiDiagnostics
import HeguiDigests
import HeguiIntake
import HeguiLoader
import HeguiPack
import HeguiReports
import HeguiSheets

/// A policy as rules, read and found sound.
public struct RulePack: Sendable {
    var pack: Pack
    let digests: PackDigests
    /// The files of the drop that count where there is another version of what they hold.
    var preferred: Set<String> = []
    /// The files and folders whose waivers count: the pack's own and those that were named.
    var waiverPlaces: [NamedWaivers.Place] = []
    /// The names of files of the drop whose waivers count, as a saved review has them on record.
    var waiverNames: [String] = []
    /// The file of options that reviews were asked for with.
    var configuration: Provenance.Configuration?
    /// Tries each file of a drop before it is read; nil: none is tried.
    var probe: FileProbe?

    /// How many threads work at once.
    static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// The pack's id, which is the name of its folder.
    public var id: String { pack.id }

    /// The pack's own version, such as `1.0.0`.
    public var version: String { pack.version }

    /// The language in which the pack's messages are first written.
    public var language: ReportLanguage { ReportLanguage(pack.language) }

    /// Returns the pack of `folder`, with the calendars of the folder `calendars` beside it.
    ///
    /// - Parameters:
    ///   - folder: the pack's folder.
    ///   - withExamples: whether to read examples and test cases too. Reviews need none; pages of
    ///     rules show them.
    /// - Returns: the pack, checked as a whole.
    /// - Throws: `ReviewFailure` with all mistakes of all files (codes R… and Y…), but none of examples
    ///   that are not read.
    public static func load(
        folder: String, withExamples: Bool = true
    ) throws(ReviewFailure) -> RulePack {
        let sources = try PackFolder(folder).sources()
        let result = PackLoader.load(sources, withExamples: withExamples)
        guard let pack = result.pack else {
            throw ReviewFailure(result.diagnostics, texts: sources.texts)
        }
        var rules = RulePack(
            pack: pack, digests: PackDigests(sources, calendar: pack.calendarName))
        if let place = pack.statements.waiversFrom {
            let isFile = sources.files.contains { $0.path == place }
            let parent = place.split(separator: "/").dropLast(isFile ? 1 : 0)
            rules.waiverPlaces = [
                NamedWaivers.Place(
                    path: folder + "/" + place,
                    prefix: ([pack.id] + parent.map(String.init)).joined(separator: "/"))
            ]
        }
        return rules
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
            return with(try pack.setting(parameter, to: value))
        } catch {
            throw ReviewFailure(error.message, help: error.help)
        }
    }

    private func with(_ pack: Pack) -> RulePack {
        var changed = self
        changed.pack = pack
        return changed
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
            return with(try pack.revealing(column))
        } catch {
            throw ReviewFailure(error.message, help: error.help)
        }
    }

    /// Returns the pack with files of a drop of which each counts where the drop holds another version
    /// of the same annex, which every report will state.
    ///
    /// - Parameters:
    ///   - files: paths, or names as findings give them.
    ///   - drop: the files and folders of the material.
    /// - Returns: the pack for reviews of that drop.
    /// - Throws: `ReviewFailure` for a file that is not there.
    public func preferring(
        _ files: [String], in drop: DropPaths
    ) throws(ReviewFailure) -> RulePack {
        var changed = self
        guard !files.isEmpty else { return self }
        let places = DropPlaces(drop.selection)
        for file in files {
            guard let name = places.name(ofFileAt: file) ?? places.name(like: file) else {
                throw ReviewFailure(
                    Message(
                        zh: "材料中没有文件 `\(file)`", en: "the drop has no file `\(file)`"),
                    help: places.suggestion(for: file).map {
                        Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?")
                    })
            }
            changed.preferred.insert(name)
        }
        return changed
    }
}

extension RulePack {
    /// Returns the pack with files whose waivers count, which every report will state.
    ///
    /// Waivers in any other file of a drop are requests: they are told of and change no verdict.
    ///
    /// - Parameter files: files and folders, in the drop or outside it, that hold waivers.
    /// - Returns: the pack for reviews by those waivers, beside those that the pack keeps itself.
    public func counting(waiversOf files: [String]) -> RulePack {
        var changed = self
        changed.waiverPlaces += files.map { NamedWaivers.Place(path: $0) }
        return changed
    }

    /// Whether the pack names a place of its own for waivers.
    public var keepsWaivers: Bool { pack.statements.waiversFrom != nil }

    /// Reads the waivers that count in reviews of a drop.
    func namedWaivers(of listing: DropListing) -> NamedWaivers {
        NamedWaivers(waiverPlaces, names: waiverNames, of: listing, pack: pack)
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
