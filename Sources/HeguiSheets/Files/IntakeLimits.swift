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
    /// In UTF-16 units, as Excel counts them.
    package var cellLength = 32_767
    package var archiveEntries = 10_000
    /// Bytes of all parts of one workbook after inflation.
    package var inflatedBytes = 1 << 30
    /// Inflated by compressed size of one part, looked at from `ratioFloor` inflated bytes on.
    package var inflationRatio = 250
    package var ratioFloor = 4 << 20
    package var markupDepth = 64

    package init() {}
}

/// Why a file cannot be read at all.
package struct IntakeFailure: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
