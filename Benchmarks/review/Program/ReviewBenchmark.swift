import FoundationEssentials
import Glibc
import Hegui
import HeguiCalendar

/// Reviews a drop of the workload and writes the three files that all programs are compared by.
///
///     review-benchmark PACK DATA OUT
@main
struct ReviewBenchmark {
    private static let files = [
        "units", "communities", "members", "claims", "activities", "evaluations", "bulletins",
    ]

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let asOf = Day(year: 2013, month: 12, day: 31) else {
            fail("usage: review-benchmark PACK DATA OUT\n")
        }
        let (pack, data, out) = (arguments[1], arguments[2], arguments[3])
        do {
            // The manifest of the data is none of the files to review.
            let drop = files.map { data + "/" + $0 + ".csv" }
            try write(try review(drop: drop, pack: pack, asOf: asOf), to: out)
            // Memory goes back as a whole.
            exit(0)
        } catch let failure as ReviewFailure {
            fail(failure.text(in: .english))
        } catch {
            fail("cannot write to \(out): \(error)\n")
        }
    }

    private static func write(_ review: DropReview, to folder: String) throws {
        guard review.isComplete else { fail(review.problems(in: .english)) }
        for counts in review.ruleCounts {
            let open = counts.count(of: .undetermined)
            if open > 0 { say("\(counts.rule): \(open) undetermined, in no file\n") }
        }
        let violations = Violations(review)
        let files = [
            ("violations.csv", violations.table()),
            ("eligibility.csv", [Eligibility(review).table()]),
            ("summary.csv", [violations.summary(of: review)]),
        ]
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for (name, pieces) in files { try write(pieces, to: folder + "/" + name) }
    }

    private static func write(_ pieces: [[UInt8]], to path: String) throws {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw WriteFailure(number: errno) }
        defer { close(file) }
        for piece in pieces {
            var rest = piece[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes {
                    unsafe Glibc.write(file, $0.baseAddress, $0.count)
                }
                if count < 0, errno != EINTR { throw WriteFailure(number: errno) }
                rest = rest.dropFirst(max(count, 0))
            }
        }
    }

    private struct WriteFailure: Error {
        let number: Int32
    }

    private static func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
    }

    private static func fail(_ text: String) -> Never {
        say(text)
        exit(2)
    }
}
