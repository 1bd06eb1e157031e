import ArgumentParser
import FoundationEssentials
import Glibc
import Hegui

/// Standard output or standard error, written without a buffer of its own.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Whether a person is looking at it.
    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes `text`; a stream that nobody reads any more takes it silently.
    func write(_ text: String) {
        try? write(Array(text.utf8))
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: `WriteFailure` where the system refuses them.
    func write(_ bytes: [UInt8]) throws(WriteFailure) {
        try Self.write(bytes, to: rawValue)
    }

    /// Writes all of `bytes` to an open file.
    ///
    /// - Throws: `WriteFailure` where the system refuses them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw WriteFailure(number: errno)
            }
        }
    }

    /// A call that the system refused.
    struct WriteFailure: Error {
        let number: Int32
    }
}

/// Whether output is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// Whether the environment has nothing against colours.
    private static func isWanted(_ environment: [String: String]) -> Bool {
        environment["NO_COLOR"]?.isEmpty ?? true && environment["TERM"] != "dumb"
    }

    /// Returns whether to colour what goes to `stream`.
    func isColoured(on stream: StandardStream) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            stream.isTerminal && Self.isWanted(ProcessInfo.processInfo.environment)
        }
    }
}

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
        // Arguments are shown as everything that came from elsewhere.
        let failure = ReviewFailure(zh: zh, en: en)
        let (chinese, english) = (failure.text(in: .chinese), failure.text(in: .english))
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
