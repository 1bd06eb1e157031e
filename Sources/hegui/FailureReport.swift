import ArgumentParser
import Hegui

/// Says on standard error why a command could not do its work, and gives the exit status.
struct FailureReport {
    /// nil where no language is known.
    let language: ReportLanguage?
    var color = ColourChoice.auto

    /// Runs `body`; a problem of the user's is told and becomes status 2.
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
