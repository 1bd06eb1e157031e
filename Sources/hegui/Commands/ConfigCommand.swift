import ArgumentParser
import Hegui

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "列出生效的选项，以及每一项来自命令行、配置文件还是默认。\n"
            + "Shows the options in force and where each comes from.",
        discussion: """
            hegui config
            hegui config 材料 --rules rules/xihu-2013 --fail-on hint --json

            配置文件 hegui.yaml 从当前文件夹往上找，到有 .git 的文件夹为止；键见 docs/configuration.md。
            """)

    @OptionGroup var options: ReviewOptions

    @Flag(help: "以 JSON 输出。Writes JSON.")
    var json = false

    func run() throws {
        let whole = try options.configured()
        let language = UserLanguage.preferred(whole.request.language.lang) ?? .chinese
        let sheet = OptionSheet(given: options, whole: whole)
        StandardStream.output.write(json ? try sheet.json() : try sheet.text(in: language))
    }
}

/// The options of a run, each with where it comes from.
private struct OptionSheet {
    /// One option in force.
    private struct Entry {
        let key: ConfigurationKey
        let values: [String]
        let source: Source
    }

    private enum Source: Equatable {
        case commandLine
        case file(line: Int)
        case standard
    }

    private let path: String?
    private let given: ReviewOptions
    private let whole: ReviewOptions

    init(given: ReviewOptions, whole: ReviewOptions) {
        self.given = given
        self.whole = whole
        path = whole.request.configuration.config
    }

    private func entries() throws -> [Entry] {
        let file = try path.map(RunConfiguration.read)
        return ConfigurationKey.allCases.map { key in
            let values = whole.given(key)
            if given.given(key) != nil {
                return Entry(key: key, values: values ?? [], source: .commandLine)
            }
            if let line = file?.line(of: key), let values = values ?? Self.standard[key] {
                let isTaken = whole.given(key) != nil || file?.values(of: key) == values
                if isTaken { return Entry(key: key, values: values, source: .file(line: line)) }
            }
            return Entry(
                key: key, values: values ?? Self.standard[key] ?? [], source: .standard)
        }
    }

    /// What holds where nothing is said.
    private static let standard: [ConfigurationKey: [String]] = [
        .formats: ["text"], .failOn: ["verify"], .maxResults: ["\(ReportOptions.resultLimit)"],
        .withMet: ["false"], .withoutMet: ["false"], .withoutWaived: ["false"],
    ]

    func text(in language: ReportLanguage) throws -> String {
        let none = language.say("（无）", "(none)")
        let head = language.say("配置文件 ", "configuration: ") + (path ?? none) + "\n"
        return try entries().reduce(into: head) { text, entry in
            let values = entry.values.isEmpty ? none : entry.values.joined(separator: " ")
            let source =
                switch entry.source {
                case .commandLine: language.say("命令行", "command line")
                case .file(let line): "\(path ?? ""):\(line)"
                case .standard: language.say("默认", "default")
                }
            text += "\(entry.key.rawValue): \(values)  # \(source)\n"
        }
    }

    func json() throws -> String {
        let entries = try entries().map { entry in
            let source =
                switch entry.source {
                case .commandLine: #""source": "command-line""#
                case .file(let line): #""source": "file", "line": \#(line)"#
                case .standard: #""source": "default""#
                }
            let values = entry.values.map(Self.quoted).joined(separator: ", ")
            return "    {\"key\": \"\(entry.key.rawValue)\", \"values\": [\(values)], \(source)}"
        }
        return """
            {
              "format": "hegui-config",
              "format_version": 1,
              "configuration": \(path.map(Self.quoted) ?? "null"),
              "options": [
            \(entries.joined(separator: ",\n"))
              ]
            }

            """
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
