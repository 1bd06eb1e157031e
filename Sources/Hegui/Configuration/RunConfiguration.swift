import FoundationEssentials
import Glibc
import HeguiDiagnostics
import HeguiDigests
import HeguiLoader
import HeguiReports

/// A key of `hegui.yaml`: an option that need not be typed every time.
public enum ConfigurationKey: String, CaseIterable, Sendable {
    case drop, rules
    case asOf = "as_of"
    case set, only, prefer, exclude
    case lang, formats, waivers, require
    case allowUnjudged = "allow_unjudged"
    case failOn = "fail_on"
    case baseline
    case maxResults = "max_results"
    case helpLinks = "help_links"
    case withMet = "with_met"
    case withoutMet = "without_met"
    case withoutWaived = "without_waived"

    fileprivate var kind: ConfigurationLoader.Kind {
        switch self {
        case .drop, .waivers, .prefer: .paths
        case .set: .settings
        case .rules, .baseline: .path
        case .asOf: .day
        case .lang: .choice(ReportLanguage.allCases.map(\.rawValue))
        case .formats: .places(ReportFormat.all.map(\.name))
        case .require, .only, .exclude: .texts
        case .allowUnjudged, .helpLinks: .text
        case .failOn: .choice(["mandatory", "verify", "hint", "never"])
        case .maxResults: .count
        case .withMet, .withoutMet, .withoutWaived: .flag
        }
    }
}

/// A file of options for runs in the folders below it.
public struct RunConfiguration: Sendable {
    /// The name under which it is looked for.
    public static let fileName = "hegui.yaml"

    /// Where it is, as seen from the working folder.
    public let path: String
    /// The SHA-256 of its bytes.
    let digest: String
    private let settings: [String: ConfigurationLoader.Setting]

    /// Returns what the file says of a key, paths as seen from the working folder; nil for nothing.
    public func values(of key: ConfigurationKey) -> [String]? { settings[key.rawValue]?.values }

    /// Returns the line of the file that says it.
    public func line(of key: ConfigurationKey) -> Int? { settings[key.rawValue]?.line }

    /// Reads a file.
    ///
    /// - Throws: `ReviewFailure` with all mistakes of the file.
    public static func read(_ path: String) throws(ReviewFailure) -> RunConfiguration {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw ReviewFailure([.configurationUnreadable(path, isThere: isThere)], texts: [:])
        }
        let source = SourceText(name: path, bytes: Array(data))
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let keys = ConfigurationKey.allCases.map { (name: $0.rawValue, kind: $0.kind) }
        let (settings, diagnostics) = ConfigurationLoader(keys, folder: folder).load(source)
        guard diagnostics.isEmpty else {
            throw ReviewFailure(diagnostics, texts: [path: source])
        }
        return RunConfiguration(path: path, digest: Digest(of: data).hex, settings: settings)
    }

    /// Reads the nearest file in the working folder or one above it, up to a folder with a `.git`.
    ///
    /// What lies in the material is not taken, since it may come from strangers.
    ///
    /// - Parameters:
    ///   - drop: the files and folders of the material that were named.
    ///   - language: the language in which `ignored` is told.
    ///   - ignored: told, for a terminal, of a file that is not taken.
    /// - Returns: the file; nil where there is none.
    /// - Throws: `ReviewFailure` with all mistakes of the file, and where its own `drop` has it in it.
    public static func nearest(
        outside drop: [String], in language: ReportLanguage, ignored: (String) -> Void
    ) throws(ReviewFailure) -> RunConfiguration? {
        let material = drop.map(realPath)
        var folder = URL(filePath: FileManager.default.currentDirectoryPath)
            .resolvingSymlinksInPath().path
        var prefix = ""
        while true {
            let path = prefix + fileName
            if FileManager.default.fileExists(atPath: path) {
                guard let reason = reason(against: path, in: folder, material) else {
                    let found = try read(path)
                    if isInside(folder, (found.values(of: .drop) ?? []).map(realPath)) {
                        throw ReviewFailure([.configurationInOwnDrop(path)], texts: [:])
                    }
                    return found
                }
                let renderer = DiagnosticRenderer(language: language.language, usesColour: false)
                ignored(renderer.render([reason]))
            }
            guard folder != "/", !FileManager.default.fileExists(atPath: prefix + ".git") else {
                return nil
            }
            folder = URL(filePath: folder).deletingLastPathComponent().path
            prefix += "../"
        }
    }

    /// Returns why a file that nobody named is not taken; nil where it is.
    private static func reason(
        against path: String, in folder: String, _ material: [String]
    ) -> Diagnostic? {
        if isInside(folder, material) { return .configurationInDrop(path) }
        // In a folder that many write to, such as that for temporary files, anybody may leave one.
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return [0, geteuid()].contains(status.st_uid) ? nil : .configurationOfAnother(path)
    }

    private static func realPath(_ path: String) -> String {
        var real = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
        while real.count > 1, real.hasSuffix("/") { real.removeLast() }
        return real
    }

    private static func isInside(_ folder: String, _ material: [String]) -> Bool {
        let folder = realPath(folder)
        return material.contains { $0 == "/" || folder == $0 || folder.hasPrefix($0 + "/") }
    }
}

extension RulePack {
    /// Returns the pack for reviews that state the file of options which they were asked for with.
    public func stating(_ configuration: RunConfiguration) -> RulePack {
        var changed = self
        changed.configuration = Provenance.Configuration(
            file: configuration.path, sha256: configuration.digest)
        return changed
    }
}
