import HeguiDiagnostics
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
