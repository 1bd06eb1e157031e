import ArgumentParser
import Hegui

/// Says on standard error why a command could not do its work, and gives the exit status.
struct FailureReport {
    /// nil where no language is known.
    let language: ReportLanguage?
    var color = ColourChoice.auto

    /// Runs `body`; reports a problem of the user's and makes it exit status 2.
    ///
    /// - Throws: the exit status, after everything has been said.
    func run(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let problem as Problem {
            StandardStream.error.write(problem.text(in: language))
            throw ExitStatus.unchecked
        } catch let failure as ReviewFailure {
            let isColoured = color.isColoured(on: .error)
            StandardStream.error.write(
                failure.text(in: language ?? .chinese, isColoured: isColoured))
            throw ExitStatus.unchecked
        }
    }
}

/// Something that keeps the command from doing its work, in both languages.
struct Problem: Error {
    let zh: String
    let en: String

    /// Returns the text in `language`, or in both where none is known.
    func text(in language: ReportLanguage?) -> String {
        let chinese = "错误：\(zh)\n"
        let english = "error: \(en)\n"
        switch language {
        case .chinese?: return chinese
        case .english?: return english
        case nil: return chinese + english
        }
    }
}

/// What the command tells the program that called it.
enum ExitStatus {
    /// There are findings at or above `--fail-on`.
    static let findings = ExitCode(1)
    /// Nothing could be checked, or not all of it.
    static let unchecked = ExitCode(2)
}
