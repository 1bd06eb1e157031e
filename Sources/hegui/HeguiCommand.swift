import ArgumentParser

@main
struct HeguiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hegui")
}
