import ArgumentParser
import Hegui

/// Which file of options a run takes, as every command takes it that judges a drop.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "配置文件；不指明时从当前文件夹往上找 hegui.yaml。The file of options, by default the nearest hegui.yaml.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "不用配置文件。Takes no file of options.")
    var isWithout = false

    /// Returns the file; nil where there is none or none is wanted.
    ///
    /// - Throws: `Problem` for contradicting options, `ReviewFailure` for mistakes in the file.
    func find(outside drop: [String], _ language: ReportLanguage?) throws -> RunConfiguration? {
        if let config {
            guard !isWithout else {
                throw Problem(
                    zh: "--config 和 --no-config 只能用一个",
                    en: "--config and --no-config exclude each other")
            }
            return try RunConfiguration.read(config)
        }
        guard !isWithout else { return nil }
        return try RunConfiguration.nearest(outside: drop, in: language ?? .chinese) {
            StandardStream.error.write($0)
        }
    }
}

extension DropOptions {
    /// Returns what the command line says of a key; nil for nothing.
    func given(_ key: ConfigurationKey) -> [String]? {
        switch key {
        case .drop: drop.isEmpty ? nil : drop
        case .rules: rules.map { [$0] }
        case .asOf: asOf.map { [$0] }
        case .lang: language.lang.map { [$0.rawValue] }
        case .waivers: waivers.waivers.isEmpty ? nil : waivers.waivers
        case .set: settings.isEmpty ? nil : settings.map(\.text)
        case .only: only.isEmpty ? nil : only
        case .prefer: prefer.isEmpty ? nil : prefer
        case .exclude: exclude.isEmpty ? nil : exclude
        default: nil
        }
    }

    private var settings: [ParameterSetting] { changes.settings.set }

    /// Returns the options with what a file of options adds to those of the command line.
    ///
    /// - Throws: the exit status, after everything has been said.
    func configured() throws -> DropOptions {
        var options = self
        let asked = UserLanguage.preferred(language.lang)
        try FailureReport(language: asked).run {
            if let configuration = try configuration.find(outside: drop, asked) {
                options.take(configuration)
            }
        }
        return options
    }

    mutating func take(_ file: RunConfiguration) {
        func added(_ key: ConfigurationKey) -> [String]? {
            given(key) == nil ? file.values(of: key) : nil
        }
        if let values = added(.drop) { drop = values }
        if let value = added(.rules)?.first { rules = value }
        if let value = added(.asOf)?.first { asOf = value }
        if let value = added(.lang)?.first { language.lang = ReportLanguage(rawValue: value) }
        if let values = added(.waivers) { waivers.waivers = values }
        if let values = added(.set) {
            changes.settings.set = values.compactMap(ParameterSetting.init)
        }
        if let values = added(.only) { only = values }
        if let values = added(.prefer) { prefer = values }
        if let values = added(.exclude) { exclude = values }
        // What was found is named from here on, so that nothing is looked for twice.
        configuration.config = file.path
    }
}

extension ReviewOptions {
    /// Returns what the command line says of a key; nil for nothing.
    func given(_ key: ConfigurationKey) -> [String]? {
        switch key {
        case .drop, .rules, .asOf, .lang, .waivers, .set, .only, .prefer, .exclude:
            request.given(key)
        case .formats: format.isEmpty ? nil : format.map(\.text)
        case .require: requiredDatasets.isEmpty ? nil : requiredDatasets
        case .allowUnjudged: allowUnjudged.map { [$0] }
        case .failOn: failOn.map { [$0.rawValue] }
        case .baseline: baseline.map { [$0] }
        case .maxResults: maxResults.map { ["\($0)"] }
        case .helpLinks: helpLinks.map { [$0] }
        case .withMet: withMet ? ["true"] : nil
        case .withoutMet: withoutMet ? ["true"] : nil
        case .withoutWaived: withoutWaived ? ["true"] : nil
        }
    }

    /// Returns the options with what a file of options adds to those of the command line.
    ///
    /// - Throws: the exit status, after everything has been said.
    func configured() throws -> ReviewOptions {
        var options = self
        let asked = UserLanguage.preferred(request.language.lang)
        try FailureReport(language: asked, color: color).run {
            let drop = request.drop
            if let configuration = try request.configuration.find(outside: drop, asked) {
                options.take(configuration)
            }
        }
        return options
    }

    mutating func take(_ file: RunConfiguration) {
        func added(_ key: ConfigurationKey) -> [String]? {
            given(key) == nil ? file.values(of: key) : nil
        }
        let isAnyMetGiven = withMet || withoutMet
        if let values = added(.formats) { format = values.compactMap(FormatRequest.init) }
        if let values = added(.require) { require = values }
        if let value = added(.allowUnjudged)?.first { allowUnjudged = value }
        if let value = added(.failOn)?.first { failOn = FailThreshold(rawValue: value) }
        if let value = added(.baseline)?.first { baseline = value }
        if let value = added(.maxResults)?.first { maxResults = Int(value) }
        if let value = added(.helpLinks)?.first { helpLinks = value }
        if let value = added(.withoutWaived)?.first { withoutWaived = value == "true" }
        if !isAnyMetGiven {
            withMet = added(.withMet)?.first == "true"
            withoutMet = added(.withoutMet)?.first == "true"
        }
        request.take(file)
    }
}
