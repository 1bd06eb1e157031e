import Glibc
package import HeguiDiagnostics

/// How much a drop may hold; whatever goes beyond is refused with a diagnostic.
package struct IntakeLimits: Hashable, Sendable {
    package var files = 20_000
    package var folderDepth = 32
    package var fileBytes = 256 << 20
    package var rows = 1_048_576
    package var columns = 16_384
    /// Of a drop that is read into columns: how many bytes of them stand in memory, before the
    /// rest goes to a temporary file.
    package var columnBytes = MachineMemory.bytes / 4
    /// Over all sheets of one file.
    package var cells = 10_000_000
    /// Blocks of merged cells over all sheets of one file.
    package var mergedBlocks = 100_000
    /// In UTF-16 units, as Excel counts them.
    package var cellLength = 32_767
    /// Of one workbook.
    package var sheets = 256
    /// Of one text document, in which each person may have a form.
    package var tables = 5_000
    /// The most characters of the name of a sheet; spreadsheet programs take 31.
    package var sheetName = 100
    package var archiveEntries = 10_000
    /// Bytes of all parts of one workbook after inflation.
    package var inflatedBytes = 1 << 30
    /// Inflated by compressed size of one part or packed file, or of an archive as a whole, looked at
    /// from `ratioFloor` inflated bytes on.
    package var inflationRatio = 250
    package var ratioFloor = 4 << 20
    package var markupDepth = 64
    /// Files in one archive and those in it together.
    package var packedFiles = 10_000
    /// Bytes of them after inflation.
    package var packedBytes = 1 << 30

    package init() {}

    /// Whether so many bytes can come of so many compressed ones in what people pack.
    func areLikely(inflated: Int, compressed: Int) -> Bool {
        inflated < ratioFloor || inflated / max(1, compressed) <= inflationRatio
    }
}

/// Why a file cannot be read at all.
package struct IntakeFailure: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}

/// How much memory there is to work with.
enum MachineMemory {
    /// The machine's memory in bytes, or what a container or a group of processes may take of it.
    static let bytes: Int = {
        let whole = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        let limits = limitFiles(of: text(at: "/proc/self/cgroup")).compactMap {
            Int(digits(at: $0))
        }
        return limits.reduce(whole, min)
    }()

    /// The files that may hold a limit, by what the system says of the process's groups:
    /// `0::/GROUP` in the unified hierarchy, `N:memory:/GROUP` in the older one.
    static func limitFiles(of groups: String) -> [String] {
        groups.split(separator: "\n").flatMap { line -> [String] in
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            let isUnified = parts[1].isEmpty
            guard isUnified || parts[1].split(separator: ",").contains("memory") else { return [] }
            let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
            let name = isUnified ? "memory.max" : "memory.limit_in_bytes"
            // Within a container its own group is the root.
            let group = parts[2] == "/" ? "" : String(parts[2])
            return [root + group + "/" + name, root + "/" + name]
        }
    }

    private static func digits(at path: String) -> String {
        String(text(at: path).prefix { $0.isASCII && $0.isNumber })
    }

    /// The first bytes of a file of the system; nothing where there is none.
    private static func text(at path: String) -> String {
        let file = ColumnFile(FilePath(path), name: path, size: 4_096)
        return String(decoding: file?.bytes(4_096, at: 0) ?? [], as: UTF8.self)
    }
}
