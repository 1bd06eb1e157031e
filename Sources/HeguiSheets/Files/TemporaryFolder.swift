internal import Glibc

/// Where files are put that are gone when the program ends.
package enum TemporaryFolder {
    /// `TMPDIR`, or the system's folder on disk: `/tmp` may be in memory, which would not help.
    package static var forLargeFiles: String {
        guard let named = unsafe getenv("TMPDIR") else { return "/var/tmp" }
        let path = unsafe String(cString: named)
        return path.isEmpty ? "/var/tmp" : path
    }
}
