/// Why a workbook could not be written.
struct WorkbookFailure: Error, CustomStringConvertible {
    let description: String
}
