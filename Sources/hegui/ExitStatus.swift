import ArgumentParser

/// What the command tells the program that called it.
enum ExitStatus {
    /// There are findings at or above `--fail-on`.
    static let findings = ExitCode(1)
    /// Nothing could be checked, or not all of it.
    static let unchecked = ExitCode(2)
}
