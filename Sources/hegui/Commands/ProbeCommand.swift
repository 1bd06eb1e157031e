import ArgumentParser
import Hegui

/// Reads and judges one file by itself and says nothing: whoever started it looks at how it ends.
struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe", abstract: "试读一个文件。\nTries one file.", shouldDisplay: false)

    /// A file that takes longer would keep a review busy as long.
    private static let seconds: UInt = 120

    @OptionGroup var request: DropOptions

    func run() throws {
        ChildProcess.limitWork(toSeconds: Self.seconds)
        // The review that asks has found the file; its name is no pattern.
        let drop = DropPaths(request.drop)
        let review = try request.pack(for: drop).review(
            drop: drop, asOf: try request.checkedDay())
        guard review.hasFiles else { throw ExitStatus.unchecked }
    }
}

extension DropOptions {
    /// Tries files in a process of their own, which may die of them.
    func probe() -> FileProbe {
        let words =
            ["--no-config", "--rules", rules ?? "", "--as-of", asOf ?? ""]
            + changes.settings.set.flatMap { ["--set", $0.text] }
        return FileProbe { path in
            switch ChildProcess.run("/proc/self/exe", ["probe"] + words + ["--", path]) {
            case .exited(0): .read
            case .killed(let signal): .died(signal: signal)
            case .exited, .notStarted: .untried
            }
        }
    }
}
