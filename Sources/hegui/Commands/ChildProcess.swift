import Glibc
import Hegui

/// A program that runs beside this one and says nothing.
enum ChildProcess {
    enum Ending: Hashable {
        case exited(Int)
        case killed(signal: Int)
        case notStarted
    }

    /// Runs a program to its end.
    static func run(_ program: String, _ arguments: [String]) -> Ending {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            unsafe posix_spawn_file_actions_addopen(
                &actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var words =
            unsafe ([program] + arguments).map { word in
                unsafe strdup(DropPaths.bytes(ofPath: word).map { CChar(bitPattern: $0) } + [0])
            } + [nil]
        // A child that dies is expected to, and needs no account of it.
        var settings = unsafe [unsafe strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer { unsafe (words + settings).forEach { unsafe free($0) } }
        var child = pid_t()
        guard unsafe posix_spawn(&child, program, &actions, nil, &words, &settings) == 0 else {
            return .notStarted
        }
        return ending(of: child)
    }

    private static func ending(of child: pid_t) -> Ending {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) == -1 {
            guard errno == EINTR else { return .notStarted }
        }
        // The lower seven bits are the signal that ended it.
        let signal = status & 0x7F
        return signal == 0
            ? .exited(Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal))
    }

    /// Ends this process where it works for more than so many seconds.
    static func limitWork(toSeconds seconds: UInt) {
        var limit = rlimit(rlim_cur: seconds, rlim_max: seconds)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    }
}
