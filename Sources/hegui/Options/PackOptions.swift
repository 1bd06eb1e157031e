import ArgumentParser
import Hegui

/// What is changed in a pack for one run: parameters, and columns that are shown unmasked.
struct PackOptions: ParsableArguments {
    @OptionGroup var settings: SettingOptions

    @Option(
        help: ArgumentHelp(
            "不遮盖某一列的号码或住址，可重复；报告会写明。Shows a personal column unmasked, and says so.",
            valueName: "column"))
    var reveal: [String] = []

    /// Returns the pack with what was set and revealed for this run.
    func pack(folder: String) throws -> RulePack {
        var pack = try settings.pack(folder: folder)
        for column in reveal { pack = try pack.revealing(column) }
        return pack
    }
}

/// Parameters that are set for one run.
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("改一个参数，可重复。Sets a parameter for this run.", valueName: "name=value"))
    var set: [ParameterSetting] = []

    /// Returns the pack with its parameters set.
    func pack(folder: String) throws -> RulePack {
        var pack = try RulePack.load(folder: folder)
        for setting in set { pack = try pack.setting(setting.name, to: setting.value) }
        return pack
    }
}

/// A `name=value` of the command line.
struct ParameterSetting: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
            return nil
        }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}
