import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads a file of options for a run: a mapping whose keys the caller knows.
package struct ConfigurationLoader {
    /// What a key holds.
    package enum Kind: Sendable {
        case text, texts, day, flag
        /// A whole number from 1 on.
        case count
        /// A path, which is told from the folder of the file.
        case path, paths
        /// One of some words.
        case choice([String])
        /// Words of a list, each with a path after a colon or none: `json:review.json`.
        case places([String])
        /// Names, each with a value: a mapping.
        case settings
    }

    /// What one key says.
    package struct Setting: Hashable, Sendable {
        package var values: [String]
        package var line: Int
    }

    private let keys: [(name: String, kind: Kind)]
    /// What paths of the file begin with, seen from the working folder: nothing, or `../`.
    private let folder: String
    private let context = LoadContext()

    /// - Parameters:
    ///   - keys: all keys that there are.
    ///   - folder: the folder of the file, empty or ending in `/`.
    package init(_ keys: [(name: String, kind: Kind)], folder: String) {
        self.keys = keys
        self.folder = folder
    }

    /// Returns what the file says, and what is wrong with it.
    package func load(
        _ source: SourceText
    ) -> (settings: [String: Setting], diagnostics: [Diagnostic]) {
        let document = YAML.parse(source)
        var settings: [String: Setting] = [:]
        if let root = document.root, !root.isEmpty {
            let what = Message(zh: "配置文件", en: "the configuration")
            if var fields = Fields(root, what, in: context) {
                for key in keys {
                    guard let node = fields.optional(key.name) else { continue }
                    let name = Message(zh: "`\(key.name)`", en: "`\(key.name)`")
                    settings[key.name] = Setting(
                        values: values(of: node, key.kind, name), line: node.span.start.line)
                }
                fields.finish()
            }
        }
        return (settings, Diagnostic.sorted(document.diagnostics + context.diagnostics))
    }

    private func values(of node: Node, _ kind: Kind, _ what: Message) -> [String] {
        switch kind {
        case .text: return [context.text(node, what)].compactMap(\.self)
        case .texts: return context.oneOrMore(node, what)
        case .path: return [context.text(node, what)].compactMap(\.self).map(placed)
        case .paths: return context.oneOrMore(node, what).map(placed)
        case .day: return [context.day(node, what)].compactMap { $0?.description }
        case .flag: return [context.boolean(node, what)].compactMap { $0?.description }
        case .count:
            let kind = Message(zh: "从 1 起的整数", en: "a whole number from 1 on")
            let number = context.parsed(node, what, as: kind) { text in
                Int(text).flatMap { $0 >= 1 ? $0 : nil }
            }
            return [number].compactMap { $0?.description }
        case .choice(let words):
            return scalars(node, what).compactMap { choice($0, what, among: words) }
        case .places(let words):
            return scalars(node, what).compactMap { place($0, what, among: words) }
        case .settings: return pairs(node, what)
        }
    }

    private func scalars(_ node: Node, _ what: Message) -> [Scalar] {
        if case .sequence(let list) = node.content {
            return list.compactMap { context.scalar($0, what) }
        }
        return [context.scalar(node, what)].compactMap(\.self)
    }

    /// The entries of a mapping as the command line takes them: `name=value`.
    private func pairs(_ node: Node, _ what: Message) -> [String] {
        guard var fields = Fields(node, what, in: context) else { return [] }
        return fields.all().compactMap { entry in
            let name = entry.key.text
            return context.text(entry.value, Message(zh: "`\(name)`", en: "`\(name)`"))
                .map { "\(name)=\($0)" }
        }
    }

    private func choice(_ scalar: Scalar, _ what: Message, among words: [String]) -> String? {
        guard !words.contains(scalar.text) else { return scalar.text }
        context.report(.valueNotAChoice(scalar, for: what, among: words))
        return nil
    }

    private func place(_ scalar: Scalar, _ what: Message, among words: [String]) -> String? {
        let parts = scalar.text.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        let word = scalar.part(0..<parts[0].utf8.count)
        guard choice(word, what, among: words) != nil else { return nil }
        guard parts.count > 1 else { return scalar.text }
        guard !parts[1].isEmpty else {
            context.report(.valueEmpty(what, at: scalar.span))
            return nil
        }
        return parts[0] + ":" + (parts[1] == "-" ? "-" : placed(parts[1]))
    }

    /// A path of the file, seen from the working folder.
    private func placed(_ path: String) -> String {
        path.hasPrefix("/") ? path : folder + path
    }
}

/// The codes of what can be said about the place of a file of options.
package enum ConfigurationCode: String, DiagnosticCode {
    case inDrop = "C0001"
    case unreadable = "C0002"
    case ofAnother = "C0003"
}

extension Diagnostic {
    /// A file that nobody named lies in the material.
    package static func configurationInDrop(_ file: String) -> Diagnostic {
        Diagnostic(
            ConfigurationCode.inDrop, .note, at: .file(file),
            zh: "配置文件在报送材料里，未采用", en: "the configuration lies in the drop and is not used",
            help: Message(zh: "要采用，请用 --config 指明", en: "name it with --config to use it"))
    }

    /// A file that nobody named belongs to another user.
    package static func configurationOfAnother(_ file: String) -> Diagnostic {
        Diagnostic(
            ConfigurationCode.ofAnother, .note, at: .file(file),
            zh: "配置文件属于别的用户，未采用",
            en: "the configuration belongs to another user and is not used",
            help: Message(zh: "要采用，请用 --config 指明", en: "name it with --config to use it"))
    }

    /// A file that nobody named says that its own folder is the material.
    package static func configurationInOwnDrop(_ file: String) -> Diagnostic {
        Diagnostic(
            ConfigurationCode.inDrop, at: .file(file),
            zh: "配置文件指明的报送材料里有它自己，不能采用",
            en: "the drop that the configuration names has the configuration in it",
            help: Message(
                zh: "请放到材料之外，或用 --config 指明",
                en: "put it outside of the drop, or name it with --config"))
    }

    package static func configurationUnreadable(_ file: String, isThere: Bool) -> Diagnostic {
        Diagnostic(
            ConfigurationCode.unreadable, at: .file(file),
            zh: isThere ? "配置文件读不出" : "没有这个配置文件",
            en: isThere ? "the configuration cannot be read" : "there is no such configuration",
            help: isThere
                ? Message(zh: "请检查读取权限", en: "check the permission to read")
                : Message(zh: "请检查 --config 的路径", en: "check the path of --config"))
    }
}
