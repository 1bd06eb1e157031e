import FoundationEssentials
import Glibc
import Hegui
import HeguiDiagnostics

/// The summary of a step of GitHub Actions, to which steps add what they have to say.
///
/// Its file is named by an environment variable. A report goes behind what is there, and never makes the
/// file longer than GitHub takes, which drops a longer one as a whole.
enum StepSummary {
    /// The longest summary of a step, in bytes.
    private static let limit = 1 << 20

    /// Room for saying that the rest is left out.
    private static let reserve = 200

    /// Returns whether `path` leads to the summary of the step that this runs in.
    static func isAt(_ path: String) -> Bool {
        guard let own = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !own.isEmpty
        else { return false }
        return place(own) == place(path)
    }

    private static func place(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Adds a report to the file, cut at the end of a line where all of it would be too long.
    ///
    /// - Throws: `Problem` where it cannot be written.
    static func append(_ file: ReportFile, at path: String) throws(Problem) {
        do {
            var text: [UInt8] = []
            try file.write { text += $0 }
            let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT, 0o666)
            guard descriptor >= 0 else { throw StandardStream.WriteFailure(number: errno) }
            defer { close(descriptor) }
            let length = Int(lseek(descriptor, 0, SEEK_END))
            try StandardStream.write(
                (length > 0 ? [0x0A] : []) + cut(text, to: limit - length - 1), to: descriptor)
        } catch {
            let number = (error as? StandardStream.WriteFailure)?.number
            let reason = number.map(SystemReason.message)
            throw Problem(
                zh: "写不了文件 `\(path)`" + (reason.map { "：\($0.zh)" } ?? ""),
                en: "cannot write the file `\(path)`" + (reason.map { ": \($0.en)" } ?? ""))
        }
    }

    /// Returns as many lines as there is room for, with a last one that says so where some are left out.
    private static func cut(_ text: [UInt8], to room: Int) -> [UInt8] {
        guard text.count > room else { return text }
        let kept = text.prefix(max(0, room - reserve))
        let end = kept.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let note = "\n⚠ 超过 1 MiB，其余未列。Over 1 MiB: the rest is left out.\n"
        return room < reserve ? [] : Array(kept[..<end]) + Array(note.utf8)
    }
}
